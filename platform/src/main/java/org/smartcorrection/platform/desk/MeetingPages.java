package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.committee.Committees;
import org.smartcorrection.platform.committee.Meeting;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Calls a meeting of the committee, and shows its agenda with what was said (rule H11). */
@Controller
class MeetingPages {
  private final Committees committees;
  private final MeetingRows rows;
  private final Jurisdiction jurisdiction;
  private final Looks looks;
  private final Trail trail;
  private final Law law;

  MeetingPages(
      Committees committees,
      MeetingRows rows,
      Jurisdiction jurisdiction,
      Looks looks,
      Trail trail,
      Law law) {
    this.committees = committees;
    this.rows = rows;
    this.jurisdiction = jurisdiction;
    this.looks = looks;
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
    if (committees.of(agency).isEmpty()) read.failing("opensAt", "desk.committee.none.next");
    if (read.failed() || opens.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("form", read.form());
      return "desk/meeting-new";
    }
    Meeting meeting = committees.call(agency, opens.get(), place, actor);
    trail.note(actor.account(), "committee-called", meeting.id().toString());
    return "redirect:" + CommitteePages.PATH + "/meetings/" + meeting.id();
  }

  @GetMapping(CommitteePages.PATH + "/meetings/{id}")
  String meeting(@PathVariable UUID id, Model model, HttpServletRequest request, Locale locale) {
    Actor actor = Present.actor();
    Meeting meeting =
        committees
            .meeting(id)
            .filter(found -> found.agency().equals(jurisdiction.custody(actor)))
            .orElseThrow(NotFound::new);
    model.addAttribute("meeting", meeting);
    model.addAttribute("items", rows.of(meeting, actor, locale));
    model.addAttribute("basis", Basis.of("H11", law, locale));
    looks.record(actor, Sessions.purpose(request, actor), "case", rows.shown(meeting));
    return "desk/meeting";
  }
}
