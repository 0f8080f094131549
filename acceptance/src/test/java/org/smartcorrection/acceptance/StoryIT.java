package org.smartcorrection.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The first ten minutes, which decide whether anybody spends an eleventh. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryIT {
  private static final double TWO_MINUTES = 120_000;

  private RunningPlatform platform;
  private RealBrowser browser;
  private Seat officer;

  /** The officer's desk is open from the start: the device begins to move two seconds later. */
  @BeforeAll
  void open(@TempDir Path folder) {
    platform = RunningPlatform.demo(folder.resolve("data"));
    browser = new RealBrowser();
    officer = seat("en").as("officer").arrivesAt("/console");
    officer.browser().evaluate("window.sinceOpened = true");
  }

  @AfterAll
  void close() {
    browser.close();
    platform.close();
  }

  private Seat seat(String language) {
    return new Seat(browser.visitor(language), platform);
  }

  @Test
  void it_opens_in_chinese_unless_the_browser_asks_for_english() {
    var titles = Map.of("zh-CN", "六步看懂一个区", "fr-FR", "六步看懂一个区", "en-GB", "A district in six steps");
    titles.forEach(
        (language, title) -> {
          try (Seat visitor = seat(language)) {
            assertThat(visitor.open("/").sees("h1")).hasText(title);
            assertThat(visitor.browser().locator("ol.story > li")).hasCount(6);
          }
        });
  }

  @Test
  void every_role_is_one_click_away() {
    var homes =
        Map.of(
            "court", "/court",
            "officer", "/console",
            "office", "/console",
            "head", "/console",
            "city", "/console",
            "prosecutor", "/oversight",
            "subject", "/my",
            "auditor", "/admin/trail",
            "admin", "/admin");
    try (Seat visitor = seat("en")) {
      homes.forEach((role, home) -> assertEquals(home, visitor.as(role).path(), role));
    }
  }

  @Test
  void within_two_minutes_an_alarm_appears_by_itself_and_leads_to_a_printed_admonition() {
    Locator alarm = officer.browser().locator("#alarm-list li:has-text('Zhou')");
    assertThat(alarm).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(TWO_MINUTES));
    assertEquals(true, officer.browser().evaluate("window.sinceOpened"), "without reloading");

    officer.press("Probably outside the permitted area").arrivesAt("/console/alarms/[0-9a-f-]+");
    new AlarmPage(officer)
        .lookAtTheEvidence()
        .hear("路上堵车，绕行出了区界。")
        .findWithoutGoodReason("路线不必经过白石县，事先未报告。")
        .admonish("未经批准离开青禾区。", "情节轻微，予以训诫。")
        .printAdmonition("周");
  }

  @Test
  void a_row_changed_behind_the_platforms_back_is_named_and_forgotten_when_it_is_put_right() {
    var patience = new LocatorAssertions.IsVisibleOptions().setTimeout(TWO_MINUTES);
    try (Seat visitor = seat("en")) {
      visitor.open("/").press("Let Mr Chen’s term end a year early");
      Locator named = visitor.browser().locator("#named .note.red");
      assertThat(named).isVisible(patience);
      assertThat(named).containsText("does not hold what was recorded. Last lawful act");

      visitor.press("Put it right again");
      assertThat(visitor.browser().locator("#named .note.good")).isVisible(patience);
    }
  }
}
