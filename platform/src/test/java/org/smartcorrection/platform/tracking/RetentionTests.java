package org.smartcorrection.platform.tracking;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.playback.Span;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.SealAgencyActs;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.smartcorrection.platform.vault.Shred;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What was kept of where somebody was goes when its time is over, and it can be proved (H14). */
@PlatformTest
class RetentionTests {
  private static final double LATITUDE = 31.15;
  private static final double INSIDE = 104.55;
  private static final double OUTSIDE = 104.63;

  @Autowired MockMvc door;
  @Autowired Browser browser;
  @Autowired Scene scene;
  @Autowired District district;
  @Autowired Retention retention;
  @Autowired Deletions deletions;
  @Autowired Held held;
  @Autowired Holds holds;
  @Autowired Journal journal;
  @Autowired Intake intake;
  @Autowired Expiry expiry;
  @Autowired Exports exports;
  @Autowired Positions positions;
  @Autowired Law law;
  @Autowired TransactionTemplate transaction;
  @Autowired Alarms alarms;
  @Autowired Questions questions;
  @Autowired Instances instances;
  @Autowired SealAgencyActs sealed;
  @Autowired Vault vault;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  @Test
  void H14_a_track_goes_with_its_key_so_that_no_backup_brings_it_back() throws Exception {
    Somebody somebody = scene.positioned(3);
    Instant sent = send(somebody, DeviceKind.DEDICATED, INSIDE);
    Backup backup = backup(somebody.person());
    days(80);
    day();
    assertEquals(1, rows("journal", somebody), "its time is not over");

    days(11);
    day();

    assertEquals(0, rows("journal", somebody), "held by " + holds.of(somebody.person()));
    Deletions.Deletion gone = track(somebody).getFirst();
    assertEquals(1, gone.rows());
    assertEquals(90, gone.keptDays());
    assertEquals(1, gone.keys());
    Shred shred =
        vault.shreds().stream()
            .filter(one -> one.owner().equals(Stretches.owner(somebody.person(), sent).value()))
            .findFirst()
            .orElseThrow();
    assertEquals(shred.number() + " " + shred.hash(), gone.act().says().get("list"));
    backup.putBack();
    assertEquals(List.of(), journal.from(somebody.person(), Instant.EPOCH));
  }

  @Test
  void H14_the_deletion_is_an_act_on_the_ledger_that_names_nobody() throws Exception {
    Somebody somebody = scene.positioned(3);
    send(somebody, DeviceKind.DEDICATED, INSIDE);
    days(91);
    day();

    Deletions.Deletion gone = track(somebody).getFirst();
    Receipt receipt = requireNonNull(sealed.receipts(List.of(gone.act())).get(gone.act().id()));
    assertNotEquals(Receipt.State.BROKEN, receipt.state());
    assertEquals("TRACK", gone.act().says().get("class"));
    assertEquals("H14", gone.act().says().get("rule"));
    assertFalse(gone.act().says().toString().contains(somebody.person().toString()));
    assertFalse(gone.act().says().toString().contains(somebody.caseId().toString()));
    assertEquals(1, deletions.of(somebody.person(), 10).size(), "the person is told");

    int acts = deletions.of(agency(somebody), null, 100).rows().size();
    day();
    assertEquals(acts, deletions.of(agency(somebody), null, 100).rows().size(), "once");
  }

  @Test
  void H14_when_a_ground_has_ended_its_whole_track_goes_a_month_later() throws Exception {
    Somebody somebody = scene.somebody();
    scene.setArea(somebody);
    Running positioning = scene.ground(somebody, 3);
    send(somebody, DeviceKind.DEDICATED, INSIDE);
    scene.perform(
        positioning,
        "PositioningLifted",
        Facts.NONE.text("reason", "no longer needed"),
        somebody.staff().head());
    days(30);
    day();
    assertEquals(1, rows("journal", somebody));

    days(1);
    day();

    assertEquals(0, rows("journal", somebody));
    assertEquals(0, rows("snapshots", somebody));
    int keys = track(somebody).stream().mapToInt(Deletions.Deletion::keys).sum();
    days(61);
    day();
    int later = track(somebody).stream().mapToInt(Deletions.Deletion::keys).sum();
    assertEquals(0, keys, "something late could still have come under it");
    assertEquals(1, later);
  }

  @Test
  void CCL29_what_came_before_a_lift_was_recorded_goes_with_it() throws Exception {
    Somebody somebody = scene.somebody();
    scene.setArea(somebody);
    Running positioning = scene.ground(somebody, 3);
    clock.forward(Duration.ofMinutes(5));
    Instant before = send(somebody, DeviceKind.DEDICATED, INSIDE);
    clock.forward(Duration.ofMinutes(4)); // no silence, which would hold it back
    Instant lifted = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    clock.forward(Duration.ofMinutes(4));
    send(somebody, DeviceKind.DEDICATED, INSIDE);
    clock.forward(Duration.ofMinutes(1));

    scene.perform(
        PerformAct.in(
                positioning,
                "PositioningLifted",
                Facts.NONE.text("reason", "no longer needed"),
                somebody.staff().head())
            .occurring(lifted));
    intake.look().get();

    assertEquals(
        List.of(before),
        journal.from(somebody.person(), Instant.EPOCH).stream().map(Entry::time).toList());
    Deletions.Deletion gone = track(somebody).getFirst();
    assertEquals(1, gone.rows());
    assertEquals(0, gone.keptDays());
    assertEquals("L22", gone.act().says().get("rule"));
    assertEquals(1, deletions.of(somebody.person(), 10).size(), "the person is told");
    assertTrue(
        text(browser.get(somebody.staff().officer(), "/console/retention"))
            .contains("collected after the ground had been lifted"));

    int acts = deletions.of(agency(somebody), null, 100).rows().size();
    day();
    assertEquals(acts, deletions.of(agency(somebody), null, 100).rows().size(), "once");
  }

  @Test
  void H14_that_a_file_was_made_is_forgotten_with_what_it_was_evidence_of() throws Exception {
    Somebody somebody = scene.positioned(3);
    send(somebody, DeviceKind.DEDICATED, INSIDE);
    Actor officer = somebody.staff().officer();
    exports.add(
        new Export(
            UUID.randomUUID(),
            somebody.person(),
            somebody.caseId(),
            clock.instant(),
            officer.post(),
            agency(somebody),
            ReadPurpose.ALARM_TRIAGE,
            Export.Form.GPX,
            new Span(clock.instant().minusSeconds(60), clock.instant()),
            null,
            "00".repeat(32),
            "for the court"),
        officer.account());
    days(364);
    day();
    assertEquals(1, rows("exports", somebody));
    assertEquals(1, held(somebody, DataClass.EXPORT).count().rows());

    days(3);
    day();

    assertEquals(0, rows("exports", somebody));
    assertTrue(
        deletions.of(somebody.person(), 10).stream().anyMatch(one -> one.of() == DataClass.EXPORT));
  }

  @Test
  void H14_no_place_is_remembered_of_a_track_that_is_gone() throws Exception {
    Somebody somebody = scene.positioned(3);
    send(somebody, DeviceKind.DEDICATED, INSIDE);
    assertEquals(1, positions.latest(List.of(somebody.person())).size());
    days(89);
    assertEquals(1, positions.latest(List.of(somebody.person())).size());
    transaction.executeWithoutResult(
        _ ->
            expiry.delete(
                somebody.person(), Periods.of(agency(somebody), law, later()), clock.instant()));

    assertEquals(List.of(), positions.latest(List.of(somebody.person())));
    intake.look().get();
    assertEquals(List.of(), positions.latest(List.of(somebody.person())));
  }

  @Test
  void who_was_silent_since_a_key_was_destroyed_holds_nobody_up() throws Exception {
    Somebody somebody = scene.positioned(3);
    send(somebody, DeviceKind.DEDICATED, INSIDE);
    days(80);
    Instant soon = clock.instant().plus(Duration.ofDays(60));
    transaction.executeWithoutResult(
        _ -> {
          expiry.delete(
              somebody.person(), Periods.of(agency(somebody), law, soon), clock.instant());
          assertEquals(1, expiry.destroyKeys(List.of(somebody.person()), clock.instant()).size());
        });

    intake.look().get();

    assertEquals(0, rows("snapshots", somebody));
    assertEquals(1, rows("observations", somebody), "the silence is asked about");
  }

  private Instant later() {
    return clock.instant().plus(Duration.ofDays(2));
  }

  @Test
  void H14_an_open_alarm_holds_back_and_its_evidence_outlives_the_track() throws Exception {
    Somebody somebody = scene.positioned(3);
    Alarm alarm = alarm(somebody);
    int kept = rows("journal", somebody);
    days(100);
    day();
    assertEquals(kept, rows("journal", somebody));
    assertEquals(1, held(somebody, DataClass.TRACK).forAlarm());

    Actor officer = somebody.staff().officer();
    Running asked = instances.find(requireNonNull(alarms.get(alarm.id()).instance())).orElseThrow();
    asked = scene.perform(asked, "EvidenceSeen", Facts.NONE, officer);
    asked =
        scene.perform(
            asked, "FoundError", Facts.NONE.text("reason", "the device was broken"), officer);
    scene.perform(asked, "AlarmClosed", Facts.NONE, officer);
    day();

    assertEquals(0, rows("journal", somebody));
    assertEquals(0, held(somebody, DataClass.TRACK).forAlarm());
    assertTrue(rows("observations", somebody) > 0);
    String page = text(browser.get(officer, "/console/alarms/" + alarm.id()));
    assertTrue(page.contains("<svg class=\"map\""), "what it rests on is still seen");

    days(366);
    day();
    assertEquals(0, rows("observations", somebody));
    assertEquals(0, rows("cutouts", somebody));
    assertTrue(
        deletions.of(agency(somebody), null, 100).rows().stream()
            .anyMatch(one -> one.of() == DataClass.EVIDENCE));
  }

  @Test
  void H14_a_complaint_holds_back_and_nobody_at_the_agency_learns_that_there_is_one()
      throws Exception {
    Somebody somebody = scene.positioned(3);
    send(somebody, DeviceKind.PHONE, INSIDE);
    Actor person = Scene.inPerson(somebody);
    browser.post(person, "/my/complaints/procuratorate", "words", "they look too often");
    boolean complained =
        jdbc.sql(
                """
                select exists (select from casework.instances i
                  join casework.cases c on c.id = i.case_id
                  where c.person = ? and i.procedure = 'complaint')
                """)
            .param(somebody.person().value())
            .query(Boolean.class)
            .single();
    assertTrue(complained);
    days(31);
    day();

    assertEquals(1, rows("verifications", somebody));
    Held.OfAgency points = held(somebody, DataClass.POINT);
    assertEquals(0, points.forProceeding());
    assertEquals(Held.Count.NONE, points.count());
    String told = text(browser.get(somebody.staff().officer(), "/console/retention"));
    assertFalse(told.contains("people with"), told);
    assertTrue(
        text(browser.get(person, "/my/positions")).contains("Kept for longer at the moment"));
  }

  @Test
  void H14_a_complaint_to_the_agency_holds_back_and_is_counted() throws Exception {
    Somebody somebody = scene.somebody();
    send(somebody, DeviceKind.PHONE, INSIDE);
    browser.post(Scene.inPerson(somebody), "/my/complaints/agency", "words", "they look too often");
    days(31);
    day();

    assertEquals(1, rows("verifications", somebody));
    assertEquals(1, held(somebody, DataClass.POINT).forProceeding());
    String told = text(browser.get(somebody.staff().officer(), "/console/retention"));
    assertTrue(told.contains("people with a complaint or a proceeding: 1"), told);
  }

  @Test
  void H14_points_and_counts_go_in_their_time() throws Exception {
    Somebody somebody = scene.somebody();
    send(somebody, DeviceKind.PHONE, INSIDE);
    send(somebody, DeviceKind.DEDICATED, INSIDE); // no ground: refused and counted
    days(29);
    day();
    assertEquals(1, rows("verifications", somebody));

    days(2);
    day();
    assertEquals(0, rows("verifications", somebody));
    assertEquals(1, rows("refusals", somebody));

    days(160);
    day();
    assertEquals(0, rows("refusals", somebody));
  }

  @Test
  void what_is_kept_and_what_went_stands_on_the_pages_of_officer_administrator_and_person()
      throws Exception {
    Somebody somebody = scene.positioned(3);
    send(somebody, DeviceKind.PHONE, INSIDE);
    days(31);
    send(somebody, DeviceKind.DEDICATED, INSIDE);
    day();

    Actor administrator = district.actor(somebody.staff().officer().agency(), Role.ADMINISTRATOR);
    for (String language : List.of("en", "zh-CN")) {
      for (Actor reader :
          List.of(somebody.staff().officer(), somebody.staff().head(), administrator))
        text(browser.get(reader, "/console/retention", language));
      text(browser.get(Scene.inPerson(somebody), "/my/positions", language));
    }
    String all = text(browser.get(administrator, "/console/retention"));
    assertTrue(all.contains("Single positions") && all.contains("kept for 30 days"), all);
    String mine = text(browser.get(Scene.inPerson(somebody), "/my/positions"));
    assertTrue(mine.contains("1 of the days"), mine);
    assertTrue(mine.contains("1 kept"), mine);
  }

  /** A row of the journal as a backup of the database has it. */
  private final class Backup {
    private final PersonId person;
    private final Instant from;
    private final Instant until;
    private final byte[] sealed;

    Backup(PersonId person, Instant from, Instant until, byte[] sealed) {
      this.person = person;
      this.from = from;
      this.until = until;
      this.sealed = sealed.clone();
    }

    void putBack() {
      jdbc.sql(
              """
              insert into tracking.journal (person, from_at, until_at, entries, sealed)
              values (?, ?, ?, 1, ?)
              """)
          .params(
              person.value(), from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC), sealed)
          .update();
    }
  }

  private Backup backup(PersonId person) {
    return jdbc.sql("select * from tracking.journal where person = ?")
        .param(person.value())
        .query(
            (row, _) ->
                new Backup(
                    new PersonId(row.getObject("person", UUID.class)),
                    row.getObject("from_at", OffsetDateTime.class).toInstant(),
                    row.getObject("until_at", OffsetDateTime.class).toInstant(),
                    row.getBytes("sealed")))
        .single();
  }

  private void days(int days) {
    clock.forward(Duration.ofDays(days));
  }

  private void day() {
    assertTrue(retention.day(() -> true));
  }

  private List<Deletions.Deletion> track(Somebody somebody) {
    return deletions.of(agency(somebody), null, 100).rows().stream()
        .filter(one -> one.of() == DataClass.TRACK)
        .toList();
  }

  private static AgencyId agency(Somebody somebody) {
    return somebody.staff().officer().agency().id();
  }

  private Held.OfAgency held(Somebody somebody, DataClass of) {
    return held.of(agency(somebody)).stream()
        .filter(one -> one.of() == of)
        .findFirst()
        .orElseThrow();
  }

  private int rows(String table, Somebody somebody) {
    return jdbc.sql("select count(*) from tracking." + table + " where person = ?")
        .param(somebody.person().value())
        .query(Integer.class)
        .single();
  }

  private Instant send(Somebody somebody, DeviceKind kind, double longitude) throws Exception {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    door.perform(get(Scene.osmand(scene.device(somebody, kind), now, LATITUDE, longitude)));
    return now;
  }

  private Alarm alarm(Somebody somebody) throws Exception {
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    for (double longitude : new double[] {INSIDE, INSIDE, OUTSIDE, OUTSIDE, OUTSIDE}) {
      clock.forward(Duration.ofMinutes(10));
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
      door.perform(get(Scene.osmand(device, now, LATITUDE, longitude)));
    }
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
    return alarms.of(somebody.person(), 1).getFirst();
  }

  private static String text(MvcResult result) {
    String html = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    assertEquals(200, result.getResponse().getStatus(), html);
    return html;
  }
}
