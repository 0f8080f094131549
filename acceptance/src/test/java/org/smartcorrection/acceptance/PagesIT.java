package org.smartcorrection.acceptance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for every page that a visitor finds, before signing in and after. Every account's
 * pages are opened; the first page of its kind is drawn and looked at for barriers. In English the
 * pages of three accounts stand for all; {@code ./bench main main.7} draws all pages in both
 * languages.
 */
@ExtendWith(Demonstration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
  /** Proofs with what must be found of them, as the library's own tests have them. */
  private static final Path VECTORS =
      Path.of("../ledger/src/test/resources/org/smartcorrection/ledger/proof/proof-vectors.json");

  private static final String JUDGED_OTHERWISE =
      """
      async text => {
        const {verifyProof} = await import('/verify/verify.mjs');
        const {policies, vectors} = JSON.parse(text);
        return vectors
          .map(({name, policy, proof, expected}) => {
            const bytes = Uint8Array.from(atob(proof), c => c.charCodeAt(0));
            const found = verifyProof(bytes, policies[policy]);
            const verdict = found.ok ? 'VALID' : found.reason;
            return verdict === expected ? null : `${name}: ${verdict} for ${expected}`;
          })
          .filter(wrong => wrong !== null);
      }
      """;

  private static final String FITS =
      "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth";

  private RunningPlatform platform;
  private RealBrowser browser;
  private final Set<String> lookedAt = new HashSet<>();

  @BeforeAll
  void open(RunningPlatform demonstration) {
    platform = demonstration;
    browser = new RealBrowser();
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void pages_without_signing_in_are_there_accessible_and_ask_no_other_host(String language) {
    try (var visitor = browser.visitor(language)) {
      holds(visitor, "/", 3);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "COURT, zh-CN, 5",
    "OFFICER, zh-CN, 20",
    "OFFICER, en, 20",
    "OFFICE, zh-CN, 20",
    "HEAD, zh-CN, 15",
    "NEIGHBOUR, en, 10",
    "CITY, zh-CN, 10",
    "PROSECUTOR, zh-CN, 10",
    "PROSECUTOR, en, 10",
    "SUBJECT, zh-CN, 12",
    "SUBJECT, en, 12",
    "AUDITOR, zh-CN, 4",
    "ADMIN, zh-CN, 5",
  })
  void pages_of_an_account_are_there_accessible_and_ask_no_other_host(
      DemoAccount account, String language, int atLeast) {
    try (var visitor = browser.visitor(language)) {
      holds(visitor, account.enter(visitor, platform.address()), atLeast);
    }
  }

  @Test
  void the_page_of_every_procedure_and_article_is_there() {
    try (var visitor = browser.visitor()) {
      holds(visitor, "/law", 60, 45);
    }
  }

  @Test
  void pages_for_anybody_lead_to_one_another_and_fit_a_phone() {
    try (var desk = browser.visitor();
        var phone = browser.phone("en")) {
      for (var visitor : List.of(desk, phone)) {
        var page = visitor.newPage();
        page.navigate(platform.address().resolve("/open/verify").toString());
        assertEquals(true, page.evaluate(FITS));
        page.locator("main > nav a").first().click();
        page.waitForURL(address -> URI.create(address).getPath().equals("/open"));
        assertEquals(true, page.evaluate(FITS));
      }
    }
  }

  @Test
  void the_page_that_checks_proofs_judges_them_as_the_library_does() throws IOException {
    String vectors = Files.readString(VECTORS);
    try (var visitor = browser.visitor()) {
      var page = visitor.newPage();
      page.navigate(platform.address().resolve("/open/verify").toString());
      assertEquals(List.of(), page.evaluate(JUDGED_OTHERWISE, vectors));
      assertTrue(vectors.contains("REVOKED_KEY"));
    }
  }

  private void holds(BrowserContext visitor, String from, int atLeast) {
    holds(visitor, from, atLeast, 1);
  }

  private void holds(BrowserContext visitor, String from, int atLeast, int ofAShape) {
    var crawl = new Crawl(platform.address(), ofAShape);
    var barriers = new Barriers();
    crawl.visit(
        visitor,
        List.of(from),
        path -> !lookedAt.contains(Crawl.shape(path)),
        (page, path) -> {
          if (lookedAt.add(Crawl.shape(path))) barriers.look(page, path);
        });
    assertAll(
        () -> assertTrue(crawl.pages().size() >= atLeast, () -> crawl.pages().toString()),
        () -> assertEquals(Set.of(), crawl.broken()),
        () -> assertEquals(Set.of(), crawl.foreign()),
        () -> assertEquals(List.of(), barriers.found()));
  }
}
