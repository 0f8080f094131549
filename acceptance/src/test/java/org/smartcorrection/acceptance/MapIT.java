package org.smartcorrection.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Maps to move about in where the browser has WebGL, and the drawing wherever anything is amiss.
 */
@ExtendWith(Demonstration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapIT {
  private static final String ALARM = "a[href^='/console/alarms/']:not([href$='/figures'])";
  private static final LocatorAssertions.IsVisibleOptions THE_RECORDING_RUNS =
      new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);
  private static final String FIGURE = "[data-do=ground]";
  private static final String READY = FIGURE + "[data-ground=ready]";
  private static final String DRAWING = FIGURE + " svg.map";
  private static final String LIBRARY = "**/vendor/maplibre/maplibre-gl.mjs";
  private static final Pattern FOUR_CORNERS =
      Pattern.compile("(?:\\d+\\.\\d{6}, \\d+\\.\\d{6}\\n?){4}");

  private static final String FIXES =
      "map.queryRenderedFeatures({layers: ['fix-before', 'fix-after']}).length";
  private static final String GROUND_COLOUR =
      "() => map.getPaintProperty('land', 'background-color')";
  private static final String GROUND_TOKEN =
      "() => getComputedStyle(document.querySelector('[data-do=ground]'))"
          + ".getPropertyValue('--map-land').trim()";
  private static final String HAS_WEBGL =
      "() => Boolean(document.createElement('canvas').getContext('webgl2'))";

  private RunningPlatform platform;
  private RealBrowser browser;
  private RealBrowser withoutWebGl;

  @BeforeAll
  void open(RunningPlatform demonstration) {
    platform = demonstration;
    browser = RealBrowser.withWebGl();
    withoutWebGl = new RealBrowser();
    try (var officer = officer(browser.visitor("en"))) {
      officer.open("/console/alarms");
      assertThat(officer.browser().locator(ALARM).first()).isVisible(THE_RECORDING_RUNS);
    }
  }

  @AfterAll
  void close() {
    withoutWebGl.close();
    browser.close();
  }

  @Test
  void the_map_of_an_alarm_takes_the_place_of_the_drawing_and_asks_nobody_else() throws Exception {
    try (var officer = officer(browser.visitor("en"))) {
      var complaints = new ArrayList<String>();
      var asked = new HashSet<String>();
      officer.browser().onPageError(complaints::add);
      officer
          .browser()
          .onConsoleMessage(
              said -> {
                if (said.type().equals("error")) complaints.add(said.text());
              });
      officer.context().onRequest(request -> asked.add(URI.create(request.url()).getAuthority()));
      openAlarm(officer);
      officer.sees(READY);
      Locator canvas = officer.sees(READY + " canvas");

      assertThat(canvas).hasAttribute("aria-label", Pattern.compile("Map: the track leaves .+"));
      assertThat(officer.browser().locator(DRAWING)).isHidden();
      assertTrue(colours(canvas.screenshot()) > 4, "ground, area, border and track have colours");
      var barriers = new Barriers();
      barriers.look(officer.browser(), officer.path());
      assertEquals(List.of(), barriers.found());
      assertEquals(List.of(), complaints);
      asked.removeIf(Objects::isNull); // pictures that stand in the style sheet itself
      assertEquals(new HashSet<>(List.of(platform.address().getAuthority())), asked);
    }
  }

  @Test
  void the_track_is_shown_up_to_a_moment_on_the_map_too() {
    try (var officer = officer(browser.visitor("en"))) {
      openAlarm(officer);
      officer.sees(READY);
      int all = fixes(officer);
      assertTrue(all > 2, "fixes on the map: " + all);

      officer.sees("#scrub").press("Home");

      officer.browser().waitForFunction("() => " + FIXES + " === 1");
    }
  }

  @Test
  void another_theme_colours_the_map_anew() {
    try (var officer = officer(browser.visitor("en"))) {
      openAlarm(officer);
      officer.sees(READY);
      Object light = officer.browser().evaluate(GROUND_COLOUR);

      officer.sees("[data-do=theme]").click();

      officer.browser().waitForFunction("before => (" + GROUND_COLOUR + ")() !== before", light);
      assertEquals(
          officer.browser().evaluate(GROUND_TOKEN), officer.browser().evaluate(GROUND_COLOUR));
    }
  }

  @Test
  void an_area_is_drawn_on_the_map_by_clicks_and_by_keys() {
    try (var officer = officer(browser.visitor("en"))) {
      officer.open("/console/people");
      officer.in("tr:has-text('Sun')").locator().locator("a").first().click();
      officer.arrivesAt("/console/cases/[0-9a-f-]+").press("Zones");
      officer.sees(READY + ".drawing");
      Locator canvas = officer.sees(READY + " canvas");
      BoundingBox box = canvas.boundingBox();
      click(canvas, box.width * 0.3, box.height * 0.3);
      click(canvas, box.width * 0.6, box.height * 0.3);
      click(canvas, box.width * 0.9, box.height * 0.9);

      canvas.press("Backspace");
      canvas.press("Enter");
      canvas.press("ArrowLeft");
      officer.browser().waitForFunction("() => !map.isMoving()");
      canvas.press("Enter");

      assertThat(officer.browser().locator("#corners")).hasValue(FOUR_CORNERS);
      assertThat(officer.browser().locator("[name=source][value=DRAWN]")).isChecked();
      officer
          .browser()
          .waitForFunction(
              "() => map.queryRenderedFeatures({layers: ['corner']}).length === 4"
                  + " && map.queryRenderedFeatures({layers: ['drawn']}).length > 0");
      officer.page().fill("name", "白鹭洲").press("Set the zone");
      assertThat(officer.sees("section[aria-labelledby=zones]")).containsText("白鹭洲");
    }
  }

  @Test
  void without_webgl_the_drawing_stays_and_no_library_is_loaded() {
    try (var officer = officer(withoutWebGl.visitor("en"))) {
      var asked = new ArrayList<String>();
      officer.browser().onRequest(request -> asked.add(request.url()));
      openAlarm(officer);
      officer.browser().waitForLoadState();

      assertEquals(false, officer.browser().evaluate(HAS_WEBGL), "the browser has WebGL");
      officer.sees(DRAWING);
      assertEquals(0, officer.browser().locator(FIGURE + "[data-ground]").count());
      assertTrue(asked.stream().anyMatch(url -> url.contains("/map/ground")), asked::toString);
      assertFalse(asked.stream().anyMatch(url -> url.contains("maplibre")), asked::toString);
    }
  }

  @Test
  void a_library_that_does_not_come_leaves_the_drawing() {
    try (var officer = officer(browser.visitor("en"))) {
      officer.browser().route(LIBRARY, Route::abort);
      openAlarm(officer);
      officer.sees(FIGURE + "[data-ground=failed]");
      officer.sees(DRAWING);
    }
  }

  @Test
  void data_that_cannot_be_read_leave_the_drawing() {
    try (var officer = officer(browser.visitor("en"))) {
      officer
          .browser()
          .route(
              Pattern.compile("/console/alarms/[0-9a-f-]{36}$"),
              route -> {
                var answer = route.fetch();
                String broken = answer.text().replace("{\"type\":\"FeatureCollection\"", "{");
                route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(broken));
              });
      openAlarm(officer);
      officer.sees(FIGURE + "[data-ground=failed]");
      officer.sees(DRAWING);
    }
  }

  @Test
  void a_page_without_a_map_loads_nothing_for_one() {
    try (var officer = officer(browser.visitor("en"))) {
      var asked = new ArrayList<String>();
      officer.browser().onRequest(request -> asked.add(request.url()));
      officer.open("/console/people").reads("Sun");
      officer.browser().waitForLoadState();
      assertFalse(
          asked.stream().anyMatch(url -> url.contains("/maplibre/") || url.contains("/map/")),
          asked::toString);
    }
  }

  /** An officer whose pages keep the map at hand, for looking into it. */
  private Seat officer(BrowserContext visitor) {
    visitor.addInitScript("addEventListener('ground', e => { window.map = e.detail; })");
    return new Seat(visitor, platform).as("officer");
  }

  private static void openAlarm(Seat officer) {
    officer.open("/console/alarms").sees(ALARM).click();
    officer.arrivesAt("/console/alarms/[0-9a-f-]{36}");
    officer.sees(FIGURE).scrollIntoViewIfNeeded();
  }

  private static int fixes(Seat officer) {
    return ((Number) officer.browser().evaluate("() => " + FIXES)).intValue();
  }

  private static void click(Locator canvas, double x, double y) {
    canvas.click(new Locator.ClickOptions().setPosition(new Position(x, y)));
  }

  private static int colours(byte[] png) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(png));
    var seen = new HashSet<Integer>();
    for (int y = 0; y < image.getHeight(); y++)
      for (int x = 0; x < image.getWidth(); x++) seen.add(image.getRGB(x, y));
    return seen.size();
  }
}
