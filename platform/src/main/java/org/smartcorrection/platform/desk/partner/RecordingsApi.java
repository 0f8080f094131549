package org.smartcorrection.platform.desk.partner;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.desk.Discretion;
import org.smartcorrection.platform.documents.RecordingIntake;
import org.smartcorrection.platform.documents.Recordings;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Show;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Recordings from the system to which recorders are docked. A talk is on record before its film is
 * there, and an act never changes: what comes later comes by a further act, which states the same
 * and carries the recording, in the same run.
 */
@RestController
class RecordingsApi {
  private final Cases cases;
  private final Summaries summaries;
  private final Acts acts;
  private final Instances instances;
  private final Casework casework;
  private final RecordingIntake intake;
  private final Jurisdiction jurisdiction;
  private final Restrictions restrictions;
  private final Looks looks;
  private final Law law;
  private final Show show;

  RecordingsApi(
      Cases cases,
      Summaries summaries,
      Acts acts,
      Instances instances,
      Casework casework,
      RecordingIntake intake,
      Jurisdiction jurisdiction,
      Restrictions restrictions,
      Looks looks,
      Law law,
      Show show) {
    this.cases = cases;
    this.summaries = summaries;
    this.acts = acts;
    this.instances = instances;
    this.casework = casework;
    this.intake = intake;
    this.jurisdiction = jurisdiction;
    this.restrictions = restrictions;
    this.looks = looks;
    this.law = law;
    this.show = show;
  }

  /**
   * A recording that is on record.
   *
   * @param number of the act that carries it
   * @param corrects number of the act that it belongs to
   * @param lengthMs null when its container does not say
   */
  record Kept(
      String actId,
      int number,
      int corrects,
      String mediaType,
      String sha256,
      long bytes,
      @Nullable Long lengthMs) {}

  /**
   * Takes one in, the request's body, for an act that stands.
   *
   * @param name the file's name, percent-encoded
   */
  @PostMapping("/api/cases/{caseId}/acts/{number}/recordings")
  ResponseEntity<?> receive(
      @PathVariable String caseId,
      @PathVariable int number,
      @RequestHeader(value = "X-File-Name", defaultValue = "recording") String name,
      HttpServletRequest request,
      Locale locale) {
    Actor actor = Present.actor();
    Case in = open(caseId, actor);
    Act act =
        acts.counting(in.id()).stream()
            .filter(one -> one.number() == number && Discretion.shows(one))
            .findFirst()
            .orElseThrow(NotFound::new);
    var from = new RecordingIntake.From(in.id(), in.person(), in.purpose(), actor.account());
    try {
      Recordings.Waiting waiting =
          intake.receive(
              from, plain(name), request.getInputStream(), request.getContentLengthLong());
      return switch (casework.perform(carrying(act, waiting, actor))) {
        case Result.Recorded recorded -> created(in, act, recorded.act(), waiting);
        case Result.NeedsReason(var warnings) -> problem(said(warnings, locale));
        case Result.Refused(var reasons) -> problem(said(reasons, locale));
      };
    } catch (Refused refused) {
      return problem(Stream.of(show.say(Text.of(refused.key(), refused.arguments().toArray()))));
    } catch (IOException _) {
      // whoever sent it has gone, or the disk refused: nothing was kept
      return ResponseEntity.badRequest().build();
    }
  }

  private Case open(String caseId, Actor actor) {
    Summary summary = summaries.find(CaseId.of(caseId)).orElseThrow(NotFound::new);
    if (!jurisdiction.covers(actor, summary.agency(), summary.office())) throw new NotFound();
    restrictions.check(actor, summary);
    looks.record(actor, ReadPurpose.usual(actor.role()), "case", List.of(summary.person()));
    return cases.get(summary.caseId());
  }

  private PerformAct carrying(Act act, Recordings.Waiting waiting, Actor actor) {
    var run = instances.find(act.instance()).orElseThrow(NotFound::new);
    return PerformAct.in(run, act.type(), act.facts(), actor)
        .occurring(act.occurredAt())
        .correcting(act.id())
        .withRecordings(List.of(waiting.id()));
  }

  private static ResponseEntity<Kept> created(
      Case in, Act act, Act done, Recordings.Waiting waiting) {
    return ResponseEntity.created(
            URI.create("/api/cases/" + in.id() + "/acts?after=" + (done.number() - 1)))
        .body(
            new Kept(
                done.id().toString(),
                done.number(),
                act.number(),
                waiting.mediaType(),
                waiting.sha256(),
                waiting.bytes(),
                waiting.length() == null ? null : waiting.length().toMillis()));
  }

  private Stream<String> said(List<Reason> reasons, Locale locale) {
    return reasons.stream().map(reason -> law.explanations().render(reason, locale).text());
  }

  private ResponseEntity<ProblemDetail> problem(Stream<String> why) {
    var problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    problem.setTitle(show.say(Text.of("desk.api.refused")));
    problem.setProperty("errors", why.map(detail -> new Wrong("", detail)).toList());
    return ResponseEntity.unprocessableContent()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /** What is wrong; the pointer is that of the whole. */
  record Wrong(String pointer, String detail) {}

  private static String plain(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8)
          .replaceAll("\\p{Cntrl}", "")
          .replaceFirst("^.*[/\\\\]", "");
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
