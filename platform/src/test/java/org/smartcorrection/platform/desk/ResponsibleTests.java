package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Allocation;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.HandOver;
import org.smartcorrection.platform.casework.HandOvers;
import org.smartcorrection.platform.casework.HandOversByHand;
import org.smartcorrection.platform.casework.Officer;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.casework.Workloads;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Change;
import org.smartcorrection.platform.organisation.Division;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.Staffing;
import org.smartcorrection.platform.organisation.Substituting;
import org.smartcorrection.platform.organisation.SubstitutionRegister;
import org.smartcorrection.platform.organisation.UnitAreas;
import org.smartcorrection.platform.organisation.UnitKind;
import org.smartcorrection.platform.organisation.UnitRegister;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

/** Rule H10: one officer is responsible for a case, and a caseload goes from one to others. */
@PlatformTest
class ResponsibleTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Casework casework;
  @Autowired Allocation allocation;
  @Autowired Workloads workloads;
  @Autowired Summaries summaries;
  @Autowired HandOvers handOvers;
  @Autowired HandOversByHand byHand;
  @Autowired Acts acts;
  @Autowired Comparison comparison;
  @Autowired People people;
  @Autowired Staffing staffing;
  @Autowired UnitRegister units;
  @Autowired UnitAreas areas;
  @Autowired SubstitutionRegister substitutions;
  @Autowired Accounts accounts;
  @Autowired Clock clock;
  District.Staffed staffed;
  Actor officer;
  Actor colleague;

  @BeforeEach
  void aDistrictOfItsOwn() {
    staffed = district.staffed();
    officer = staffed.officer();
    colleague = district.actor(officer.agency(), Role.AGENCY_OFFICER);
  }

  @Test
  void H10_whoever_carries_least_is_proposed_and_the_figures_are_kept_with_the_act()
      throws Exception {
    name(takenOver(), officer);
    Summary in = takenOver();
    assertTrue(html(officer, "/console/cases/" + in.caseId()).contains("Name the officer"));
    assertFalse(html(staffed.city(), "/console/cases/" + in.caseId()).contains("Name the officer"));
    Allocation.Proposal proposal = allocation.of(in);
    assertEquals(ref(colleague), Objects.requireNonNull(proposal.proposed()).officer());
    for (String language : List.of("en", "zh-CN"))
      assertEquals(
          200, browser.get(officer, page(in), language).getResponse().getStatus(), language);
    assertTrue(html(officer, page(in)).contains("This case counts 10 points"));

    MvcResult other = browser.post(officer, page(in), "officer", ref(officer).toString());
    assertEquals(422, other.getResponse().getStatus());
    assertTrue(html(other).contains("Say why it is somebody else"), html(other));
    MvcResult reasoned =
        browser.post(
            officer, page(in), "officer", ref(officer).toString(), "reason", "knows the family");
    assertEquals(302, reasoned.getResponse().getStatus(), () -> html(reasoned));
    Act act = acts.history(in.caseId()).getLast();
    assertEquals("OfficerAssigned", act.type());
    assertFalse(act.facts().is("asProposed"));
    assertEquals(1, act.facts().count("openCases").orElseThrow());
    assertEquals(10, act.facts().count("loadPoints").orElse(0) / 10 * 10);
    assertEquals(ref(officer), now(in).officer());
    assertEquals(List.of(), comparison.of(in.caseId()));
    assertEquals(
        2, Objects.requireNonNull(workloads.of(in.agency()).get(officer.account())).open());
    String mine = html(officer, "/console/people?officer=me");
    assertTrue(mine.contains(in.number()), mine);
    assertFalse(html(colleague, "/console/people?officer=me").contains(in.number()));
    assertTrue(html(officer, "/console/cases/" + in.caseId()).contains("Responsible officer"));
  }

  @Test
  void H10_in_a_post_that_somebody_substitutes_the_cases_are_those_of_whoever_is_away()
      throws Exception {
    Summary in = takenOver();
    name(in, officer);
    Summary waiting = takenOver();
    var wanted =
        new SubstitutionRegister.Wanted(
            officer.post(), colleague.account(), today(), today(), null);
    assertInstanceOf(Substituting.Recorded.class, substitutions.record(wanted, officer));
    Actor acting = accounts.acting(colleague.account(), officer.post(), today()).orElseThrow();
    assertTrue(html(acting, "/console/people?officer=me").contains(in.number()));
    assertFalse(html(colleague, "/console/people?officer=me").contains(in.number()));
    Allocation.Proposal proposal = allocation.of(waiting);
    assertEquals(
        ref(colleague),
        Objects.requireNonNull(proposal.proposed()).officer(),
        "nobody gets a case while away");
  }

  @Test
  void H10_the_area_of_the_residence_goes_before_the_workload() {
    LocalDate today = today();
    var by = officer.account();
    var division = new Division("980101001", "责任测试镇", "Test town");
    areas.add(division, by);
    var wanted = new UnitRegister.Wanted("中队", "Squadron", null, today);
    var unit =
        assertInstanceOf(
                Change.Made.class,
                units.add(officer.agency().id(), UnitKind.BRIGADE, null, wanted, by))
            .unit();
    units.area(unit, Set.of(division.code()), today, by);
    units.posts(unit, Set.of(officer.post()), List.of(officer.post()), today, by);
    name(takenOver(), officer);
    Summary in = takenOver("某市责任测试镇东路3号");
    Allocation.Proposal proposal = allocation.of(in);
    assertEquals(division, proposal.area());
    assertEquals(ref(officer), Objects.requireNonNull(proposal.proposed()).officer());
    assertEquals(
        ref(colleague), Objects.requireNonNull(allocation.of(takenOver()).proposed()).officer());
  }

  @Test
  void H10_nobody_is_named_who_does_not_have_the_case_and_a_change_of_office_asks_anew() {
    Case in = district.received(staffed).in();
    Actor stranger = district.staffed().officer();
    for (Actor wrong : List.of(stranger, staffed.head()))
      assertEquals(
          List.of("reason.officer.post"),
          assertInstanceOf(Result.Refused.class, attempt(in.id(), wrong)).reasons().stream()
              .map(reason -> reason.key())
              .toList());
    Allocation.Candidate proposed =
        Objects.requireNonNull(allocation.of(summaries.find(in.id()).orElseThrow()).proposed());
    assertEquals(ref(staffed.office()), proposed.officer(), "the office that has it goes first");
    District.recorded(attempt(in.id(), staffed.office()));
    District.recorded(
        casework.perform(
            PerformAct.opening(
                in.id(),
                "entrustment",
                "EntrustmentWithdrawn",
                Facts.NONE.text("reason", "moved"),
                officer)));
    assertEquals(null, summaries.find(in.id()).orElseThrow().officer());
    assertEquals(1, workloads.withoutAnybody(in.agency()));
    assertEquals(List.of(), comparison.of(in.id()));
  }

  @Test
  void H10_a_caseload_goes_over_case_by_case_and_what_changed_meanwhile_stays() throws Exception {
    List<Summary> cases = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Summary in = takenOver();
      name(in, officer);
      cases.add(in);
    }
    String from = "/console/workload/hand-over?from=" + officer.account();
    assertTrue(html(staffed.head(), from).contains("Spread over the others by workload"));
    MvcResult none = browser.post(staffed.head(), from, "to", "spread", "reason", "leave");
    assertEquals(422, none.getResponse().getStatus());
    var fields = new ArrayList<>(List.of("to", "spread", "reason", "long leave"));
    cases.forEach(in -> fields.addAll(List.of("cases", in.caseId().toString())));
    MvcResult preview = browser.post(staffed.head(), from, fields.toArray(String[]::new));
    assertEquals(200, preview.getResponse().getStatus());
    String to = ref(colleague).toString();
    assertEquals(3, html(preview).split("value=\"" + to, -1).length - 1, html(preview));
    assertEquals(ref(officer), now(cases.getFirst()).officer(), "nothing has happened yet");

    var order = new ArrayList<>(List.of("reason", "long leave"));
    cases.forEach(in -> order.addAll(List.of("to-" + in.caseId(), to)));
    String ordered =
        Objects.requireNonNull(
            browser
                .post(staffed.head(), from.replace("?", "/order?"), order.toArray(String[]::new))
                .getResponse()
                .getRedirectedUrl());
    UUID id = UUID.fromString(ordered.substring(ordered.lastIndexOf('/') + 1));
    HandOver running = handOvers.get(id, officer.agency().id());
    assertTrue(byHand.next(running));
    CaseId last = handOvers.rows(id).getLast().caseId();
    // somebody else takes one over before its turn
    Actor third = district.actor(officer.agency(), Role.AGENCY_OFFICER);
    handOver(last, third);
    while (byHand.next(running)) {}
    assertEquals(
        List.of(HandOver.State.DONE, HandOver.State.DONE, HandOver.State.CHANGED),
        handOvers.rows(id).stream().map(HandOver.Row::state).toList());
    assertEquals(ref(third), summaries.find(last).orElseThrow().officer());
    CaseId first = handOvers.rows(id).getFirst().caseId();
    Act act = acts.history(first).getLast();
    assertEquals("CaseHandedOver", act.type());
    assertEquals(staffed.head().account(), act.account());
    assertEquals("试验员", act.facts().said("formerOfficer"));
    assertEquals(List.of(), comparison.of(first));
    assertNotEquals(null, handOvers.get(id, officer.agency().id()).finishedAt());
    for (String language : List.of("en", "zh-CN"))
      for (String path : List.of("/console/workload", ordered, ordered + "/list"))
        assertEquals(
            200, browser.get(staffed.head(), path, language).getResponse().getStatus(), path);
    assertTrue(html(officer, ordered + "/list").contains("案件移交清单"));
    assertFalse(html(officer, ordered + "/list").contains(now(last).number()));
    assertEquals(
        404,
        browser.get(district.staffed().head(), ordered).getResponse().getStatus(),
        "another agency's");
    assertEquals(403, browser.get(staffed.office(), ordered).getResponse().getStatus());
  }

  @Test
  void H10_cases_of_somebody_who_left_are_a_question_for_the_head() throws Exception {
    Summary in = takenOver();
    name(in, colleague);
    takenOver();
    assertEquals(List.of(), allocation.gone(in.agency()));
    staffing.disable(colleague.account());
    assertEquals(
        List.of(ref(colleague)),
        allocation.gone(in.agency()).stream().map(Workloads.Named::officer).toList());
    String approvals = html(staffed.head(), "/console/approvals");
    assertTrue(approvals.contains("no longer in the post: 1."), approvals);
    assertTrue(approvals.contains("1 received case has nobody"), approvals);
    String page = html(staffed.head(), "/console/workload");
    assertTrue(page.contains("hand-over?from=" + colleague.account()), page);
    assertTrue(html(officer, "/console/people?officer=nobody").contains("Narrow the list"));
  }

  private Summary takenOver() {
    return takenOver("试验路1号");
  }

  /** A case that is under correction after one act. */
  private Summary takenOver(String address) {
    LocalDate today = today();
    Identity known = people.get(district.person());
    var person =
        people.add(
            new Identity(
                known.name(),
                known.nameLatin(),
                known.gender(),
                known.born(),
                UUID.randomUUID().toString(),
                known.phone(),
                address));
    Facts facts =
        Facts.NONE
            .choice("category", "SUSPENDED_SENTENCE")
            .text("decisionOrgan", "法院")
            .text("courtNumber", "1号")
            .text("paperAt", "卷1")
            .day("termStartsOn", today)
            .day("termEndsOn", today.plusYears(1));
    Result result =
        casework.open(
            person,
            officer.agency(),
            in -> PerformAct.opening(in.id(), "takeover", "CaseTakenOver", facts, officer));
    return summaries.find(District.recorded(result).in().id()).orElseThrow();
  }

  private void name(Summary in, Actor whom) {
    District.recorded(attempt(in.caseId(), whom));
  }

  private Result attempt(CaseId in, Actor whom) {
    Facts facts = Facts.NONE.text("officer", ref(whom).toString()).text("reason", "knows the case");
    return casework.perform(
        PerformAct.opening(in, "responsibility", "OfficerAssigned", facts, officer));
  }

  private void handOver(CaseId in, Actor whom) {
    Facts facts = Facts.NONE.text("officer", ref(whom).toString()).text("reason", "urgent");
    District.recorded(
        casework.perform(
            PerformAct.opening(in, "responsibility", "CaseHandedOver", facts, officer)));
  }

  private Summary now(Summary in) {
    return now(in.caseId());
  }

  private Summary now(CaseId in) {
    return summaries.find(in).orElseThrow();
  }

  private static Officer ref(Actor actor) {
    return new Officer(actor.account(), actor.post());
  }

  private static String page(Summary in) {
    return "/console/cases/" + in.caseId() + "/responsible";
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }

  private String html(Actor actor, String path) throws Exception {
    MvcResult result = browser.get(actor, path);
    assertEquals(200, result.getResponse().getStatus(), path);
    return html(result);
  }

  private static String html(MvcResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
