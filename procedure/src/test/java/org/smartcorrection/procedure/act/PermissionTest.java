package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.LegalCalendar;

/** Exceptions from what is forbidden: whom one may not meet, where one may not go. */
class PermissionTest {

  private final Story contact = new Story("contact");
  private final Story place = new Story("place");

  @Test
  void M16_only_the_agency_allows_contact() {
    contact.accepted(contactApplied("CO_OFFENDER"));

    for (Role role : List.of(Role.JUDICIAL_OFFICE, Role.COURT, Role.SUBJECT)) {
      ActProposal other =
          act("ContactAllowed", role, day(9, 15))
              .with(contactAllowed().facts())
              .with("entrusted", flag(true));
      assertEquals(List.of("reason.power"), contact.refused(other));
    }
    contact.accepted(contactAllowed());
  }

  @Test
  void M16_contact_with_a_victim_who_has_not_agreed_warns() {
    contact.accepted(contactApplied("VICTIM"));

    assertEquals(List.of("reason.fact.missing"), contact.refused(contactAllowed()));
    ActProposal against = contactAllowed().with("otherAgrees", flag(false));
    assertEquals(List.of("reason.contact.consent"), contact.warned(against));
    contact.accepted(against.because("The civil court summoned both to one hearing."));
  }

  @Test
  void O1_what_the_court_forbids_no_agency_allows() {
    contact.accepted(contactApplied("CO_OFFENDER"));
    assertEquals(
        List.of("reason.contact.order"),
        contact.refused(contactAllowed().with("orderForbids", flag(true)).because("family")));

    place.accepted(placeApplied());
    assertEquals(
        List.of("reason.place.order"),
        place.refused(placeAllowed().with("orderAdmits", flag(false)).because("just once")));
  }

  @Test
  void M34_court_and_procuratorate_are_told_of_an_entry_that_is_allowed() {
    place.accepted(placeApplied());
    var allowed = place.accepted(placeAllowed());

    assertTrue(
        allowed
            .effects()
            .containsAll(
                List.of(
                    new Effect.Inform(Role.COURT),
                    new Effect.Inform(Role.PROSECUTOR),
                    new Effect.Inform(Role.SUBJECT),
                    new Effect.Issue("place-permit"))));
    assertFalse(
        Definitions.published()
            .get("place", 1)
            .act("PlaceEntryAllowed")
            .orElseThrow()
            .who()
            .contains(Role.JUDICIAL_OFFICE));
  }

  @Test
  void M34_a_permission_is_for_days_to_come_and_ends_by_itself() {
    assertEquals(
        List.of("reason.permission.begun"),
        place.refused(placeApplied().with("enterFrom", on(day(9, 1)))));
    assertEquals(
        List.of("reason.permission.order"),
        place.refused(placeApplied().with("enterUntil", on(day(9, 16)))));
    place.accepted(placeApplied());
    assertEquals(day(9, 17), place.instance().deadline("decide").orElseThrow().deadline().day());
    place.accepted(placeAllowed());
    var end = LegalCalendar.endOf(day(9, 18));
    var expired = place.accepted(Story.INTERPRETER.dueActs(place.instance(), end).getFirst());
    assertEquals("EXPIRED", expired.next().state());
  }

  @Test
  void M16_M34_a_refusal_has_a_reason_and_a_remedy() {
    contact.accepted(contactApplied("VICTIM"));
    place.accepted(placeApplied());

    assertEquals(
        List.of("reason.fact.missing"),
        contact.refused(act("ContactRefused", Role.AGENCY_OFFICER, day(9, 15))));
    assertEquals(
        List.of("reason.fact.missing"),
        place.refused(act("PlaceEntryRefused", Role.AGENCY_OFFICER, day(9, 15))));
    contact.accepted(
        act("ContactRefused", Role.AGENCY_OFFICER, day(9, 15))
            .with("reason", text("She said no.")));
    place.accepted(
        act("PlaceEntryRefused", Role.AGENCY_OFFICER, day(9, 15))
            .with("reason", text("No need was shown.")));
  }

  private static ActProposal contactApplied(String kind) {
    return act("ContactApplied", Role.SUBJECT, day(9, 14))
        .with(
            Map.of(
                "contactWith", text("Wang"),
                "contactKind", choice(kind),
                "contactPurpose", text("To pay the damages."),
                "contactFrom", on(day(9, 18)),
                "contactUntil", on(day(9, 18))))
        .withDocuments(Set.of("proof"));
  }

  private static ActProposal contactAllowed() {
    return act("ContactAllowed", Role.AGENCY_OFFICER, day(9, 15))
        .with(Map.of("orderForbids", flag(false), "reason", text("Damages are paid.")))
        .withDocuments(Set.of("decision"));
  }

  private static ActProposal placeApplied() {
    return act("PlaceEntryApplied", Role.SUBJECT, day(9, 14))
        .with(
            Map.of(
                "place", text("Exchange Hall"),
                "orderNumber", text("(2026)禁1号"),
                "entryPurpose", text("To close an account."),
                "enterFrom", on(day(9, 17)),
                "enterUntil", on(day(9, 18))))
        .withDocuments(Set.of("proof"));
  }

  private static ActProposal placeAllowed() {
    return act("PlaceEntryAllowed", Role.AGENCY_OFFICER, day(9, 15))
        .with(Map.of("orderAdmits", flag(true), "reason", text("Nobody can do it for him.")))
        .withDocuments(Set.of("decision"));
  }
}
