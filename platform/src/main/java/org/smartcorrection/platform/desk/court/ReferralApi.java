package org.smartcorrection.platform.desk.court;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.Show;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Referrals from a court's own system. Errors are RFC 9457, each with a JSON pointer. */
@RestController
class ReferralApi {
  private final Refer refer;
  private final Referrals referrals;
  private final Summaries summaries;
  private final Acts acts;
  private final Deadlines deadlines;
  private final Agencies agencies;
  private final Looks looks;
  private final Law law;
  private final Show show;
  private final Clock clock;

  ReferralApi(
      Refer refer,
      Referrals referrals,
      Summaries summaries,
      Acts acts,
      Deadlines deadlines,
      Agencies agencies,
      Looks looks,
      Law law,
      Show show,
      Clock clock) {
    this.refer = refer;
    this.referrals = referrals;
    this.summaries = summaries;
    this.acts = acts;
    this.deadlines = deadlines;
    this.agencies = agencies;
    this.looks = looks;
    this.law = law;
    this.show = show;
    this.clock = clock;
  }

  /** A referral as the court's system reads it. */
  record Referred(
      String caseId,
      String number,
      String agency,
      String status,
      @Nullable LocalDate termStartsOn,
      @Nullable LocalDate termEndsOn,
      List<Done> acts,
      List<Owed> deadlines) {}

  /** An act of the reception. */
  record Done(int number, String type, String recordedAt) {}

  /** A deadline of the reception. */
  record Owed(
      String name, String rule, String owner, LocalDate day, boolean provisional, boolean met) {}

  /** What is wrong, and where. */
  record Wrong(String pointer, String detail) {}

  @PostMapping(path = "/api/referrals", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> refer(@RequestBody byte[] body, Locale locale) {
    ReferralJson json = ReferralJson.read(body);
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    ReferralReading.Read read = ReferralReading.of(json.form(), agencies, today);
    List<Wrong> wrong = wrong(json, read.form());
    Optional<Referral> referral = read.referral();
    if (!wrong.isEmpty() || referral.isEmpty()) return problem(wrong);
    try {
      return switch (refer.refer(referral.get(), json.documents(), Present.actor())) {
        case Result.Recorded recorded -> {
          CaseId id = recorded.in().id();
          yield ResponseEntity.created(URI.create("/api/referrals/" + id)).body(referred(id));
        }
        case Result.NeedsReason(var warnings) ->
            problem(reasons(warnings, "/overrideReason", locale));
        case Result.Refused(var reasons) -> problem(reasons(reasons, "/decision", locale));
      };
    } catch (Refused refused) {
      var text = Text.of(refused.key(), refused.arguments().toArray());
      return problem(List.of(new Wrong("/person/identityNumber", show.say(text))));
    }
  }

  @GetMapping("/api/referrals/{caseId}")
  Referred referral(@PathVariable String caseId) {
    Actor actor = Present.actor();
    CaseId id = CaseId.of(caseId);
    if (!referrals.by(actor.agency().id(), id)) throw new NotFound();
    Summary summary = summaries.find(id).orElseThrow(NotFound::new);
    looks.record(actor, ReadPurpose.usual(actor.role()), "case", List.of(summary.person()));
    return referred(id);
  }

  private Referred referred(CaseId id) {
    Summary summary = summaries.find(id).orElseThrow(NotFound::new);
    var names =
        law.published("reception", clock.instant()).deadlines().stream()
            .map(spec -> spec.id() + spec.rule())
            .toList();
    return new Referred(
        id.toString(),
        summary.number(),
        agencies.get(summary.agency()).code(),
        summary.status().name(),
        summary.termFrom(),
        summary.termUntil(),
        acts.history(id).stream()
            .filter(act -> act.procedure().equals("reception"))
            .map(act -> new Done(act.number(), act.type(), act.recordedAt().toString()))
            .toList(),
        deadlines.ofCase(id).stream()
            .filter(due -> names.contains(due.name() + due.rule()))
            .map(
                due ->
                    new Owed(
                        due.name(),
                        due.rule(),
                        due.owner(),
                        due.day(),
                        due.provisional(),
                        due.metBy() != null))
            .toList());
  }

  private List<Wrong> wrong(ReferralJson json, Form form) {
    var wrong = new ArrayList<Wrong>();
    json.problems()
        .forEach(problem -> wrong.add(new Wrong(problem.pointer(), show.say(problem.detail()))));
    boolean readable = json.problems().stream().noneMatch(problem -> problem.pointer().isEmpty());
    if (readable)
      form.errors()
          .forEach(
              failure ->
                  wrong.add(
                      new Wrong(ReferralFields.pointer(failure.name()), show.say(failure.text()))));
    return wrong;
  }

  private List<Wrong> reasons(List<Reason> reasons, String elsewhere, Locale locale) {
    var explanations = law.explanations();
    return reasons.stream()
        .map(
            reason ->
                new Wrong(pointer(reason, elsewhere), explanations.render(reason, locale).text()))
        .toList();
  }

  private static String pointer(Reason reason, String elsewhere) {
    boolean missing = reason.key().equals("reason.fact.missing");
    if (!missing || !(reason.args().getFirst() instanceof Arg.Named(var key))) return elsewhere;
    return ReferralFields.pointer(key.substring("fact.".length()));
  }

  private ResponseEntity<ProblemDetail> problem(List<Wrong> wrong) {
    var problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    problem.setTitle(show.say(Text.of("desk.api.refused")));
    problem.setProperty("errors", wrong);
    return ResponseEntity.unprocessableContent()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
