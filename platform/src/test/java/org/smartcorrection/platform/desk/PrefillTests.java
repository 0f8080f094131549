package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.springframework.beans.factory.annotation.Autowired;

/** What an earlier act stated is taken over; another value needs a written reason. */
@PlatformTest
class PrefillTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Casework casework;
  @Autowired Acts acts;
  @Autowired Comparison comparison;
  @Autowired Clock clock;
  private District.Staffed staffed;
  private Result.Recorded received;

  @BeforeEach
  void received() {
    staffed = district.staffed();
    received = district.received(staffed);
  }

  @Test
  void penalty_and_months_of_the_judgement_are_taken_over() {
    Act proposed = recorded(commutation(Facts.NONE));

    assertEquals("FIXED_TERM", proposed.facts().said("penalty"));
    assertEquals(24, proposed.facts().count("originalMonths").orElseThrow());
    assertEquals(List.of(), comparison.of(received.in().id()));
  }

  @Test
  void another_value_than_the_record_has_needs_a_reason_and_is_recorded_with_it() {
    PerformAct other = commutation(Facts.NONE.count("originalMonths", 30));

    Result result = casework.perform(other);
    assertInstanceOf(Result.NeedsReason.class, result);
    List<Reason> warnings = ((Result.NeedsReason) result).warnings();
    assertEquals(List.of("reason.known.otherwise"), warnings.stream().map(Reason::key).toList());

    Act recorded = recorded(other.overriding("the court shortened the term before"));
    assertEquals(30, recorded.facts().count("originalMonths").orElseThrow());
    assertEquals("the court shortened the term before", recorded.overrideReason());
  }

  @Test
  void the_same_value_typed_again_needs_none() {
    recorded(commutation(Facts.NONE.count("originalMonths", 24).choice("penalty", "FIXED_TERM")));
  }

  @Test
  void what_counts_after_a_correction_of_the_judgement_is_taken_over() {
    Act referral =
        acts.history(received.in().id()).stream()
            .filter(act -> act.type().equals("ReferralReceived"))
            .findFirst()
            .orElseThrow();
    District.recorded(
        casework.perform(
            PerformAct.in(
                    received.instance(),
                    "ReferralReceived",
                    Facts.NONE.length(
                        "term", org.smartcorrection.procedure.TermLength.ofMonths(30)),
                    staffed.court())
                .occurring(referral.occurredAt())
                .correcting(referral.id())));

    assertEquals(
        30, recorded(commutation(Facts.NONE)).facts().count("originalMonths").orElseThrow());
  }

  @Test
  void the_correction_did_not_begin_earlier_than_the_judgement_says_without_a_reason() {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    PerformAct praise =
        PerformAct.opening(
                received.in().id(),
                "praise",
                "PraiseProposed",
                Facts.NONE
                    .choice("praiseGround", "OUTSTANDING_DEED")
                    .day("correctionSince", today.minusMonths(8))
                    .flag("obeysJudgement", true)
                    .flag("obeysLaw", true)
                    .flag("obeysRules", true)
                    .flag("takesPartInEducation", true)
                    .text("statement", "saved a child"),
                staffed.officer())
            .withDocuments(papers("evidence"));

    Result result = casework.perform(praise);

    assertTrue(keys(result).contains("reason.known.otherwise"), result.toString());
  }

  @Test
  void the_form_shows_what_is_known_with_the_act_that_said_so() throws Exception {
    String path = "/console/cases/" + received.in().id() + "/acts/commutation/CommutationProposed";
    String form = browser.get(staffed.officer(), path).getResponse().getContentAsString();

    assertTrue(form.contains("Known already"), form);
    assertTrue(form.contains("Suspended sentence"), "the category, which nobody types");
    assertTrue(form.contains("value=\"24\""), "the months, filled in");
    assertTrue(form.contains("Another value needs a reason."), form);
    assertFalse(form.contains("name=\"category\""));
    Act referral = acts.history(received.in().id()).getFirst();
    assertTrue(form.contains("/console/acts/" + referral.id() + "/proof"), form);
  }

  @Test
  void the_birthday_of_the_register_is_filled_in() throws Exception {
    String path = "/console/cases/" + received.in().id() + "/acts/minor/MinorCareBegun";
    String form = browser.get(staffed.officer(), path).getResponse().getContentAsString();
    assertTrue(form.contains("value=\"1985-05-05\""), "the birthday of the register");
  }

  @Test
  void the_form_tells_what_an_act_brings_by_itself() throws Exception {
    String path =
        "/console/cases/" + received.in().id() + "/acts/revocation/RevokedForAnotherCrime";
    String form = browser.get(staffed.officer(), path).getResponse().getContentAsString();

    assertTrue(form.contains("Correction terminated by the revocation"), form);
  }

  private PerformAct commutation(Facts more) {
    Facts facts =
        Facts.NONE
            .choice("commutationGround", "MAJOR_MERIT")
            .count("newMonths", 14)
            .text("statement", "saved a child")
            .with(more);
    return PerformAct.opening(
            received.in().id(), "commutation", "CommutationProposed", facts, staffed.officer())
        .withDocuments(papers("evidence", "proposal"));
  }

  private Act recorded(PerformAct command) {
    return District.recorded(casework.perform(command)).act();
  }

  private static List<String> keys(Result result) {
    return switch (result) {
      case Result.Recorded _ -> List.of();
      case Result.Refused(var reasons) -> reasons.stream().map(Reason::key).toList();
      case Result.NeedsReason(var warnings) -> warnings.stream().map(Reason::key).toList();
    };
  }

  private static List<Upload> papers(String... kinds) {
    return Stream.of(kinds)
        .map(
            kind ->
                new Upload(
                    kind, kind + ".pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)))
        .toList();
  }
}
