package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.LegalCalendar;

class ReportOpinionComplaintReleaseTest {

  @Test
  void m13_a_report_is_due_at_the_plans_frequency_and_moves_off_a_holiday() {
    var story = new Story("checkin");

    var due = story.accepted(reportDue(7));
    assertEquals(day(10, 8), due.next().deadline("report").orElseThrow().deadline().day());
    assertEquals(List.of("reason.report.frequency"), new Story("checkin").refused(reportDue(0)));
  }

  @Test
  void m13_a_report_made_in_time_and_sent_later_counts_as_in_time() {
    var story = new Story("checkin");
    story.accepted(reportDue(7));
    Instant end = LegalCalendar.endOf(day(10, 8));
    story.accepted(Story.INTERPRETER.dueActs(story.instance(), end).getFirst());
    assertEquals("MISSED", story.instance().state());

    ActProposal queued =
        ActProposal.of("Reported", Role.SUBJECT, end.minusSeconds(60))
            .with("way", choice("PHONE_PAGE"));
    ActProposal late =
        ActProposal.of("Reported", Role.SUBJECT, end).with("way", choice("PHONE_PAGE"));
    assertEquals(List.of("reason.report.late"), story.refused(late));
    Outcome outcome = Story.INTERPRETER.decide(story.instance(), queued, end.plusSeconds(3600));
    var accepted = (Outcome.Accepted) outcome;
    assertEquals("DONE", accepted.next().state());
    assertTrue(accepted.met().getFirst().inTime());
  }

  @Test
  void m13_a_late_report_is_late_and_never_more() {
    var story = new Story("checkin");
    story.accepted(reportDue(7));

    ActProposal late =
        act("ReportedLate", Role.JUDICIAL_OFFICE, day(10, 9))
            .with(Map.of("way", choice("COUNTER"), "entrusted", new Fact.Flag(true)));
    var accepted = story.accepted(late);
    assertEquals("DONE_LATE", accepted.next().state());
    assertFalse(accepted.met().getFirst().inTime());
    assertEquals(List.of(), accepted.effects());
  }

  @Test
  void l44_a_reply_that_does_not_adopt_gives_its_reasons() {
    var story = new Story("opinion");
    var written =
        story.accepted(
            act("OpinionWritten", Role.PROSECUTOR, day(9, 14))
                .with("opinion", text("The intake was late."))
                .withDocuments(Set.of("opinion")));
    assertEquals(day(9, 29), written.next().deadline("reply").orElseThrow().deadline().day());

    ActProposal reply =
        act("OpinionReplied", Role.AGENCY_OFFICER, day(9, 20))
            .with(Map.of("adopted", choice("NOT_ADOPTED"), "reply", text("We disagree.")))
            .withDocuments(Set.of("reply"));
    assertEquals(List.of("reason.fact.missing"), story.refused(reply));
    assertTrue(
        story
            .accepted(reply.with("reason", text("It was recorded in time, see act 4.")))
            .effects()
            .contains(new Effect.Inform(Role.PROSECUTOR)));
  }

  @Test
  void l44_nobody_but_the_prosecutor_writes_or_withdraws_an_opinion() {
    var story = new Story("opinion");

    assertEquals(
        List.of("reason.power"),
        story.refused(act("OpinionWritten", Role.AGENCY_OFFICER, day(9, 14))));
  }

  @Test
  void l29_a_complaint_to_the_procuratorate_is_owed_by_it_and_tells_the_agency_nothing() {
    var story = new Story("complaint");
    var made =
        story.accepted(
            act("ComplaintToProcuratorate", Role.SUBJECT, day(9, 14))
                .with("complaint", text("I was not heard.")));

    assertEquals(List.of(), made.effects());
    assertEquals(
        List.of(Role.PROSECUTOR),
        made.next().deadlines().stream().map(OpenDeadline::owner).toList());
    assertEquals(
        List.of("reason.power"),
        story.refused(act("OutcomeToldByProcuratorate", Role.AGENCY_OFFICER, day(9, 15))));
  }

  @Test
  void l29_the_outcome_is_told_with_reasons_and_may_be_taken_further() {
    var story = new Story("complaint");
    story.accepted(
        act("ComplaintToAgency", Role.SUBJECT, day(9, 14)).with("complaint", text("Too strict.")));
    ActProposal told =
        act("OutcomeToldByAgency", Role.AGENCY_OFFICER, day(9, 16))
            .with("upheld", choice("NOT_UPHELD"));

    assertEquals(List.of("reason.fact.missing"), story.refused(told));
    story.accepted(told.with("reason", text("The plan allows it.")));
    story.accepted(
        act("ComplaintToProcuratorate", Role.SUBJECT, day(9, 17))
            .with("complaint", text("Too strict.")));
    assertEquals("WITH_PROCURATORATE", story.instance().state());
  }

  @Test
  void l32_m44_appraisal_is_due_thirty_days_before_and_release_on_the_last_day() {
    var story = termTo(10, 30);

    assertEquals(day(9, 30), story.instance().deadline("appraise").orElseThrow().deadline().day());
    assertEquals(day(10, 30), story.instance().deadline("release").orElseThrow().deadline().day());
  }

  @Test
  void l32_nobody_is_released_early_and_the_term_ends_by_itself() {
    var story = termTo(10, 3);
    ActProposal release =
        act("Released", Role.AGENCY_OFFICER, day(10, 2)).withDocuments(Set.of("certificate"));
    assertEquals(List.of("reason.release.early"), story.refused(release));

    Instant end = LegalCalendar.endOf(day(10, 3));
    var due = Story.INTERPRETER.dueActs(story.instance(), end);
    story.accepted(due.getFirst());
    assertEquals("TERM_OVER", story.instance().state());
    assertTrue(story.instance().deadline("release").isPresent(), "the certificate is still owed");
    var released =
        story.accepted(
            act("Released", Role.AGENCY_OFFICER, day(10, 8)).withDocuments(Set.of("certificate")));
    assertFalse(
        released.met().stream()
            .filter(met -> met.deadline().id().equals("release"))
            .findFirst()
            .orElseThrow()
            .inTime());
  }

  private static Story termTo(int month, int day) {
    var story = new Story("release");
    story.accepted(
        act("TermEntered", Role.AGENCY_OFFICER, day(3, 2)).with("termEndsOn", on(day(month, day))));
    return story;
  }

  private static ActProposal reportDue(int everyDays) {
    return act("ReportDue", Role.SYSTEM, day(9, 24))
        .with(Map.of("since", on(day(9, 24)), "everyDays", count(everyDays)));
  }
}
