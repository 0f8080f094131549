package org.smartcorrection.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Position;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** An area drawn by hand: with the mouse, or with the keys alone. */
@ExtendWith(Demonstration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AreaEditorIT {
  private static final Pattern FOUR_CORNERS =
      Pattern.compile("(?:\\d+\\.\\d{6}, \\d+\\.\\d{6}\\n?){4}");

  private static final double WIDTH = 760;
  private static final double HEIGHT = 600;

  private static final double A_FEW_METRES = 0.0001;
  private static final String GROUND_OF_THE_AREA =
      """
      editor => {
        const box = editor.querySelector("svg.map path.area:not([d=''])").getBBox();
        const [west, south, east, north] =
          ['west', 'south', 'east', 'north'].map(side => Number(editor.dataset[side]));
        const longitude = x => west + x / 760 * (east - west);
        const latitude = y => north - y / 600 * (north - south);
        return [longitude(box.x), latitude(box.y + box.height),
                longitude(box.x + box.width), latitude(box.y)];
      }
      """;

  private RunningPlatform platform;
  private RealBrowser browser;
  private Seat officer;
  private Locator map;
  private Locator corners;

  @BeforeAll
  void open(RunningPlatform demonstration) {
    platform = demonstration;
    browser = new RealBrowser();
    officer = new Seat(browser.visitor("en"), platform).as("officer");
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @BeforeEach
  void openTheEditor() {
    officer.open("/console/people");
    officer.in("tr:has-text('Sun')").locator().locator("a").first().click();
    officer.arrivesAt("/console/cases/[0-9a-f-]+").press("Zones");
    map = officer.sees("[data-do=area] svg.map[tabindex='0']");
    corners = officer.browser().locator("#corners");
  }

  @Test
  void a_square_is_clicked_a_wrong_corner_taken_back_and_the_square_is_seen_when_it_is_set() {
    click(200, 150);
    click(500, 150);
    click(700, 500);
    officer.press("Take the last corner back");
    click(500, 400);
    click(200, 400);
    assertThat(corners).hasValue(FOUR_CORNERS);
    assertThat(officer.browser().locator("[name=source][value=DRAWN]")).isChecked();

    assertIsDrawnWhenSet("东篱镇");
  }

  @Test
  void with_the_keys_alone_a_border_is_set_corner_by_corner() {
    map.focus();
    officer.sees("svg.map path.droppedx");
    press("Enter");
    press("Shift+ArrowRight", "Shift+ArrowRight", "Enter", "ArrowUp", "Enter", "Backspace");
    press("ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", " ");
    press("Shift+ArrowLeft", "Shift+ArrowLeft", "Enter");
    assertThat(corners).hasValue(FOUR_CORNERS);

    assertIsDrawnWhenSet("云桥镇");
  }

  @Test
  void a_border_that_crosses_itself_is_refused_and_stands_as_it_was_drawn() {
    click(200, 150);
    click(500, 400);
    click(500, 150);
    click(200, 400);
    String typed = corners.inputValue();

    officer.page().fill("name", "白鹭洲").press("Set the zone");

    officer.reads("The border crosses itself");
    assertThat(officer.browser().locator("#corners")).hasValue(typed);
  }

  @Test
  void forbidden_ground_is_a_circle_that_is_moved_by_its_middle() {
    officer.press("Forbidden");
    map = officer.sees("[data-do=area] svg.map[tabindex='0']");
    corners = officer.browser().locator("#corners");
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    officer
        .page()
        .fill("name", "白鹭渡")
        .fill("orderNumber", "(2026)禁9号")
        .fill("zoneFrom", today.toString())
        .fill("zoneUntil", today.plusDays(30).toString())
        .choose("shape", "CIRCLE")
        .fill("metres", "400");
    click(380, 300);
    String first = corners.inputValue();
    drag(380, 300, 460, 340);
    assertThat(corners).hasValue(Pattern.compile("\\d+\\.\\d{6}, \\d+\\.\\d{6}"));
    assertThat(corners).not().hasValue(first);

    officer.press("Set the zone");

    assertThat(officer.sees("section[aria-labelledby=set]")).containsText("白鹭渡");
    officer.sees("svg.map path.forbidden");
  }

  private void drag(double fromX, double fromY, double toX, double toY) {
    map.scrollIntoViewIfNeeded();
    BoundingBox box = map.boundingBox();
    Mouse mouse = officer.browser().mouse();
    mouse.move(box.x + fromX * box.width / WIDTH, box.y + fromY * box.height / HEIGHT);
    mouse.down();
    mouse.move(box.x + toX * box.width / WIDTH, box.y + toY * box.height / HEIGHT);
    mouse.up();
  }

  /** Clicks a place of the drawing, in its own units. */
  private void click(double x, double y) {
    map.scrollIntoViewIfNeeded();
    BoundingBox box = map.boundingBox();
    var there = new Position(x * box.width / WIDTH, y * box.height / HEIGHT);
    map.click(new Locator.ClickOptions().setPosition(there));
  }

  private void press(String... keys) {
    for (String key : keys) officer.browser().keyboard().press(key);
  }

  /** The map is drawn anew around the area, so it is the ground that is compared. */
  private void assertIsDrawnWhenSet(String name) {
    double[] typed = bounds(corners.inputValue());

    officer.page().fill("name", name).press("Set the zone");

    assertThat(officer.sees("section[aria-labelledby=zones]")).containsText(name);
    officer.sees("svg.map path.area:not([d=''])");
    Object drawn = officer.sees("[data-do=area]").evaluate(GROUND_OF_THE_AREA);
    double[] seen =
        ((List<?>) drawn).stream().mapToDouble(edge -> ((Number) edge).doubleValue()).toArray();
    assertArrayEquals(typed, seen, A_FEW_METRES);
  }

  /** West, south, east and north of a list of corners. */
  private static double[] bounds(String corners) {
    var longitudes = new DoubleSummaryStatistics();
    var latitudes = new DoubleSummaryStatistics();
    corners
        .lines()
        .map(corner -> corner.split(", ", 2))
        .forEach(
            corner -> {
              longitudes.accept(Double.parseDouble(corner[0]));
              latitudes.accept(Double.parseDouble(corner[1]));
            });
    return new double[] {
      longitudes.getMin(), latitudes.getMin(), longitudes.getMax(), latitudes.getMax()
    };
  }
}
