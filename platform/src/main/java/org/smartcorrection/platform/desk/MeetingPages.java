package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Standing;
import org.smartcorrection.platform.committee.Committees;
import org.smartcorrection.platform.committee.Meeting;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.procedure.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calls a meeting of the committee, and shows its agenda with what was said (rule H11). */
@Controller
class MeetingPages {
  private final Committees committees;
  private final MeetingRows rows;
  private final WaitingRows waiting;
  private final Agenda agenda;
  private final CaseAccess access;
  private final Jurisdiction jurisdiction;
  private final Looks looks;
  private final Standing standing;
  private final Trail trail;
  private final Law law;

  MeetingPages(
      Committees committees,
      MeetingRows rows,
      WaitingRows waiting,
      Agenda agenda,
      CaseAccess access,
      Jurisdiction jurisdiction,
      Looks looks,
      Standing standing,
      Trail trail,
      Law law) {
    this.committees = committees;
    this.rows = rows;
    this.waiting = waiting;
    this.agenda = agenda;
    this.access = access;
    this.jurisdiction = jurisdiction;
    this.looks = looks;
    this.standing = standing;
    this.trail = trail;
    this.law = law;
  }

  @GetMapping(CommitteePages.PATH + "/meetings/new")
  String fresh(Model model) {
    jurisdiction.custody(Present.actor());
    model.addAttribute("form", Form.empty());
    return "desk/meeting-new";
  }

  @PostMapping(CommitteePages.PATH + "/meetings/new")
  String call(HttpServletRequest request, HttpServletResponse response, Model model) {
    Actor actor = Present.actor();
    AgencyId agency = jurisdiction.custody(actor);
    FormReader read = Form.of(request.getParameterMap()).read("desk.committee.meeting.field");
    Optional<Instant> opens = read.instant("opensAt");
    String place = read.text("place", 200);
    if (standing.absent(actor).isPresent()) read.failing("opensAt", "desk.committee.absent");
    if (committees.of(agency).isEmpty()) read.failing("opensAt", "desk.committee.none.next");
    if (read.failed() || opens.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("form", read.form());
      return "desk/meeting-new";
    }
    Meeting meeting = committees.call(agency, opens.get(), place, actor);
    trail.note(actor.account(), "committee-called", meeting.id().toString());
    return "redirect:" + address(meeting);
  }

  @GetMapping(CommitteePages.PATH + "/meetings/{id}")
  String meeting(
      @PathVariable UUID id,
      @RequestParam @Nullable String after,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    return show(meeting(id), after, List.of(), model, request, locale);
  }

  /** One press puts what waits for the head on the agenda, in the words of whoever proposed it. */
  @PostMapping(CommitteePages.PATH + "/meetings/{id}/items")
  String put(
      @PathVariable UUID id,
      @RequestParam(name = "case") String caseId,
      @RequestParam String matter,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    Meeting meeting = meeting(id);
    OpenedCase opened = access.open(CaseId.of(caseId), request, "case");
    Result result = agenda.put(meeting, opened, matter);
    if (result instanceof Result.Recorded recorded)
      return "redirect:" + address(meeting) + "#item-" + recorded.instance().id();
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(meeting, null, CaseForm.against(result), model, request, locale);
  }

  private Meeting meeting(UUID id) {
    return committees
        .meeting(id)
        .filter(found -> found.agency().equals(jurisdiction.custody(Present.actor())))
        .orElseThrow(NotFound::new);
  }

  private static String address(Meeting meeting) {
    return CommitteePages.PATH + "/meetings/" + meeting.id();
  }

  private String show(
      Meeting meeting,
      @Nullable String after,
      List<Reason> refusals,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    Actor actor = Present.actor();
    var people = new HashSet<>(rows.shown(meeting));
    model.addAttribute("meeting", meeting);
    model.addAttribute("items", rows.of(meeting, actor, locale));
    model.addAttribute("refusals", LawSays.rendered(refusals, law, locale));
    boolean comes = agenda.open(meeting);
    model.addAttribute("comes", comes);
    if (comes) {
      WaitingRows.Shown shown = waiting.wanted(meeting.agency(), actor, after, locale);
      @Nullable String next = shown.rows().next();
      model.addAttribute("waiting", shown.rows().rows());
      model.addAttribute("next", next == null ? null : address(meeting) + "?after=" + next);
      model.addAttribute("first", after == null ? null : address(meeting));
      people.addAll(shown.people());
    }
    model.addAttribute("basis", Basis.of("H11", law, locale));
    looks.record(actor, Sessions.purpose(request, actor), "case", people);
    return "desk/meeting";
  }
}
