package org.smartcorrection.platform.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PassedTime;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.exchange.table.Mapping;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.SystemActors;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

@PlatformTest
class ImportTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Imports imports;
  @Autowired ImportRows rows;
  @Autowired DryRun dryRun;
  @Autowired Importing importing;
  @Autowired Forgetting forgetting;
  @Autowired Summaries summaries;
  @Autowired Instances instances;
  @Autowired Acts acts;
  @Autowired PassedTime time;
  @Autowired Comparison comparison;
  @Autowired Casework casework;
  @Autowired People people;
  @Autowired Agencies agencies;
  @Autowired SystemActors system;
  @Autowired Vault vault;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock movable;
  @Autowired Clock clock;

  @Test
  void an_officer_takes_a_caseload_over_page_by_page_in_both_languages() throws Exception {
    var staffed = district.staffed();
    Actor officer = staffed.officer();
    MvcResult uploaded =
        browser.send(
            officer,
            "/console/import",
            new MockMultipartFile[] {new Caseload().verified().unverified().line("甲").file()});
    String page = Objects.requireNonNull(uploaded.getResponse().getRedirectedUrl());
    UUID id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    assertTrue(body(officer, page).contains("Which column holds what"));
    Mapping mapping = Mapping.suggested(imports.header(id).cells(), java.util.Map.of());
    String[] columns =
        mapping.columns().entrySet().stream()
            .flatMap(entry -> List.of("column-" + entry.getValue(), entry.getKey().name()).stream())
            .toArray(String[]::new);
    assertEquals(302, browser.post(officer, page + "/columns", columns).getResponse().getStatus());
    String tried = body(officer, page);
    assertTrue(tried.contains("2 rows can be taken over"), tried);
    assertTrue(tried.contains("It is empty."), tried);
    String csv = body(officer, page + "/errors.csv");
    assertTrue(csv.startsWith("\uFEFFRow,Cell,Field,What is wrong,What to do"), csv);
    assertTrue(csv.contains("4,B4,Identity number,It is empty.,Fill it in."), csv);
    for (String language : List.of("en", "zh-CN"))
      for (String path : List.of("/console/import", page, page + "/progress"))
        assertEquals(200, browser.get(officer, path, language).getResponse().getStatus(), path);
    assertEquals(404, browser.get(district.staffed().officer(), page).getResponse().getStatus());
    assertEquals(403, browser.get(staffed.office(), page).getResponse().getStatus());
    assertEquals(302, browser.post(officer, page + "/run").getResponse().getStatus());
    finish(imports.get(id, officer.agency().id()));
    assertTrue(body(officer, page).contains("2 cases were taken over"), body(officer, page));
    assertEquals(2, summaries.page(officer.agency().id(), null, null, 10).rows().size());
    for (String language : List.of("en", "zh-CN"))
      assertEquals(200, browser.get(officer, page, language).getResponse().getStatus());
  }

  @Test
  void a_case_with_its_decision_is_under_correction_and_adds_up_to_its_one_act() {
    var staffed = district.staffed();
    Summary taken = only(take(staffed.officer(), new Caseload().verified()), staffed);
    assertEquals(Summary.Status.ACTIVE, taken.status());
    assertEquals("CaseTakenOver", acts.history(taken.caseId()).getFirst().type());
    assertEquals(List.of(), comparison.of(taken.caseId()));
    Running plan =
        District.recorded(
                casework.perform(
                    PerformAct.in(
                        takeover(taken),
                        "PlanOpened",
                        Facts.NONE.count("everyDays", 7),
                        staffed.officer())))
            .instance();
    assertEquals("UNDER_PLAN", plan.state());
    assertEquals(1, instances.ofCase(taken.caseId(), "checkin").size());
    assertEquals(List.of(), comparison.of(taken.caseId()));
  }

  @Test
  void the_procuratorate_sees_who_is_unverified_and_until_when() throws Exception {
    var staffed = district.staffed();
    assertTrue(body(staffed.prosecutor(), "/oversight/unverified").contains("No case is"));
    Summary taken = only(take(staffed.officer(), new Caseload().unverified()), staffed);
    for (String language : List.of("en", "zh-CN")) {
      MvcResult list = browser.get(staffed.prosecutor(), "/oversight/unverified", language);
      assertTrue(list.getResponse().getContentAsString().contains(taken.number()));
    }
    assertEquals(
        403, browser.get(staffed.officer(), "/oversight/unverified").getResponse().getStatus());
  }

  @Test
  void nothing_is_begun_about_somebody_whose_case_is_unverified_until_the_decision_is_there() {
    var staffed = district.staffed();
    Summary taken = only(take(staffed.officer(), new Caseload().unverified()), staffed);
    assertEquals(Summary.Status.UNVERIFIED, taken.status());
    var check =
        PerformAct.opening(
            taken.caseId(),
            "checkin",
            "ReportDue",
            Facts.NONE.day("since", today()).count("everyDays", 7),
            staffed.officer());
    Facts ground =
        Facts.NONE.choice("ground", "PUNISHED_BY_POLICE").text("statement", "x").count("months", 1);
    var positioning =
        PerformAct.opening(
            taken.caseId(), "positioning", "PositioningProposed", ground, staffed.officer());
    for (PerformAct act : List.of(check, positioning)) {
      var refused = assertInstanceOf(Result.Refused.class, casework.perform(act));
      assertEquals("reason.opening.unverified", refused.reasons().getFirst().key());
    }
    Facts decision = Facts.NONE.text("decisionOrgan", "法院").text("courtNumber", "1号");
    byte[] pdf = "%PDF-1.7 paper".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    District.recorded(
        casework.perform(
            PerformAct.in(takeover(taken), "TakeOverVerified", decision, staffed.officer())
                .withDocuments(List.of(new Upload("decision", "a.pdf", pdf)))));
    assertInstanceOf(Result.Recorded.class, casework.perform(check));
    assertEquals(List.of(), comparison.of(taken.caseId()));
  }

  @Test
  void what_nobody_verifies_is_deleted_with_its_keys_and_a_tombstone_stays() throws Exception {
    var staffed = district.staffed();
    String number = Caseload.number();
    Summary taken = only(take(staffed.officer(), new Caseload().row(number, "", "", "")), staffed);
    byte[] sealed = vault.seal(taken.person(), Purpose.CASEWORK, "test", new byte[] {1});
    Running running = takeover(taken);
    var end = running.instance().deadline("verify").orElseThrow().deadline().end();
    var deletion =
        PerformAct.in(
                running, "UnverifiedDeleted", Facts.NONE, system.of(agencies.get(taken.agency())))
            .occurring(end);
    assertInstanceOf(Result.Refused.class, casework.perform(deletion), "not before its time");
    movable.forwardTo(end.plusSeconds(1));
    time.acts(taken.agency());
    forgetting.destroyKeys();
    assertEquals(Optional.empty(), vault.open(taken.person(), Purpose.CASEWORK, "test", sealed));
    assertEquals(Optional.empty(), people.withIdentityNumber(number));
    assertEquals(
        List.of("CaseTakenOverUnverified", "UnverifiedDeleted"),
        acts.history(taken.caseId()).stream().map(act -> act.type()).toList());
    assertTrue(acts.history(taken.caseId()).getFirst().shredded());
    assertEquals(Summary.Status.ENDED, summaries.find(taken.caseId()).orElseThrow().status());
    assertEquals(List.of(), comparison.of(taken.caseId()));
    var page =
        browser.get(staffed.officer(), "/console/cases/" + taken.caseId(), "zh-CN").getResponse();
    assertEquals(410, page.getStatus());
    assertTrue(page.getContentAsString().contains("密钥已依正式行为销毁"), "it says what happened");
    // whoever was forgotten can come again
    assertEquals(1, take(staffed.officer(), new Caseload().row(number, "", "", "")).unverified());
  }

  @Test
  void doubles_in_the_file_and_in_the_register_say_which_row() {
    var staffed = district.staffed();
    String number = Caseload.number();
    var load = new Caseload().row(number, "法院", "1号", "卷1").row(number, "法院", "2号", "卷2");
    Import tried = dryRun(staffed.officer(), load);
    assertEquals(1, tried.able());
    ImportRows.Fault twice = rows.errors(tried.id(), -1, "", 10).getFirst();
    assertEquals("twice", twice.key());
    assertEquals(3, twice.number());
    assertEquals("2", twice.argument());
    run(tried);
    Import again = dryRun(staffed.officer(), new Caseload().row(number, "法院", "1号", "卷1"));
    ImportRows.Fault known = rows.errors(again.id(), -1, "", 10).getFirst();
    assertEquals("running", known.key());
    assertEquals(0, again.able());
  }

  @Test
  void an_import_that_is_stopped_between_batches_goes_on_and_takes_nobody_over_twice() {
    var staffed = district.staffed();
    var load = new Caseload();
    for (int i = 0; i < Importing.BATCH + 20; i++) load.verified();
    Import tried = dryRun(staffed.officer(), load);
    assertTrue(imports.start(tried.id()));
    assertFalse(imports.start(tried.id()));
    Import in = imports.get(tried.id(), tried.custody());
    assertTrue(importing.batch(in, () -> true));
    // killed after the transactions of some rows, before anything was counted: they are gone
    // already
    assertEquals(20, rows.able(in.id(), 1000).size());
    finish(in);
    assertEquals(Import.State.DONE, imports.get(in.id(), in.custody()).state());
    assertEquals(
        Importing.BATCH + 20,
        jdbc.sql("select count(*) from casework.cases where agency = ?")
            .param(in.custody().value())
            .query(Integer.class)
            .single());
  }

  @Test
  void when_an_import_ends_no_row_and_no_key_of_it_is_left() {
    var staffed = district.staffed();
    Import tried = dryRun(staffed.officer(), new Caseload().verified());
    PersonId owner = Import.owner(tried.id());
    byte[] sealed = vault.seal(owner, Purpose.IMPORT, "test", new byte[] {1});
    String everything =
        jdbc.sql(
                "select string_agg(encode(sealed, 'escape'), '') from exchange.rows where import ="
                    + " ?")
            .param(tried.id())
            .query(String.class)
            .single();
    assertFalse(everything.contains("19850505"));
    run(tried);
    assertEquals(List.of(), rows.able(tried.id(), 10));
    assertEquals(Optional.empty(), vault.open(owner, Purpose.IMPORT, "test", sealed));
  }

  @Test
  void fifty_thousand_errors_are_told_page_by_page() throws Exception {
    var staffed = district.staffed();
    var load = new Caseload();
    for (int i = 0; i < 10_000; i++) load.line("甲,1,男,无,死缓,盗窃罪,,,,无");
    Import tried = dryRun(staffed.officer(), load);
    assertEquals(10_000, tried.refused());
    assertTrue(rows.countErrors(tried.id()) >= 50_000);
    String page = "/console/import/" + tried.id();
    assertTrue(body(staffed.officer(), page).contains("?after="));
    String csv = body(staffed.officer(), page + "/errors.csv");
    assertTrue(csv.lines().count() > 50_000);
    assertEquals(302, browser.post(staffed.officer(), page + "/run").getResponse().getStatus());
    assertEquals(
        Import.State.TRIED, imports.get(tried.id(), tried.custody()).state(), "nothing to run");
  }

  private Import take(Actor officer, Caseload load) {
    return run(dryRun(officer, load));
  }

  private Import dryRun(Actor officer, Caseload load) {
    Handed handed = Handed.read("a.csv", load.bytes());
    UUID id = imports.begin(handed, officer.agency().id(), officer);
    Import in = imports.get(id, officer.agency().id());
    dryRun.run(in, Mapping.suggested(handed.header().cells(), java.util.Map.of()), officer);
    return imports.get(id, officer.agency().id());
  }

  private Import run(Import tried) {
    imports.start(tried.id());
    finish(imports.get(tried.id(), tried.custody()));
    return imports.get(tried.id(), tried.custody());
  }

  private void finish(Import in) {
    while (importing.batch(in, () -> true)) {}
  }

  private Summary only(Import in, District.Staffed staffed) {
    assertEquals(Import.State.DONE, in.state(), () -> rows.errors(in.id(), -1, "", 9).toString());
    return summaries.page(staffed.officer().agency().id(), null, null, 10).rows().getFirst();
  }

  private Running takeover(Summary in) {
    return instances.ofCase(in.caseId(), "takeover").getFirst();
  }

  private java.time.LocalDate today() {
    return org.smartcorrection.procedure.LegalCalendar.legalDay(clock.instant());
  }

  private String body(Actor actor, String path) throws Exception {
    MvcResult result = browser.get(actor, path);
    assertEquals(200, result.getResponse().getStatus(), path);
    return new String(
        result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
