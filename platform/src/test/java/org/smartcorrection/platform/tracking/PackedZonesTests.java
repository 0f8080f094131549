package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.CircleArea;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.subjects.PersonForgotten;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is packed of zones is what the acts add up to, and never what they added up to before. */
@PlatformTest
class PackedZonesTests {
  static final CircleArea HALL = new CircleArea(new Wgs84Point(31.15, 104.55), 300);
  static final CircleArea YARD = new CircleArea(new Wgs84Point(31.12, 104.52), 200);

  @Autowired Scene scene;
  @Autowired PackedZones packed;
  @Autowired ZonePacking packing;
  @Autowired Areas areas;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired Vault vault;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  private Scene.Somebody somebody;
  private PersonId person;
  private LocalDate today;

  @BeforeEach
  void somebodyWithZonesOfEveryKind() {
    somebody = scene.somebody();
    person = somebody.person();
    scene.setArea(somebody);
    today = LegalCalendar.legalDay(clock.instant());
    set("protection", "ProtectedGroundSet", protectedGround());
    set("presence", "PresenceSet", presence());
    set(
        "deadzone",
        "DeadZoneApproved",
        ground("mine", HALL).text("reason", "below ground").count("longestMinutes", 480));
  }

  @Test
  void packed_zones_say_what_the_acts_say() {
    forbid("Hall", HALL);

    packing.pack(person);

    Zones zones = packedOnes();
    assertEquals(areas.fromActs(person).set(), zones.set());
    assertEquals(
        areas.fromActs(person).permitted().stream().map(Zone::polygons).toList(),
        zones.permitted().stream().map(Zone::polygons).toList());
    assertEquals(4, zones.set().size());
  }

  @Test
  void an_act_takes_away_what_was_packed_before_it() {
    Running hall = forbid("Hall", HALL);
    packing.pack(person);

    scene.perform(hall, "ForbiddenGroundSet", forbidden("Hall", YARD), somebody.staff().officer());

    assertEquals(Map.of(), packed.of(List.of(person)));
    // as after a start
    areas.bringToHand(List.of(person));
    assertEquals(YARD, areas.terms(person).forbidden().getFirst().area());
  }

  @Test
  void what_was_read_before_an_act_is_not_kept_after_it() {
    Running hall = forbid("Hall", HALL);
    long before = packed.changes(person);
    Zones old = areas.fromActs(person);

    scene.perform(hall, "ForbiddenGroundSet", forbidden("Hall", YARD), somebody.staff().officer());

    assertFalse(packed.keep(person, before, old));
    assertEquals(Map.of(), packed.of(List.of(person)));
  }

  @Test
  void an_act_that_fails_takes_nothing_away() {
    packing.pack(person);

    transaction.executeWithoutResult(
        undone -> {
          forbid("Hall", HALL);
          undone.setRollbackOnly();
        });

    assertEquals(3, packedOnes().set().size());
  }

  @Test
  void what_an_earlier_form_packed_is_not_read() {
    packing.pack(person);

    jdbc.sql("update tracking.packed_zones set form = form - 1").update();

    assertEquals(Map.of(), packed.of(List.of(person)));
  }

  @Test
  void what_somebody_changed_is_not_believed_and_the_acts_say_it() {
    packing.pack(person);

    jdbc.sql(
            "update tracking.packed_zones set sealed = set_byte(sealed, 0, get_byte(sealed, 0) # 1)"
                + " where person = ?")
        .param(person.value())
        .update();

    assertEquals(Map.of(), packed.of(List.of(person)));
    assertEquals(3, areas.set(person).size());
  }

  @Test
  void more_zones_than_a_page_has_lines_are_all_in_force() {
    for (int i = 0; i < 101; i++) forbid("Hall " + i, HALL);

    assertEquals(102, areas.terms(person).forbidden().size());
  }

  @Test
  void whoever_is_positioned_is_packed_in_the_background() {
    scene.ground(somebody, 3);
    assertTrue(packed.missing(clock.instant(), Set.of(), 10_000).contains(person));

    packing.pack(person);

    assertFalse(packed.missing(clock.instant(), Set.of(), 10_000).contains(person));
  }

  @Test
  void M16_nothing_of_a_protected_place_lies_open_and_its_key_opens_the_packed_one() {
    packing.pack(person);

    byte[] sealed =
        jdbc.sql("select sealed from tracking.packed_zones where person = ?")
            .param(person.value())
            .query((row, _) -> row.getBytes(1))
            .single();
    byte[] place = ByteBuffer.allocate(8).putDouble(HALL.centre().latitude()).array();
    assertTrue(indexOf(ZonesForm.encode(areas.fromActs(person)), place) > 0);
    assertEquals(-1, indexOf(sealed, place));

    vault.destroy(person, Purpose.CASEWORK);

    assertEquals(Map.of(), packed.of(List.of(person)));
  }

  @Test
  void a_person_who_is_forgotten_leaves_no_packed_zones() {
    packing.pack(person);

    transaction.executeWithoutResult(_ -> events.publishEvent(new PersonForgotten(person)));

    assertEquals(
        0,
        jdbc.sql("select count(*) from tracking.packed_zones where person = ?")
            .param(person.value())
            .query(Integer.class)
            .single());
  }

  private Zones packedOnes() {
    return packed.of(List.of(person)).getOrDefault(person, new Zones(List.of(), List.of()));
  }

  private static int indexOf(byte[] all, byte[] part) {
    for (int at = 0; at + part.length <= all.length; at++)
      if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) return at;
    return -1;
  }

  private Running forbid(String name, CircleArea where) {
    return set("forbidden", "ForbiddenGroundSet", forbidden(name, where));
  }

  private Running set(String procedure, String type, Facts facts) {
    return scene.perform(
        PerformAct.opening(somebody.caseId(), procedure, type, facts, somebody.staff().officer()));
  }

  private Facts forbidden(String name, CircleArea where) {
    return ground(name, where)
        .text("orderNumber", "(2026)禁1号")
        .text("weekHours", "ALWAYS")
        .choice("onHolidays", "NOT_ON_HOLIDAYS");
  }

  private Facts presence() {
    return ground("school", HALL)
        .choice("presenceBasis", "EDUCATION")
        .text("weekHours", "MON 09:00-11:30")
        .choice("onHolidays", "HOLIDAYS_AS_USUAL")
        .count("graceMinutes", 15);
  }

  private Facts protectedGround() {
    return Facts.NONE
        .text("protectedName", "north")
        .choice("protectedKind", "VICTIM")
        .text("protectedReason", "threats")
        .count("protectedRadius", 300)
        .text("protectedGround", GroundForm.write(HALL))
        .day("zoneFrom", today)
        .day("zoneUntil", today.plusDays(30));
  }

  private Facts ground(String name, CircleArea where) {
    return Facts.NONE
        .text("name", name)
        .day("zoneFrom", today)
        .day("zoneUntil", today.plusDays(30))
        .text("geometry", GroundForm.write(where))
        .choice("source", "DRAWN")
        .choice("datum", "WGS_84");
  }
}
