package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Officer;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.roster.Shift;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

/** What a duty officer does with alarms: choose, call, send somebody out, and count. */
@PlatformTest
class TriageTests {
  private static final Pattern ALARM = Pattern.compile("id=\"alarm-([0-9a-f-]{36})\"");

  @Autowired AlarmTrial trial;
  @Autowired Scene scene;
  @Autowired District district;
  @Autowired Mornings mornings;
  @Autowired Browser browser;
  @Autowired Alarms alarms;
  @Autowired AlarmQueue queue;
  @Autowired Workload workload;
  @Autowired Acts acts;
  @Autowired Comparison comparison;
  @Autowired MovableClock clock;
  private Somebody somebody;
  private Actor officer;

  @BeforeEach
  void morning() {
    mornings.next();
    somebody = scene.positioned(3);
    officer = somebody.staff().officer();
  }

  @Test
  void the_queue_is_paged_by_key_the_gravest_first_and_each_alarm_once() throws Exception {
    for (int i = 0; i < 5; i++) {
      trial.raised(somebody);
      clock.forward(Duration.ofMinutes(1));
    }
    Alarm grave = trial.leaves(somebody);

    List<UUID> seen = new ArrayList<>();
    @Nullable String after = null;
    do {
      Slice<Alarm> page = queue.page(officer, AlarmFilter.NONE, after, 2);
      page.rows().forEach(alarm -> seen.add(alarm.id()));
      after = page.next();
    } while (after != null);

    assertEquals(grave.id(), seen.getFirst());
    assertEquals(6, seen.size());
    assertEquals(6, new HashSet<>(seen).size());
    List<Alarm> rest = queue.page(officer, AlarmFilter.NONE, grave.id().toString(), 9).rows();
    for (int i = 1; i < rest.size(); i++)
      assertTrue(rest.get(i - 1).openedAt().isAfter(rest.get(i).openedAt()));
    assertEquals(new AlarmQueue.Tally(6, true), queue.tally(officer));
  }

  @Test
  void the_queue_shows_what_was_asked_for() throws Exception {
    Alarm raised = trial.raised(somebody);
    Alarm left = trial.leaves(somebody);

    assertEquals(List.of(left.id()), asked("unseen=true"));
    assertEquals(List.of(raised.id()), asked("kind=REPORT_MISSED"));
    assertEquals(List.of(), asked("whose=mine"), "nobody is responsible yet");
    assertEquals(List.of(left.id(), raised.id()), asked("kind=NONSENSE&after=x"));
    name(officer);
    assertEquals(List.of(left.id(), raised.id()), asked("whose=mine"));
  }

  @Test
  void a_call_and_somebody_sent_out_are_acts_with_what_came_of_them() throws Exception {
    Alarm alarm = trial.leaves(somebody);
    String page = "/console/alarms/" + alarm.id();
    post(page, "EvidenceSeen");

    MvcResult bare = post(page, "PersonCalled", "callSaid", "she is on the bus");
    assertEquals(422, bare.getResponse().getStatus());
    assertTrue(text(bare).contains("she is on the bus"), "what was typed is kept");
    post(page, "PersonCalled", "callOutcome", "NOT_ANSWERED");
    MvcResult early =
        post(page, "DispatchReported", "dispatchOutcome", "PERSON_MET", "foundThere", "at home");
    assertEquals(422, early.getResponse().getStatus(), "nobody was sent");
    post(page, "OfficerDispatched", "dispatchedWho", "Officer Lin", "dispatchedWhere", "East St");
    post(page, "DispatchReported", "dispatchOutcome", "PERSON_MET", "foundThere", "at home");

    assertEquals(
        List.of(
            "AlarmRaised", "EvidenceSeen", "PersonCalled", "OfficerDispatched", "DispatchReported"),
        acts.ofInstance(trial.run(alarm).id()).stream().map(act -> act.type()).toList());
    String shown = text(browser.get(officer, page));
    for (String word : List.of("Not answered", "Officer Lin", "East St", "at home"))
      assertTrue(shown.contains(word), word);
    assertEquals(List.of(), comparison.of(somebody.caseId()));
  }

  @Test
  void L28_at_night_a_person_is_called_only_for_what_is_about_a_person() throws Exception {
    Alarm plain = trial.raised(somebody);
    Alarm grave = trial.leaves(somebody);
    Running seenPlain = scene.perform(trial.run(plain), "EvidenceSeen", Facts.NONE, officer);
    Running seenGrave = scene.perform(trial.run(grave), "EvidenceSeen", Facts.NONE, officer);
    clock.forwardTo(
        LegalCalendar.startOf(LegalCalendar.legalDay(clock.instant())).plus(Duration.ofHours(23)));
    Facts call = Facts.NONE.choice("callOutcome", "CALL_ANSWERED");

    Result refused = scene.attempt(seenPlain, "PersonCalled", call, officer);
    assertEquals("reason.alarm.night", reason(refused));
    assertEquals(
        "reason.alarm.night",
        reason(scene.attempt(seenPlain, "PersonCalled", call.flag("aboutPerson", true), officer)),
        "what an alarm is about is not the caller's to say");
    String page = text(browser.get(officer, "/console/alarms/" + plain.id()));
    assertTrue(page.contains("nobody is called or visited before the morning"), page);
    assertFalse(page.contains("tel:"), page);

    scene.perform(seenGrave, "PersonCalled", call, officer);
    assertTrue(text(browser.get(officer, "/console/alarms/" + grave.id())).contains("tel:"));
    clock.forward(Duration.ofHours(7));
    scene.perform(seenPlain, "PersonCalled", call, officer);
  }

  @Test
  void workload_counts_day_and_night_and_what_was_found() throws Exception {
    Shift.Hours hours = new Shift.Hours(8, 18);
    var from = clock.instant();
    Alarm day = trial.raised(somebody);
    clock.forwardTo(
        LegalCalendar.startOf(LegalCalendar.legalDay(clock.instant())).plus(Duration.ofHours(22)));
    Alarm night = trial.leaves(somebody);
    clock.forward(Duration.ofMinutes(8));
    Running run = scene.perform(trial.run(night), "EvidenceSeen", Facts.NONE, officer);
    scene.perform(run, "FoundError", Facts.NONE.text("reason", "a mast"), officer);
    assertEquals(officer.account(), alarms.get(day.id()).seenBy());

    List<Workload.Row> rows =
        workload.of(officer.agency().id(), from, clock.instant().plusSeconds(1), hours);

    assertEquals(1, rows.size());
    Workload.Row row = rows.getFirst();
    assertEquals(officer.account(), row.officer());
    assertEquals(List.of(1, 1), List.of(row.day(), row.night()));
    assertEquals(List.of(1, 1), List.of(row.found(), row.errors()));
    assertEquals(4, row.half() == null ? -1 : row.half().toMinutes(), "between 0 and 8 minutes");
    String page = text(browser.get(officer, "/console/alarms/figures?days=7"));
    assertTrue(page.contains("50%"), page);
    assertTrue(page.contains("<rect class=\"night\""), page);
    assertEquals(
        403,
        browser
            .get(somebody.staff().office(), "/console/alarms/figures")
            .getResponse()
            .getStatus());
  }

  private void name(Actor responsible) {
    String ref = new Officer(responsible.account(), responsible.post()).toString();
    scene.perform(
        PerformAct.opening(
            somebody.caseId(),
            "responsibility",
            "OfficerAssigned",
            Facts.NONE.text("officer", ref).text("reason", "knows the case"),
            officer));
  }

  private List<UUID> asked(String query) throws Exception {
    String html = text(browser.get(officer, "/console/alarms?" + query));
    String open = html.substring(html.indexOf("id=\"queue\""), html.indexOf("id=\"closed\""));
    return ALARM.matcher(open).results().map(one -> UUID.fromString(one.group(1))).toList();
  }

  private MvcResult post(String page, String type, String... fields) throws Exception {
    return browser.post(officer, page + "/acts/" + type, fields);
  }

  private static String reason(Result result) {
    return result instanceof Result.Refused(var reasons)
        ? reasons.getFirst().key()
        : result.toString();
  }

  private static String text(MvcResult result) throws Exception {
    return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }
}
