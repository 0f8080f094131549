package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.Substituting;
import org.smartcorrection.platform.organisation.Substituting.Why;
import org.smartcorrection.platform.organisation.Substitution;
import org.smartcorrection.platform.organisation.SubstitutionRegister;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.springframework.beans.factory.annotation.Autowired;

/** A district with officers and a deputy, and what tests of substitutions do in it. */
abstract class SubstitutionSetting {
  @Autowired District district;
  @Autowired SubstitutionRegister register;
  @Autowired Accounts accounts;
  @Autowired Casework casework;
  @Autowired Browser browser;
  @Autowired Mornings mornings;
  @Autowired Clock clock;
  District.Staffed staffed;
  Actor officer;
  Actor colleague;
  Actor deputy;

  @BeforeEach
  void aDistrictOfItsOwnInTheMorning() {
    mornings.next();
    staffed = district.staffed();
    officer = staffed.officer();
    colleague = district.actor(officer.agency(), Role.AGENCY_OFFICER);
    deputy = district.deputy(staffed.head().agency());
  }

  SubstitutionRegister.Wanted wanted(
      Actor post,
      Actor substitute,
      LocalDate from,
      LocalDate until,
      Substitution.@Nullable Order order) {
    return new SubstitutionRegister.Wanted(post.post(), substitute.account(), from, until, order);
  }

  Substitution.Order order() {
    return new Substitution.Order("青司〔2026〕7号", today());
  }

  Substitution recorded(SubstitutionRegister.Wanted wanted, Actor by) {
    return switch (register.record(wanted, by)) {
      case Substituting.Recorded(var made) -> made;
      case Substituting.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  Why why(SubstitutionRegister.Wanted wanted, Actor by) {
    return switch (register.record(wanted, by)) {
      case Substituting.Recorded made -> throw new AssertionError(made.toString());
      case Substituting.Refused refused -> refused.why();
    };
  }

  Optional<Actor> in(Actor post, Actor substitute) {
    return accounts.acting(substitute.account(), post.post(), today());
  }

  Running proposed() {
    Case in = district.received(staffed).in();
    return District.recorded(
            casework.perform(
                PerformAct.opening(
                        in.id(),
                        "positioning",
                        "PositioningProposed",
                        Facts.NONE
                            .choice("ground", "LEFT_WITHOUT_APPROVAL")
                            .text("statement", "left without approval")
                            .count("months", 3)
                            .day("termEndsOn", today().plusYears(1)),
                        officer)
                    .withDocuments(List.of(paper("evidence")))))
        .instance();
  }

  PerformAct approval(Running proposed, Actor by) {
    return PerformAct.in(
            proposed,
            "PositioningApproved",
            Facts.NONE.count("months", 3).text("reason", "necessary"),
            by)
        .withDocuments(List.of(paper("approval")));
  }

  static Upload paper(String kind) {
    return new Upload(kind, kind + ".pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
  }

  PerformAct visit(Case in, Actor by) {
    Facts facts =
        Facts.NONE
            .choice("visitKind", "HOME_VISIT")
            .day("plannedOn", today().plusDays(2))
            .text("reason", "as planned");
    return PerformAct.opening(in.id(), "visit", "VisitPlanned", facts, by);
  }

  List<String> refused(PerformAct command) {
    return switch (casework.perform(command)) {
      case Result.Refused(var reasons) -> reasons.stream().map(Reason::key).toList();
      case Result.Recorded recorded -> throw new AssertionError(recorded.toString());
      case Result.NeedsReason needs -> throw new AssertionError(needs.toString());
    };
  }

  String html(Actor actor, String path) throws Exception {
    var response = browser.get(actor, path).getResponse();
    String html = response.getContentAsString(StandardCharsets.UTF_8);
    assertEquals(200, response.getStatus(), path + html);
    assertFalse(html.contains("th:") || html.contains("??"), path);
    return html;
  }

  int status(Actor actor, String path) throws Exception {
    return browser.get(actor, path).getResponse().getStatus();
  }

  LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }
}
