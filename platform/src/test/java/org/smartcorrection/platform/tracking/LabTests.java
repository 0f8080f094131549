package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.supervision.Figure;
import org.smartcorrection.location.supervision.SupervisionRules;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.lab.TrialsRun;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MvcResult;

/** Rule H16: other figures are tried over past tracks, and then put into force or not. */
@PlatformTest
class LabTests {
  private static final String LAB = "/console/lab";
  private static final double INSIDE = 104.55;
  private static final double OUTSIDE = 104.63;

  @Autowired Browser browser;
  @Autowired AlarmTrial alarming;
  @Autowired Scene scene;
  @Autowired MovableClock clock;
  @Autowired Alarms alarms;
  @Autowired Observations observations;
  @Autowired Questions questions;
  @Autowired Looks looks;
  @Autowired TrialsRun trials;
  @Autowired Law law;
  @Autowired JdbcClient jdbc;

  @Test
  void H16_the_rule_as_it_is_published_are_the_standard_rules() {
    var rule = law.rules().rule(RulesInForce.RULE);
    for (Figure figure : Figure.values())
      assertEquals(
          figure.in(SupervisionRules.standard()), rule.number(figure.number()), figure.number());
    assertEquals(Figure.values().length, rule.numbers().size());
  }

  @Test
  void H16_whatever_lies_within_the_bounds_makes_rules() {
    var rule = law.rules().rule(RulesInForce.RULE);
    for (boolean low : new boolean[] {true, false}) {
      Map<Figure, Integer> figures = new EnumMap<>(Figure.class);
      for (Figure figure : Figure.values()) {
        var bounds = rule.bounds(figure.number());
        figures.put(figure, low ? bounds.min() : bounds.max());
      }
      assertEquals(figures, Figure.of(Figure.set("edge", SupervisionRules.standard(), figures)));
    }
  }

  @Test
  void H16_a_trial_says_what_would_be_lost_and_what_would_come_in_addition() throws Exception {
    Somebody somebody = scene.positioned(3);
    Actor head = somebody.staff().head();
    Alarm alarm = outAndBack(somebody);
    found(alarm, somebody.staff().officer());
    int before = replays(somebody.person());

    String trial =
        ask(head, Map.of(Figure.CLEAR_FIXES, 6, Figure.DWELL_FIXES, 6, Figure.SILENT_MINUTES, 15));
    trials.all();

    assertEquals("DONE", state(trial));
    assertEquals("kept 0, lost 1, gained 0, strange 0", tally(trial, "LEFT_PERMITTED_AREA"));
    assertEquals("kept 0, lost 0, gained 1, strange 0", tally(trial, "OFFLINE"));
    assertEquals(before + 1, replays(somebody.person()), "the person reads who looked at it");
    for (String language : List.of("en", "zh-CN")) {
      String html = text(browser.get(head, LAB + "/" + trial, language), 200);
      assertTrue(html.contains("<svg class=\"bars\""), html);
      assertFalse(html.contains("th:"), "a template attribute was not processed");
      assertFalse(text(browser.get(head, LAB, language), 200).contains("th:"));
    }
    assertTrue(
        text(browser.get(head, LAB + "/" + trial), 200)
            .contains("false 1 · good reason 0 · no good reason 0 · not answered 0"));
    String cases = LAB + "/" + trial + "/cases?kind=LEFT_PERMITTED_AREA&fate=LOST";
    assertTrue(text(browser.get(head, cases), 200).contains(alarm.id().toString()));
    assertFalse(
        text(browser.get(head, cases.replace("LOST", "KEPT")), 200)
            .contains(alarm.id().toString()));
    String kept =
        jdbc.sql("select string_agg(t::text, ' ') from lab.trial_alarms t where trial = ?::uuid")
            .param(trial)
            .query(String.class)
            .single();
    assertFalse(kept.contains(somebody.person().toString()), "numbers and alarms, nobody's name");
  }

  @Test
  void H16_what_is_in_force_is_lost_nowhere() throws Exception {
    Somebody somebody = scene.positioned(3);
    outAndBack(somebody);
    String trial = ask(somebody.staff().head(), Map.of(Figure.STRAP_SECONDS, 300));
    trials.all();
    assertEquals("kept 1, lost 0, gained 0, strange 0", tally(trial, "LEFT_PERMITTED_AREA"));
  }

  @Test
  void H16_only_the_head_of_the_agency_tries_and_reads_it() throws Exception {
    Somebody somebody = scene.positioned(3);
    String trial = ask(somebody.staff().head(), Map.of(Figure.STRAP_SECONDS, 300));
    text(browser.get(somebody.staff().officer(), LAB), 403);
    text(browser.get(scene.somebody().staff().head(), LAB + "/" + trial), 404);
    text(browser.post(scene.somebody().staff().head(), LAB + "/" + trial + "/cancel"), 404);
    trials.all();
  }

  @Test
  void H16_a_trial_that_is_cancelled_reads_no_more_tracks() throws Exception {
    Somebody somebody = scene.positioned(3);
    Actor head = somebody.staff().head();
    String trial = ask(head, Map.of(Figure.STRAP_SECONDS, 300));
    text(browser.post(head, LAB + "/" + trial + "/cancel"), 302);
    int before = replays(somebody.person());
    trials.all();

    assertEquals("CANCELLED", state(trial));
    assertEquals(before, replays(somebody.person()));
    text(browser.post(head, LAB + "/" + trial + "/publish", "from", "2099-01-01", "why", "x"), 404);
  }

  @Test
  void H16_what_cannot_be_tried_is_said_and_nothing_typed_is_lost() throws Exception {
    Actor head = scene.positioned(3).staff().head();
    String nothing = text(browser.post(head, LAB, fields(Map.of(), today(), "because")), 422);
    assertTrue(nothing.contains("because") && nothing.contains("role=\"alert\""), nothing);
    String beyond =
        text(browser.post(head, LAB, fields(Map.of(Figure.DWELL_FIXES, 99), today(), "why")), 422);
    assertTrue(beyond.contains("value=\"99\""), beyond);
    text(
        browser.post(head, LAB, fields(Map.of(Figure.DWELL_FIXES, 5), today().plusDays(1), "why")),
        422);
  }

  @Test
  void H16_figures_in_force_judge_from_their_day_on_and_observations_name_them() throws Exception {
    Somebody somebody = scene.positioned(3);
    Actor head = somebody.staff().head();
    String trial = ask(head, Map.of(Figure.CLEAR_FIXES, 6, Figure.DWELL_FIXES, 6));
    trials.all();
    String publish = LAB + "/" + trial + "/publish";
    text(browser.post(head, publish, "from", today().toString(), "why", "tried"), 422);
    LocalDate from = today().plusDays(1);
    text(browser.post(head, publish, "from", from.toString(), "why", "tried"), 302);
    assertTrue(text(browser.get(head, "/console/numbers"), 200).contains("tried"));

    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    alarming.go(device, INSIDE, 2);
    alarming.go(device, OUTSIDE, 3);
    assertEquals("supervision-2", version(raised(somebody.person())));

    clock.forward(Duration.between(clock.instant(), LegalCalendar.startOf(from).plusSeconds(60)));
    Somebody later = scene.positioned(3);
    alarming.go(device, INSIDE, 6);
    found(raised(somebody.person()), somebody.staff().officer());
    int asked = left(somebody.person()).size();
    alarming.go(device, OUTSIDE, 4);
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
    assertEquals(asked, left(somebody.person()).size(), "four are not enough any more");
    alarming.go(device, OUTSIDE, 6);
    assertEquals("supervision-2/" + from, version(raised(somebody.person())));

    DeviceCredential elsewhere = scene.device(later, DeviceKind.DEDICATED);
    alarming.go(elsewhere, INSIDE, 2);
    alarming.go(elsewhere, OUTSIDE, 3);
    assertEquals("supervision-2", version(raised(later.person())), "another agency's are its own");
  }

  private String version(Alarm alarm) {
    return observations.of(alarm).getFirst().observation().ruleVersion();
  }

  /** Out for three positions, and a silence of seventeen minutes afterwards. */
  private Alarm outAndBack(Somebody somebody) throws Exception {
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    alarming.go(device, INSIDE, 2);
    alarming.go(device, OUTSIDE, 3);
    alarming.go(device, INSIDE, 3);
    clock.forward(Duration.ofMinutes(7));
    alarming.go(device, INSIDE, 3);
    return raised(somebody.person());
  }

  private void found(Alarm alarm, Actor officer) {
    Running run = scene.perform(alarming.run(alarm), "EvidenceSeen", Facts.NONE, officer);
    scene.perform(run, "FoundError", Facts.NONE.text("reason", "reflections"), officer);
  }

  private String ask(Actor head, Map<Figure, Integer> changed) throws Exception {
    MvcResult asked = browser.post(head, LAB, fields(changed, today(), "too many false ones"));
    text(asked, 302);
    String to = asked.getResponse().getRedirectedUrl();
    if (to == null) throw new AssertionError("no way to the trial");
    return to.substring((LAB + "/").length());
  }

  private String[] fields(Map<Figure, Integer> changed, LocalDate last, String reason) {
    var fields = new ArrayList<String>();
    Figure.of(SupervisionRules.standard())
        .forEach(
            (figure, value) -> {
              fields.add(figure.number());
              fields.add(Integer.toString(changed.getOrDefault(figure, value)));
            });
    fields.addAll(
        List.of("first", last.minusDays(2).toString(), "last", last.toString(), "reason", reason));
    return fields.toArray(String[]::new);
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }

  private String state(String trial) {
    return jdbc.sql("select state from lab.trials where id = ?::uuid")
        .param(trial)
        .query(String.class)
        .single();
  }

  private String tally(String trial, String kind) {
    return jdbc.sql(
            """
            select 'kept ' || kept || ', lost ' || lost || ', gained ' || gained || ', strange '
              || strange from lab.trial_kinds where trial = ?::uuid and kind = ?
            """)
        .params(trial, kind)
        .query(String.class)
        .single();
  }

  private int replays(PersonId person) {
    return (int)
        looks.at(person, null, 500).rows().stream()
            .filter(look -> look.what().equals("replay"))
            .count();
  }

  private Alarm raised(PersonId person) throws InterruptedException {
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
    return left(person).getFirst();
  }

  /** The alarms about leaving, the latest first. */
  private List<Alarm> left(PersonId person) {
    return alarms.of(person, 50).stream()
        .filter(alarm -> alarm.kind() == AlarmKind.LEFT_AREA)
        .toList();
  }

  private static String text(MvcResult result, int status) throws Exception {
    String html = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    assertEquals(status, result.getResponse().getStatus(), html);
    return html;
  }
}
