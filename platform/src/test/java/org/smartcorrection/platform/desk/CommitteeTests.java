package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.committee.Meeting;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

/** Rule H11: a committee deliberates by account and by name, and advises whoever decides. */
@PlatformTest
class CommitteeTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Casework casework;
  @Autowired Cases cases;
  @Autowired Accounts accounts;
  @Autowired Deliberations deliberations;
  @Autowired Instances instances;
  @Autowired Acts acts;
  @Autowired Documents documents;
  @Autowired Comparison comparison;
  @Autowired Clock clock;
  Deliberations.Scene scene;
  District.Staffed staffed;
  List<Actor> members;
  Meeting meeting;
  CaseId in;
  Running proposed;

  @BeforeEach
  void aCommitteeOfThreeAndAProposal() {
    Deliberations.Scene made = deliberations.scene();
    scene = made;
    staffed = made.staffed();
    members = made.members();
    meeting = made.meeting();
    in = made.in();
    proposed = made.proposed();
  }

  @Test
  void H11_the_head_decides_with_the_advice_beside_and_writes_why_where_it_is_otherwise()
      throws Exception {
    assertEquals(List.of("reason.committee.not-heard"), warned(approval()));
    Running item = item();
    assertEquals(List.of("reason.committee.not-heard"), warned(approval()), "not closed yet");
    vote(item, members.get(0), "FOR");
    vote(item, members.get(1), "AGAINST");
    vote(item, members.get(2), "AGAINST");
    done(PerformAct.in(item, "DeliberationClosed", Facts.NONE, members.getFirst()));
    assertEquals(List.of("reason.committee.otherwise"), warned(approval()));
    for (String language : List.of("en", "zh-CN")) {
      assertEquals(200, status(staffed.head(), "/console/approvals", language));
      assertEquals(200, status(staffed.head(), "/console/committee", language));
      assertEquals(200, status(members.getFirst(), page(), language));
    }
    String form = html(staffed.head(), approvalPage());
    assertTrue(form.contains("The committee deliberated: Not carried. For 1, against 2"), form);
    Act approved =
        District.recorded(casework.perform(approval().overriding("the danger is at hand"))).act();
    assertEquals("the danger is at hand", approved.overrideReason());
    assertEquals(List.of(), comparison.of(in));
  }

  @Test
  void H11_refusing_what_was_carried_takes_a_reason_and_following_it_takes_none() {
    Running item = carried();
    PerformAct refusal =
        PerformAct.in(
            proposed, "PositioningRefused", Facts.NONE.text("reason", "no"), staffed.head());
    assertEquals(List.of("reason.committee.otherwise"), warned(refusal));
    District.recorded(casework.perform(approval()));
    assertEquals("CLOSED", instances.find(item.id()).orElseThrow().state());
  }

  @Test
  void H11_nobody_votes_for_another_twice_after_recusing_or_after_the_closing() {
    Running item = item();
    Actor stranger = district.actor(staffed.officer().agency(), Role.AGENCY_OFFICER);
    assertEquals(List.of("reason.committee.no-member"), refused(voting(item, stranger, "FOR")));
    assertEquals(
        List.of("reason.committee.no-member"), refused(voting(item, staffed.head(), "FOR")));
    done(
        PerformAct.in(
            item, "MemberRecused", Facts.NONE.text("reason", "a relative"), members.get(0)));
    assertEquals(List.of("reason.committee.recused"), refused(voting(item, members.get(0), "FOR")));
    vote(item, members.get(1), "FOR");
    assertEquals(List.of("reason.committee.voted"), refused(voting(item, members.get(1), "FOR")));
    assertEquals(List.of("reason.committee.quorum"), refused(closing(item, members.get(1))));
    vote(item, members.get(2), "FOR");
    assertEquals(
        List.of("reason.committee.presiding"),
        refused(closing(item, members.get(0))),
        "whoever has recused does not preside: the next in order does");
    done(closing(item, members.get(1)));
    assertEquals(List.of("reason.state"), refused(voting(item, members.get(2), "FOR")));
    Act vote = acts.ofInstance(item.id()).get(2);
    assertEquals(
        List.of("reason.committee.stays"),
        refused(voting(item, members.get(1), "ABSTAIN").correcting(vote.id())));
  }

  @Test
  void H11_of_two_who_close_at_once_one_does() throws Exception {
    Running item = item();
    for (Actor member : members) vote(item, member, "FOR");
    Callable<Result> close = () -> casework.perform(closing(item, members.getFirst()));
    try (var both = Executors.newFixedThreadPool(2)) {
      var results = new ArrayList<Result>();
      for (var one : both.invokeAll(List.of(close, close))) results.add(one.get());
      assertEquals(1, results.stream().filter(Result.Recorded.class::isInstance).count());
    }
  }

  @Test
  void H11_the_minutes_say_everything_and_are_nobody_elses_to_read() throws Exception {
    Running item = carried();
    for (Actor member : members.subList(0, 2))
      done(PerformAct.in(item, "MinutesSigned", Facts.NONE, member));
    assertEquals(
        List.of("reason.fact.missing"),
        refused(PerformAct.in(item, "MinutesCompleted", Facts.NONE, members.getFirst())));
    done(PerformAct.in(item, "MinutesSigned", Facts.NONE, members.get(2)));
    done(PerformAct.in(item, "MinutesCompleted", Facts.NONE, members.getFirst()));
    Act minutes = acts.history(in).getLast();
    assertTrue(minutes.facts().said("votes").contains("赞成"), minutes.facts().said("votes"));
    assertEquals(3, minutes.facts().said("signatures").split("；").length);
    var paper = documents.ofAct(minutes.id()).getFirst();
    assertEquals("deliberation-minutes", paper.kind());
    String href = "/documents/" + paper.id();
    for (Actor reader : List.of(staffed.officer(), staffed.head(), staffed.prosecutor()))
      assertEquals(200, status(reader, href, "en"), reader.role().name());
    for (Actor reader : List.of(staffed.office(), staffed.city(), staffed.court()))
      assertEquals(404, status(reader, href, "en"), reader.role().name());
    Actor self =
        accounts
            .posts(
                accounts.of(cases.get(in).person()).orElseThrow(),
                LegalCalendar.legalDay(clock.instant()))
            .getFirst();
    assertEquals(404, status(self, href, "en"), "colleagues' opinions are theirs");
    for (String own : List.of("/my/data", "/my/data/acts", "/my/data/copy")) {
      String said = html(self, own);
      assertFalse(said.contains(paper.id().toString()) || said.contains("VoteCast"), own);
      assertFalse(said.contains("deliberation-minutes") || said.contains("Vote cast"), own);
    }
    String timeline = html(staffed.office(), "/console/cases/" + in);
    assertFalse(timeline.contains("Vote cast"), timeline);
    assertTrue(html(staffed.officer(), "/console/cases/" + in).contains("Vote cast"));
    assertEquals(List.of(), comparison.of(in));
  }

  @Test
  void H11_the_head_sets_the_committee_up_and_an_officer_calls_a_meeting() throws Exception {
    for (String language : List.of("en", "zh-CN")) {
      assertEquals(200, status(staffed.head(), "/console/committee/set-up", language));
      assertEquals(200, status(staffed.officer(), "/console/committee/meetings/new", language));
    }
    String one = members.get(0).post().toString();
    MvcResult few =
        browser.post(staffed.head(), "/console/committee/set-up", "members", one, "chair", one);
    assertEquals(422, few.getResponse().getStatus());
    assertTrue(html(few).contains("Choose at least 3 members"), html(few));
    String form =
        html(
            staffed.officer(),
            "/console/cases/" + in + "/acts/committee/ItemPutOnAgenda?meeting=" + meeting.id());
    assertTrue(form.contains("PositioningApproved/" + proposed.id()), form);
    District.Staffed elsewhere = district.staffed();
    assertEquals(404, status(elsewhere.officer(), page(), "en"));
    PerformAct foreign =
        PerformAct.opening(
            in,
            "committee",
            "ItemPutOnAgenda",
            Facts.NONE
                .text("matter", "WarningDecided")
                .text("meeting", meeting.id().toString())
                .text("itemSays", "x"),
            staffed.officer());
    assertEquals(List.of("reason.committee.matter"), refused(foreign));
  }

  private Running item() {
    return deliberations.item(scene);
  }

  private Running carried() {
    Running item = item();
    for (Actor member : members) vote(item, member, "FOR");
    done(closing(item, members.getFirst()));
    return item;
  }

  private static PerformAct closing(Running item, Actor by) {
    return Deliberations.closing(item, by);
  }

  private static PerformAct voting(Running item, Actor by, String vote) {
    return Deliberations.voting(item, by, vote, "as the evidence shows");
  }

  private void vote(Running item, Actor by, String vote) {
    done(voting(item, by, vote));
  }

  private PerformAct approval() {
    return PerformAct.in(
        proposed,
        "PositioningApproved",
        Facts.NONE.count("months", 2).text("reason", "necessary"),
        staffed.head());
  }

  private String approvalPage() {
    return "/console/cases/"
        + in
        + "/acts/positioning/PositioningApproved?instance="
        + proposed.id();
  }

  private String page() {
    return "/console/committee/meetings/" + meeting.id();
  }

  private Running done(PerformAct command) {
    return District.recorded(casework.perform(command)).instance();
  }

  private List<String> warned(PerformAct command) {
    Result result = casework.perform(command);
    if (!(result instanceof Result.NeedsReason(var warnings)))
      throw new AssertionError(result.toString());
    return warnings.stream().map(Reason::key).toList();
  }

  private List<String> refused(PerformAct command) {
    Result result = casework.perform(command);
    if (!(result instanceof Result.Refused(var reasons)))
      throw new AssertionError(result.toString());
    return reasons.stream().map(Reason::key).toList();
  }

  private int status(Actor reader, String path, String language) throws Exception {
    return browser.get(reader, path, language).getResponse().getStatus();
  }

  private String html(Actor reader, String path) throws Exception {
    return html(browser.get(reader, path, "en"));
  }

  private static String html(MvcResult result) throws Exception {
    return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }
}
