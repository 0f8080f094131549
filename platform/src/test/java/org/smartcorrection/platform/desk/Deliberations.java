package org.smartcorrection.platform.desk;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.committee.Committees;
import org.smartcorrection.platform.committee.Meeting;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** A committee of three, called to a meeting that begins now, and a proposal it is asked about. */
@Component
class Deliberations {
  private final District district;
  private final Casework casework;
  private final Committees committees;
  private final Clock clock;

  Deliberations(District district, Casework casework, Committees committees, Clock clock) {
    this.district = district;
    this.casework = casework;
    this.committees = committees;
    this.clock = clock;
  }

  /** Everybody and everything in it. */
  record Scene(
      District.Staffed staffed, List<Actor> members, Meeting meeting, CaseId in, Running proposed) {
    String page() {
      return "/console/committee/meetings/" + meeting.id();
    }
  }

  Scene scene() {
    District.Staffed staffed = district.staffed();
    return scene(staffed, district.received(staffed).in().id());
  }

  Scene scene(District.Staffed staffed, CaseId in) {
    List<Actor> members =
        List.of(
            staffed.officer(),
            district.actor(staffed.officer().agency(), Role.AGENCY_OFFICER),
            district.actor(staffed.officer().agency(), Role.AGENCY_OFFICER));
    Running proposed = proposed(staffed, in);
    committees.set(
        staffed.officer().agency().id(),
        members.stream().map(Actor::post).toList(),
        Set.of("PositioningApproved", "RevocationProposed"),
        staffed.head());
    Meeting meeting =
        committees.call(staffed.officer().agency().id(), clock.instant(), "二楼", staffed.officer());
    return new Scene(staffed, members, meeting, in, proposed);
  }

  /** Electronic positioning, proposed to the head. */
  Running proposed(District.Staffed staffed, CaseId in) {
    return done(
        PerformAct.opening(
                in,
                "positioning",
                "PositioningProposed",
                Facts.NONE
                    .choice("ground", "LEFT_WITHOUT_APPROVAL")
                    .text("statement", "left without approval")
                    .count("months", 2)
                    .day("termEndsOn", LegalCalendar.legalDay(clock.instant()).plusYears(1)),
                staffed.officer())
            .withDocuments(
                List.of(
                    new Upload(
                        "evidence",
                        "evidence.pdf",
                        "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)))));
  }

  Running item(Scene scene) {
    return done(
        PerformAct.opening(
            scene.in(),
            "committee",
            "ItemPutOnAgenda",
            Facts.NONE
                .text("matter", "PositioningApproved/" + scene.proposed().id())
                .text("meeting", scene.meeting().id().toString())
                .text("itemSays", "electronic positioning for two months"),
            scene.staffed().officer()));
  }

  void vote(Running item, Actor by, String vote, String opinion) {
    done(voting(item, by, vote, opinion));
  }

  static PerformAct voting(Running item, Actor by, String vote, String opinion) {
    return PerformAct.in(
        item, "VoteCast", Facts.NONE.choice("vote", vote).text("voteOpinion", opinion), by);
  }

  static PerformAct closing(Running item, Actor by) {
    return PerformAct.in(item, "DeliberationClosed", Facts.NONE, by);
  }

  Running done(PerformAct command) {
    return District.recorded(casework.perform(command)).instance();
  }
}
