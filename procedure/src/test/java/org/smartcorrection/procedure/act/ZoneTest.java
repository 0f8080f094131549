package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ground that is forbidden, protected, required or silent: each on its basis, each with an end. */
class ZoneTest {

  private final Story forbidden = new Story("forbidden");
  private final Story presence = new Story("presence");
  private final Story silent = new Story("deadzone");

  @Test
  void M34_forbidden_ground_names_the_order_and_the_agency_alone_sets_it() {
    assertEquals(
        List.of("reason.fact.missing"), forbidden.refused(without(forbidden(), "orderNumber")));
    for (Role role : List.of(Role.JUDICIAL_OFFICE, Role.SUBJECT, Role.SYSTEM)) {
      ActProposal other =
          act("ForbiddenGroundSet", role, day(9, 14))
              .with(forbidden().facts())
              .with("entrusted", flag(true));
      assertEquals(List.of("reason.power"), forbidden.refused(other));
    }

    var set = forbidden.accepted(forbidden());

    assertTrue(
        set.effects()
            .containsAll(
                List.of(new Effect.Inform(Role.SUBJECT), new Effect.Inform(Role.PROSECUTOR))));
  }

  @Test
  void every_zone_ends_by_itself_on_its_last_day_and_with_the_correction() {
    Map<String, ActProposal> first =
        Map.of(
            "forbidden", forbidden(),
            "protection", protection(),
            "presence", presence("EDUCATION", "MON 09:00-11:30"),
            "deadzone", silent(90));
    first.forEach(
        (procedure, set) -> {
          var story = new Story(procedure);
          story.accepted(set);
          assertEquals(day(12, 14), story.due("end"));
          assertEquals("EXPIRED", story.passTo(day(12, 14)).next().state());
          var other = new Story(procedure);
          other.accepted(set);
          other.accepted(act(Act.CORRECTION_ENDED, Role.SYSTEM, day(10, 1)));
          assertEquals(List.of(), other.instance().deadlines());
        });
  }

  @Test
  void a_zone_is_not_over_before_it_is_set() {
    assertEquals(
        List.of("reason.permission.order"),
        forbidden.refused(forbidden().with("zoneUntil", on(day(9, 1)))));
    assertEquals(
        List.of("reason.zone.over"),
        forbidden.refused(
            forbidden().with("zoneFrom", on(day(9, 1))).with("zoneUntil", on(day(9, 13)))));
  }

  @Test
  void an_import_names_the_licence_of_its_data() {
    ActProposal imported = forbidden().with("source", choice("IMPORTED"));

    assertEquals(List.of("reason.fact.missing"), forbidden.refused(imported));
    forbidden.accepted(imported.with("licence", text("survey office, letter 12")));
  }

  @Test
  void L28_no_basis_makes_a_curfew() {
    for (String night :
        List.of("MON 20:00-24:00", "TUE 00:00-06:30", "SAT 05:59-07:00", "SUN 21:00-22:01")) {
      assertEquals(
          List.of("reason.presence.night"), presence.refused(presence("EDUCATION", night)), night);
    }
    assertEquals(
        List.of("reason.presence.long"),
        presence.refused(presence("EDUCATION", "MON 08:00-12:00, MON 13:00-17:01")));
    assertEquals(
        List.of("reason.presence.long"),
        presence.refused(
            presence(
                "EDUCATION",
                "MON 08:00-16:00, TUE 08:00-16:00, WED 08:00-16:00, THU 08:00-08:01")));
    assertEquals(
        List.of("reason.zone.hours"), presence.refused(presence("EDUCATION", "every night")));
    assertEquals(
        List.of("reason.fact.unknown"), presence.refused(presence("CURFEW", "MON 09:00-11:30")));
    presence.accepted(presence("EDUCATION", "MON 09:00-11:30"));
  }

  @Test
  void M14_L30_each_basis_is_for_those_for_whom_the_law_has_it() {
    ActProposal review = presence("MEDICAL_REVIEW", "MON 09:00-11:30");
    assertEquals(List.of("reason.presence.medical"), presence.warned(review));
    ActProposal benefit = presence("PUBLIC_BENEFIT_ACTIVITY", "MON 09:00-11:30");
    assertEquals(
        List.of("reason.presence.agreed"),
        presence.refused(benefit.with("activityAgreed", flag(false))));

    presence.accepted(review.with("category", choice("TEMPORARY_EXECUTION")));
    presence.accepted(benefit.with("activityAgreed", flag(true)));
  }

  @Test
  void a_dead_zone_explains_half_a_day_at_most() {
    assertEquals(List.of("reason.deadzone.length"), silent.refused(silent(721)));
    assertEquals(List.of("reason.deadzone.length"), silent.refused(silent(0)));
    silent.accepted(silent(720));
  }

  @Test
  void nothing_about_a_protected_person_is_a_fact_of_a_name_that_others_use() {
    Set<String> own =
        Set.of(
            "protectedName",
            "protectedKind",
            "protectedReason",
            "protectedRadius",
            "protectedGround");
    // whoever is sent out may be sent to where the protected person is
    Set<String> withheld =
        Set.of(
            "ProtectedGroundSet", "ProtectedGroundEnded", "OfficerDispatched", "DispatchReported");
    for (Definition definition : Definitions.published().all()) {
      for (Act each : definition.acts()) {
        boolean states = each.facts().keySet().stream().anyMatch(Withheld::isWithheld);
        assertEquals(withheld.contains(each.type()), states, each.type());
        if (!definition.id().equals("protection")) continue;
        for (String fact : each.facts().keySet()) {
          assertTrue(
              own.contains(fact) == Withheld.isWithheld(fact)
                  && (own.contains(fact) || fact.startsWith("zone")),
              fact);
        }
      }
    }
  }

  @Test
  void hours_come_back_as_they_were_written() {
    var random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(4); i >= 0; i--) {
        if (!text.isEmpty()) text.append(',');
        int from = random.nextInt(1_440);
        int until = random.nextInt(1_441);
        text.append(List.of("MON", "FRI", "SUN").get(random.nextInt(3)))
            .append(" %02d:%02d-%02d:%02d".formatted(from / 60, from % 60, until / 60, until % 60));
      }
      Optional<WeekHours> read = WeekHours.read(text.toString());
      if (read.isEmpty()) continue;
      assertEquals(read, WeekHours.read(read.get().text()), text.toString());
      for (WeekHours.Window window : read.get().windows()) {
        assertTrue(window.untilMinute() > window.fromMinute());
      }
    }
    assertEquals("MON 00:00-24:00", WeekHours.read("MON 00:00-24:00").orElseThrow().text());
    for (String wrong :
        List.of(
            "",
            "MON",
            "MON 9:00-10:00",
            "MON 10:00-09:00",
            "MON 00:00-24:01",
            "mon 01:00-02:00",
            "MON 09:00-11:00, MON 10:59-12:00",
            "MON 09:00-10:00,")) {
      assertFalse(WeekHours.read(wrong).isPresent(), wrong);
    }
  }

  private static ActProposal forbidden() {
    return zone("ForbiddenGroundSet")
        .with("name", text("Exchange Hall"))
        .with("orderNumber", text("(2026)禁1号"))
        .with("weekHours", text(WeekHours.ALWAYS))
        .with("onHolidays", choice("HOLIDAYS_AS_USUAL"));
  }

  private static ActProposal protection() {
    return act("ProtectedGroundSet", Role.AGENCY_OFFICER, day(9, 14))
        .with(
            Map.of(
                "protectedName", text("north"),
                "protectedKind", choice("VICTIM"),
                "protectedReason", text("threats after the sentence"),
                "protectedRadius", count(300),
                "protectedGround", text("{}"),
                "zoneFrom", on(day(9, 14)),
                "zoneUntil", on(day(12, 14))));
  }

  private static ActProposal presence(String basis, String hours) {
    return zone("PresenceSet")
        .with(
            Map.of(
                "name", text("school"),
                "presenceBasis", choice(basis),
                "category", choice("PAROLE"),
                "weekHours", text(hours),
                "onHolidays", choice("NOT_ON_HOLIDAYS"),
                "graceMinutes", count(15)));
  }

  private static ActProposal silent(int minutes) {
    return zone("DeadZoneApproved")
        .with(
            Map.of(
                "name", text("tunnel"),
                "longestMinutes", count(minutes),
                "reason", text("no signal inside")));
  }

  private static ActProposal zone(String type) {
    return act(type, Role.AGENCY_OFFICER, day(9, 14))
        .with(
            Map.of(
                "zoneFrom", on(day(9, 14)),
                "zoneUntil", on(day(12, 14)),
                "geometry", text("{}"),
                "source", choice("DRAWN"),
                "datum", choice("WGS_84")));
  }

  private static ActProposal without(ActProposal proposal, String fact) {
    var facts = new HashMap<>(proposal.facts());
    facts.remove(fact);
    return act(proposal.type(), proposal.role(), day(9, 14)).with(facts);
  }
}
