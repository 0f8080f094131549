package org.smartcorrection.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;

/** A part of a page, such as one of several forms on it, and what a hand does there. */
record Part(Locator locator) {
  Part fill(String field, String words) {
    locator.locator("[name='" + field + "']").first().fill(words);
    return this;
  }

  /** Chooses one of several, in a list or by its button. */
  Part choose(String field, String value) {
    Locator list = locator.locator("select[name='" + field + "']");
    if (list.count() > 0) list.selectOption(value);
    else locator.locator("input[name='" + field + "'][value='" + value + "']").first().check();
    return this;
  }

  /** Chooses a file from the disk: a paper of one page. */
  Part attachPaper(String field) {
    return attach(field, field + ".pdf", "application/pdf", paper());
  }

  Part attach(String field, String name, String type, byte[] content) {
    locator
        .locator("input[name='" + field + "']")
        .setInputFiles(new FilePayload(name, type, content));
    return this;
  }

  /** Presses the button, or follows the link, that bears these words. */
  void press(String words) {
    var named = new Locator.GetByRoleOptions().setName(words).setExact(true);
    locator
        .getByRole(AriaRole.BUTTON, named)
        .or(locator.getByRole(AriaRole.LINK, named))
        .first()
        .click();
  }

  /** The smallest PDF: only its being a document matters. */
  private static byte[] paper() {
    return """
    %PDF-1.4
    1 0 obj
    << /Type /Catalog /Pages 2 0 R >>
    endobj
    2 0 obj
    << /Type /Pages /Kids [] /Count 0 >>
    endobj
    trailer << /Root 1 0 R >>
    %%EOF
    """
        .getBytes(StandardCharsets.US_ASCII);
  }
}
