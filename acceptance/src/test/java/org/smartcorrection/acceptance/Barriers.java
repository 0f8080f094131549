package org.smartcorrection.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What keeps people from using a page: violations that the rules of axe find, of all tags. */
public final class Barriers {
  private final List<String> found = new ArrayList<>();

  /** Looks at a page that is there. */
  public void look(Page page, String path) {
    for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
      found.add(
          "%s: %s, %s %s"
              .formatted(
                  path, rule.getId(), rule.getHelp(), rule.getNodes().getFirst().getTarget()));
  }

  /** One line for each rule that a page breaks, with the first place. */
  public List<String> found() {
    return found;
  }
}
