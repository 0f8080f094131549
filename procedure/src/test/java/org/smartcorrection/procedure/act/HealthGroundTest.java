package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Signs of the body are kept on a ground of their own, which the person ends at any time (H17). */
class HealthGroundTest {
  private final Story story = new Story("welfare");

  @Test
  void H17_a_consent_is_to_this_alone_and_free() {
    assertEquals(
        List.of("reason.health.consent"),
        story.refused(agreed().with("separateConsent", flag(false))));
    assertEquals(
        List.of("reason.support.free"), story.refused(agreed().with("freeToDecline", flag(false))));
    story.accepted(agreed());
    assertEquals("WATCHED", story.instance().state());
  }

  @Test
  void H17_for_a_minor_the_guardian_consents_and_is_named() {
    ActProposal minor = agreed().with("minor", flag(true));
    assertEquals(List.of("reason.health.guardian"), story.refused(minor));
    ActProposal guardian = minor.with("consentBy", choice("GUARDIAN"));
    assertEquals(List.of("reason.fact.missing"), story.refused(guardian));
    story.accepted(guardian.with("guardian", text("her mother")));
  }

  @Test
  void H17_it_names_signs_and_holds_for_a_while() {
    assertEquals(
        List.of("reason.health.signs"),
        story.refused(
            agreed().with("watchHeartRate", flag(false)).with("watchFalls", flag(false))));
    for (ActProposal wrong :
        List.of(
            agreed().with("watchUntil", on(day(6, 7))),
            agreed().with("watchFrom", on(day(5, 1))).with("watchUntil", on(day(6, 7))),
            agreed().with("watchUntil", on(day(12, 5)))))
      assertEquals(List.of("reason.health.days"), story.refused(wrong));
    story.accepted(agreed().with("watchUntil", on(day(12, 4))));
    assertEquals(day(12, 4), story.due("end"));
    assertEquals("EXPIRED", story.passTo(day(12, 4)).next().state());
  }

  @Test
  void H17_a_physicians_statement_may_set_other_figures_and_the_person_ends_it_all_the_same() {
    Map<String, Fact> facts = new HashMap<>(agreed().facts());
    for (String fact : List.of("minor", "consentBy", "separateConsent")) facts.remove(fact);
    story.accepted(
        act("HealthGroundPrescribed", Role.JUDICIAL_OFFICE, day(6, 8))
            .with(facts)
            .with("physician", text("Dr Li, county hospital"))
            .with("heartHigh", count(120))
            .withDocuments(Set.of("physician-statement"))
            .with("entrusted", flag(true)));

    story.accepted(act("HealthGroundWithdrawn", Role.SUBJECT, day(6, 9)));

    assertEquals("WITHDRAWN", story.instance().state());
    assertEquals(List.of(), story.instance().deadlines());
  }

  private static ActProposal agreed() {
    return act("HealthGroundAgreed", Role.AGENCY_OFFICER, day(6, 8))
        .with(
            Map.of(
                "healthPurpose", text("she had a stroke"),
                "watchHeartRate", flag(true),
                "watchPressure", flag(false),
                "watchTemperature", flag(false),
                "watchSteps", flag(false),
                "watchFalls", flag(true),
                "minor", flag(false)))
        .with(
            Map.of(
                "consentBy", choice("THE_PERSON"),
                "separateConsent", flag(true),
                "freeToDecline", flag(true),
                "whoSees", choice("RESPONSIBLE_OFFICER"),
                "whoHelps", text("her daughter, 13900000000"),
                "watchFrom", on(day(6, 8)),
                "watchUntil", on(day(9, 8))))
        .withDocuments(Set.of("health-consent"));
  }
}
