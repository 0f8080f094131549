package org.smartcorrection.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Locale;

/** The accounts that a demonstration is opened with, and the page that each begins on. */
public enum DemoAccount {
  COURT,
  OFFICER,
  OFFICE,
  HEAD,
  NEIGHBOUR,
  CITY,
  PROSECUTOR,
  SUBJECT,
  AUDITOR,
  ADMIN;

  /** The name that it signs in by. */
  public String login() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Lets a visitor go on as this account, by the button of the story's page.
   *
   * @return the path that it begins on
   */
  public String enter(BrowserContext visitor, URI platform) {
    Page page = visitor.newPage();
    page.navigate(platform.resolve("/").toString());
    page.locator("form[action$='/demo/as/" + login() + "'] button").first().click();
    page.waitForURL(address -> !URI.create(address).getPath().equals("/"));
    String path = URI.create(page.url()).getPath();
    page.close();
    return path;
  }
}
