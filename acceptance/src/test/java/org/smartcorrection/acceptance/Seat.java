package org.smartcorrection.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * One person at a browser of their own: a clerk, an officer, the person under correction. It does
 * what a hand does on a page, and waits as long as a page may take.
 */
final class Seat implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final URI address;

  /** Somebody before whom a browser was just opened. */
  Seat(BrowserContext context, RunningPlatform platform) {
    this.context = context;
    this.page = context.newPage();
    this.address = platform.address();
  }

  /** Takes a role of the demonstration with the one click that its first page offers. */
  Seat as(String role) {
    open("/");
    page.locator("form[action='/demo/as/" + role + "'] button").last().click();
    return arrivesAt("/.+");
  }

  /** Signs in on the page for it. The code is empty for people under correction. */
  Seat signIn(String login, String secret, String code) {
    page().fill("login", login).fill("secret", secret).fill("code", code).press("Sign in");
    return this;
  }

  Seat open(String path) {
    page.navigate(address.resolve(path).toString());
    return this;
  }

  /** The whole page, to work on. */
  Part page() {
    return in("body");
  }

  /** A part of the page, to work on. */
  Part in(String selector) {
    return new Part(page.locator(selector).first());
  }

  /** Presses the button, or follows the link, that bears these words. */
  Seat press(String words) {
    page().press(words);
    return this;
  }

  /** Waits until this is to be read on the page: what is hidden, or in another fold, is not. */
  Seat reads(String words) {
    assertThat(page.locator("body"))
        .containsText(words, new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
    return this;
  }

  /**
   * The page does not say this, hidden or not. Ask only after something that shows that the page
   * has arrived.
   */
  Seat doesNotRead(String words) {
    assertThat(page.locator("body")).not().containsText(words);
    return this;
  }

  /** Waits for a part of the page to be visible. */
  Locator sees(String selector) {
    Locator there = page.locator(selector).first();
    assertThat(there).isVisible();
    return there;
  }

  /** Waits until the browser stands on a page whose path matches. */
  Seat arrivesAt(String path) {
    page.waitForURL(Pattern.compile("^https?://[^/]+" + path + "(\\?.*)?(#.*)?$"));
    return this;
  }

  /** Where the browser is now, without the host. */
  String path() {
    return URI.create(page.url()).getPath();
  }

  Page browser() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
  }
}
