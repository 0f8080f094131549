package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** The map of the command centre, and the places in memory that it is drawn from. */
@PlatformTest
class LiveMapTests {
  private static final Pattern THERE = Pattern.compile("href=\"(/wall/there\\?[^\"]+)\"");

  @Autowired Browser browser;
  @Autowired MockMvc door;
  @Autowired Scene scene;
  @Autowired MovableClock clock;
  @Autowired Positions positions;
  @Autowired Journal journal;
  @Autowired LiveGrounds live;
  @Autowired Looks looks;
  @Autowired People people;
  @Autowired Questions questions;

  private Somebody somewhere() throws Exception {
    Somebody somebody = scene.positioned(3);
    send(somebody, scene.device(somebody, DeviceKind.DEDICATED), 104.55);
    return somebody;
  }

  private void send(Somebody somebody, DeviceCredential device, double longitude) throws Exception {
    clock.forward(Duration.ofSeconds(30));
    Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String path = Scene.osmand(device, at, 31.1534, longitude);
    assertEquals(
        200,
        door.perform(get(path).servletPath("/ingest/osmand")).andReturn().getResponse().getStatus(),
        somebody::toString);
  }

  @Test
  void the_own_agency_and_the_office_see_a_mark_and_strangers_see_none() throws Exception {
    Somebody somebody = somewhere();

    for (Actor mine :
        List.of(
            somebody.staff().officer(),
            somebody.staff().office(),
            somebody.staff().head(),
            somebody.staff().city())) assertEquals(1, seen(mine, "/wall/map"), mine::postEn);
    Actor stranger = scene.somebody().staff().officer();
    assertEquals(0, seen(stranger, "/wall/map"));
    assertEquals(0, seen(stranger, "/wall/map?agency=" + somebody.staff().office().agency().id()));
  }

  @Test
  void L23_the_map_names_nobody_and_rounds_and_who_stands_alone_reads_of_the_look()
      throws Exception {
    Somebody somebody = somewhere();

    String map = html(browser.get(somebody.staff().officer(), "/wall"));

    assertFalse(map.contains(people.get(somebody.person()).nameLatin()), map);
    assertFalse(map.contains("31.1534"), map);
    assertTrue(map.contains("31.15° N, 104.55° E"), map);
    assertEquals(List.of("map"), looked(somebody));
    assertFalse(map.contains("th:"), "a template attribute was not processed");
  }

  @Test
  void the_list_of_a_square_names_who_is_there() throws Exception {
    Somebody somebody = somewhere();
    Actor officer = somebody.staff().officer();

    for (String language : List.of("en", "zh-CN")) {
      String map = html(browser.get(officer, "/wall/map", language));
      Matcher link = THERE.matcher(map);
      assertTrue(link.find(), map);
      String list = link.group(1).replace("&amp;", "&");
      String html = html(browser.get(officer, list, language));
      assertTrue(html.contains("/console/cases/" + somebody.caseId()), html);
      assertFalse(html.contains("th:"), html);
      Actor stranger = scene.somebody().staff().officer();
      assertFalse(
          html(browser.get(stranger, list)).contains("/console/cases/" + somebody.caseId()));
    }
  }

  @Test
  void filters_narrow_and_an_alarm_is_marked() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    Actor officer = somebody.staff().officer();
    send(somebody, device, 104.55);
    assertEquals(0, seen(officer, "/wall/map?alarmed=1"));
    assertEquals(1, seen(officer, "/wall/map?level=UNDECIDED"));
    assertEquals(0, seen(officer, "/wall/map?level=STRICT"));
    assertEquals(1, seen(officer, "/wall/map?heard=WITHIN_15_MINUTES"));
    assertEquals(0, seen(officer, "/wall/map?heard=BEFORE_1_HOUR"));
    clock.forward(Duration.ofMinutes(15));
    for (int i = 0; i < 6; i++) send(somebody, device, 104.63);
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
    assertEquals(1, seen(officer, "/wall/map?alarmed=1"));
    assertTrue(html(browser.get(officer, "/wall/map")).contains("class=\"cluster red\""));
    clock.forward(Duration.ofHours(2));
    assertEquals(0, seen(officer, "/wall/map?heard=WITHIN_15_MINUTES"));
    assertEquals(1, seen(officer, "/wall/map?heard=BEFORE_1_HOUR"));
  }

  @Test
  void L22_whoever_has_no_live_ground_any_more_has_no_place_on_the_map() throws Exception {
    Somebody somebody = scene.somebody();
    scene.setArea(somebody);
    Running positioning = scene.ground(somebody, 3);
    Actor officer = somebody.staff().officer();
    assertTrue(html(browser.get(officer, "/wall/map")).contains("1 have no position yet"));
    send(somebody, scene.device(somebody, DeviceKind.DEDICATED), 104.55);
    assertEquals(1, seen(officer, "/wall/map"));

    scene.perform(
        positioning,
        "PositioningLifted",
        Facts.NONE.text("reason", "no longer needed"),
        somebody.staff().head());

    assertEquals(0, seen(officer, "/wall/map"));
    assertEquals(List.of(), positions.latest(List.of(somebody.person())));
    // a new ground does not bring back where somebody was under the old one
    scene.ground(somebody, 3);
    assertEquals(0, seen(officer, "/wall/map"));
    assertFalse(html(browser.get(officer, "/wall/map")).contains("circle class=\"cluster"));
  }

  @Test
  void after_a_start_places_are_read_from_the_journal_and_are_the_same() throws Exception {
    Somebody somebody = somewhere();
    var started = new Positions(journal, live, clock);

    assertEquals(
        positions.latest(List.of(somebody.person())), started.latest(List.of(somebody.person())));
    var everybody = new Positions(journal, live, clock);
    int asked = 0;
    while (everybody.everybody().unread() > 0) assertTrue(asked++ < 100);
    assertEquals(place(positions, somebody), place(everybody, somebody));
  }

  private static Positions.@Nullable Whereabouts place(Positions in, Somebody somebody) {
    return in.everybody().people().stream()
        .filter(one -> one.person().equals(somebody.person()))
        .findFirst()
        .orElseThrow()
        .last();
  }

  private List<String> looked(Somebody somebody) {
    return looks.at(somebody.person(), null, 50).rows().stream()
        .map(Looks.Look::what)
        .filter("map"::equals)
        .toList();
  }

  private int seen(Actor actor, String path) throws Exception {
    Matcher told =
        Pattern.compile("<b>(\\d+) of (\\d+) people are in this part of the map</b>")
            .matcher(html(browser.get(actor, path)));
    assertTrue(told.find(), path);
    return Integer.parseInt(told.group(1));
  }

  private static String html(MvcResult result) {
    assertEquals(200, result.getResponse().getStatus());
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
