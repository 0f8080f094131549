package org.smartcorrection.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every page that a visitor finds from the first one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
  private RunningPlatform platform;
  private RealBrowser browser;

  @BeforeAll
  void open(@TempDir Path folder) {
    platform = RunningPlatform.demo(folder.resolve("data"));
    browser = new RealBrowser();
  }

  @AfterAll
  void close() {
    browser.close();
    platform.close();
  }

  @Test
  void the_pages_without_signing_in_are_there_accessible_and_ask_no_other_host() {
    var crawl = new Crawl(platform.address());
    var barriers = new ArrayList<String>();

    try (var visitor = browser.visitor()) {
      crawl.visit(
          visitor,
          List.of("/"),
          (page, path) -> {
            for (Rule rule : new AxeBuilder(page).analyze().getViolations())
              barriers.add(path + ": " + rule.getId() + ", " + rule.getHelp());
          });
    }

    assertFalse(crawl.pages().isEmpty(), "at least the first page is there");
    assertEquals(Set.of(), crawl.broken());
    assertEquals(Set.of(), crawl.foreign());
    assertEquals(List.of(), barriers);
  }
}
