package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.notify.Notices;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules M23 to M25 between two agencies of one installation: asked, answered, gone over. */
@PlatformTest
class RelocationTests {
  @Autowired District district;
  @Autowired Deliberations deliberations;
  @Autowired Browser browser;
  @Autowired Casework casework;
  @Autowired Cases cases;
  @Autowired Acts acts;
  @Autowired Summaries summaries;
  @Autowired Deadlines deadlines;
  @Autowired Comparison comparison;
  @Autowired Notices notices;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private District.Staffed old;
  private District.Staffed fresh;
  private CaseId caseId;
  private Result.Recorded received;
  private LocalDate today;

  @BeforeEach
  void somebodyWhoWantsToMove() {
    old = district.staffed();
    fresh = district.beside(old);
    received = district.received(old);
    caseId = received.in().id();
    today = LegalCalendar.legalDay(clock.instant());
  }

  @Test
  void M23_the_agency_that_is_asked_sees_the_matter_and_nothing_else_of_the_case()
      throws Exception {
    Running run = consulted();
    String page = "/console/consultations/" + run.id();
    for (String language : List.of("en", "zh-CN")) {
      assertTrue(body(fresh.officer(), "/console/consultations", language).contains("水磨巷4号"));
      assertTrue(body(fresh.officer(), page, language).contains("水磨巷4号"));
      assertTrue(
          body(fresh.officer(), "/console/applications", language)
              .contains("/console/consultations"));
    }
    String paper =
        "/documents/"
            + jdbc.sql("select d.id from documents.documents d where d.act = ?")
                .param(acts.ofInstance(run.id()).getLast().id().value())
                .query(String.class)
                .list()
                .getFirst();
    assertEquals(200, status(fresh.officer(), paper));
    Stream.of("", "/acts", "/file", "/looks")
        .map(part -> "/console/cases/" + caseId + part)
        .forEach(path -> assertTrue(status(fresh.officer(), path) >= 400, path));
    assertEquals(404, status(district.staffed().officer(), page));
    assertEquals(404, status(old.officer(), page), "whose case it is has its own pages");
    assertEquals(404, status(district.staffed().officer(), paper));
    var history = acts.history(caseId);
    assertEquals(
        200, status(fresh.officer(), "/console/acts/" + history.getLast().id() + "/proof"));
    assertEquals(
        404, status(fresh.officer(), "/console/acts/" + history.getFirst().id() + "/proof"));
    // and no paper of the case beyond this matter
    String other =
        "/documents/"
            + jdbc.sql(
                    "select d.id from documents.documents d join casework.acts a on a.id = d.act"
                        + " where a.case_id = ? and a.instance <> ? limit 1")
                .params(caseId.value(), run.id())
                .query(String.class)
                .single();
    assertEquals(200, status(old.officer(), other));
    assertEquals(404, status(fresh.officer(), other));
  }

  @Test
  void M23_the_new_agency_answers_itself_and_only_when_it_is_asked() throws Exception {
    Running run = consulted();
    PerformAct reply =
        PerformAct.in(run, "NewAgencyAccepted", REPLY, old.officer())
            .withDocuments(List.of(paper("reply")));
    assertInstanceOf(Result.Refused.class, casework.perform(reply), "not for it");
    Actor stranger = district.staffed().officer().answering();
    assertInstanceOf(
        Result.Refused.class,
        casework.perform(
            PerformAct.in(run, "NewAgencyAccepted", REPLY, stranger)
                .withDocuments(List.of(paper("reply")))));
    String form = "/console/cases/" + caseId + "/acts/relocation/";
    assertEquals(
        404, status(fresh.officer(), "/console/cases/" + caseId + "/acts/leave/LeaveApplied"));
    assertEquals(
        302,
        browser
            .send(
                fresh.officer(),
                form + "NewAgencyDeclined?instance=" + run.id(),
                new org.springframework.mock.web.MockMultipartFile[] {
                  new org.springframework.mock.web.MockMultipartFile(
                      "document-reply", "reply.pdf", "application/pdf", PDF)
                },
                "residenceVerified",
                "true",
                "reason",
                "在本地无固定住所")
            .getResponse()
            .getStatus());
    var declined = acts.ofInstance(run.id()).getLast();
    assertEquals("NewAgencyDeclined", declined.type());
    assertEquals(fresh.officer().agency().id(), declined.agency());
    assertEquals(org.smartcorrection.platform.organisation.Role.HOST_AGENCY, declined.role());
    assertEquals(List.of(), comparison.of(caseId));
  }

  @Test
  void M23_an_agency_without_an_officer_here_cannot_be_chosen() {
    Running run = applied();
    for (String nobody :
        List.of(old.officer().agency().id().toString(), old.court().agency().id().toString()))
      assertInstanceOf(
          Result.Refused.class,
          casework.perform(
              PerformAct.in(
                      run,
                      "NewAgencyConsulted",
                      Facts.NONE.text("hostAgency", nobody),
                      old.officer())
                  .withDocuments(List.of(paper("consultation")))),
          nobody);
  }

  @Test
  void M23_a_dispute_goes_up_to_the_city_and_is_settled_there() throws Exception {
    Running run = consulted();
    run =
        perform(
            run,
            "NewAgencyDeclined",
            Facts.NONE.flag("residenceVerified", true).text("reason", "no home here"),
            fresh.officer().answering(),
            "reply");
    run =
        perform(run, "DisputeRaised", Facts.NONE.text("reason", "he has"), old.officer(), "reply");
    assertTrue(
        body(old.city(), "/console/applications", "en")
            .contains("/console/cases/" + caseId + "/acts"));
    assertFalse(
        body(district.staffed().city(), "/console/applications", "en").contains(caseId.toString()));
    run = perform(run, "AcceptanceSettled", Facts.NONE.text("reason", "he has"), old.city());
    assertEquals("ACCEPTED", run.state());
  }

  @Test
  void M24_with_the_file_and_the_person_the_case_goes_over() throws Exception {
    var account = accounts.of(received.in().person()).orElseThrow();
    Running run = moved();

    assertEquals("RELOCATED", run.state());
    var now = cases.get(caseId);
    assertEquals(fresh.officer().agency().id(), now.agency());
    assertEquals(received.in().number(), now.number(), "people know the case by its number");
    Summary summary = summaries.find(caseId).orElseThrow();
    assertEquals(fresh.officer().agency().id(), summary.agency());
    assertEquals(null, summary.office());
    deadlines.ofCase(caseId).stream()
        .filter(due -> due.metBy() == null)
        .forEach(due -> assertEquals(fresh.officer().agency().id(), due.agency(), due.name()));
    assertEquals(404, status(old.officer(), "/console/cases/" + caseId));
    assertEquals(200, status(fresh.officer(), "/console/cases/" + caseId));
    assertEquals(
        404, status(fresh.officer(), "/console/consultations/" + run.id()), "it is theirs");
    assertEquals(
        fresh.officer().agency().id(), accounts.posts(account, today).getFirst().agency().id());
    assertEquals(List.of(), comparison.of(caseId));
    // the new agency entrusts it and goes on
    var entrusted =
        casework.perform(
            PerformAct.opening(
                caseId,
                "area",
                "AreaSet",
                Facts.NONE
                    .text("name", "新县")
                    .choice("basis", "PLACE_OF_EXECUTION")
                    .text("geometry", SQUARE)
                    .choice("source", "DRAWN")
                    .choice("datum", "WGS_84"),
                fresh.officer()));
    assertInstanceOf(Result.Recorded.class, entrusted);
    assertEquals(List.of(), comparison.of(caseId));
  }

  @Test
  void M24_what_was_counted_at_the_old_place_stays_as_it_was_and_can_be_put_right() {
    Running run = moved();
    var told =
        acts.ofInstance(run.id()).stream()
            .filter(act -> act.type().equals("RelocationTold"))
            .findFirst()
            .orElseThrow();
    var right =
        casework.perform(
            PerformAct.in(
                    run, "RelocationTold", told.facts().flag("rulesTold", true), fresh.officer())
                .occurring(told.occurredAt())
                .withDocuments(List.of(paper("notice")))
                .correcting(told.id()));
    assertInstanceOf(Result.Recorded.class, right);
    assertEquals(fresh.officer().agency().id(), cases.get(caseId).agency());
    assertEquals(List.of(), comparison.of(caseId));
    // whose case it is cannot be changed in hindsight
    var asked =
        acts.ofInstance(run.id()).stream()
            .filter(act -> act.type().equals("NewAgencyConsulted"))
            .findFirst()
            .orElseThrow();
    District.Staffed third = district.beside(old);
    var elsewhere =
        casework.perform(
            PerformAct.in(
                    run,
                    "NewAgencyConsulted",
                    Facts.NONE.text("hostAgency", third.officer().agency().id().toString()),
                    fresh.officer())
                .occurring(asked.occurredAt())
                .withDocuments(List.of(paper("consultation")))
                .correcting(asked.id()));
    assertInstanceOf(Result.Refused.class, elsewhere);
  }

  @Test
  void whose_case_it_is_is_compared_with_the_acts() {
    moved();
    jdbc.sql("update casework.cases set agency = ? where id = ?")
        .params(old.officer().agency().id().value(), caseId.value())
        .update();
    assertTrue(
        comparison.of(caseId).stream()
            .anyMatch(difference -> difference.place().equals("casework.cases/agency")));
  }

  @Test
  void M23_the_agency_that_is_asked_is_told_on_its_pages_and_not_on_paper() {
    Running run = consulted();
    var asked = acts.ofInstance(run.id()).getLast();
    assertTrue(
        notices.to(fresh.officer(), null, 10).rows().stream()
            .anyMatch(notice -> asked.id().equals(notice.act())));
    assertEquals(
        0,
        jdbc.sql("select count(*) from casework.copies where act = ?")
            .param(asked.id().value())
            .query(Integer.class)
            .single());
  }

  private static final Facts REPLY =
      Facts.NONE.flag("residenceVerified", true).text("reply", "we receive him");

  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
          .getBytes(StandardCharsets.US_ASCII);

  private static final String SQUARE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[104.5,31.1],[104.6,31.1],[104.6,31.2],[104.5,31.2],[104.5,31.1]]]}";

  private Running applied() {
    return District.recorded(
            casework.perform(
                PerformAct.opening(
                        caseId,
                        "relocation",
                        "RelocationApplied",
                        Facts.NONE
                            .text("newResidence", "水磨巷4号")
                            .text("newAgency", "邻县")
                            .day("movesOn", today.plusMonths(2))
                            .choice("relocationCause", "WORK_CHANGED")
                            .text("statement", "在磨坊找到工作"),
                        old.officer())
                    .withDocuments(List.of(paper("proof")))))
        .instance();
  }

  private Running consulted() {
    return perform(
        applied(),
        "NewAgencyConsulted",
        Facts.NONE.text("hostAgency", fresh.officer().agency().id().toString()),
        old.officer(),
        "consultation");
  }

  @Test
  void H11_what_the_former_committee_said_does_not_go_over_with_the_case() throws Exception {
    Deliberations.Scene scene = deliberations.scene(old, caseId);
    Running item = deliberations.item(scene);
    for (Actor member : scene.members())
      deliberations.vote(item, member, "FOR", "words-among-colleagues-4711");
    deliberations.done(Deliberations.closing(item, old.officer()));
    for (Actor member : scene.members())
      deliberations.done(PerformAct.in(item, "MinutesSigned", Facts.NONE, member));
    deliberations.done(PerformAct.in(item, "MinutesCompleted", Facts.NONE, old.officer()));
    String minutes =
        "/documents/"
            + jdbc.sql("select id from documents.documents where act = ?")
                .param(acts.history(caseId).getLast().id().value())
                .query(String.class)
                .single();
    assertEquals(200, status(old.officer(), minutes));
    moved();

    String file = "/console/cases/" + caseId;
    for (Actor reader : List.of(fresh.officer(), fresh.head(), fresh.prosecutor())) {
      assertEquals(404, status(reader, minutes), reader.role().name());
      for (String path :
          List.of(file, file + "/timeline", file + "/file", "/oversight/cases/" + caseId)) {
        String said = browser.get(reader, path, "en").getResponse().getContentAsString();
        assertFalse(said.contains("words-among-colleagues-4711"), path);
        assertFalse(said.contains("Vote cast") || said.contains("VoteCast"), path);
        assertFalse(said.contains(minutes), path);
      }
    }
    String timeline = body(fresh.officer(), file + "/timeline", "en");
    assertTrue(timeline.contains("Carried"), "what came of it goes with the case");
    assertFalse(timeline.contains("the chair first"), timeline);
  }

  private Running moved() {
    Actor host = fresh.officer().answering();
    Running run = perform(consulted(), "NewAgencyAccepted", REPLY, host, "reply");
    run =
        perform(
            run,
            "RelocationApproved",
            Facts.NONE.text("reason", "work"),
            old.officer(),
            "decision");
    run =
        perform(
            run,
            "RelocationTold",
            Facts.NONE
                .day("servedToPersonOn", today)
                .flag("rulesTold", true)
                .flag("consequencesTold", true),
            old.officer(),
            "notice");
    run = perform(run, "RelocationFileSent", Facts.NONE, old.officer(), "file-list");
    run = perform(run, "RelocationFileReceived", Facts.NONE, host, "receipt-of-documents");
    run =
        perform(
            run,
            "ArrivalRegistered",
            Facts.NONE.day("arrivedOn", today).flag("identityVerified", true),
            host);
    return perform(run, "RelocationCompleted", Facts.NONE, host);
  }

  private Running perform(Running run, String type, Facts facts, Actor by, String... papers) {
    return District.recorded(
            casework.perform(
                PerformAct.in(run, type, facts, by)
                    .withDocuments(Stream.of(papers).map(RelocationTests::paper).toList())))
        .instance();
  }

  private static Upload paper(String kind) {
    return new Upload(kind, kind + ".pdf", PDF);
  }

  private int status(Actor actor, String path) {
    try {
      return browser.get(actor, path).getResponse().getStatus();
    } catch (Exception e) {
      throw new AssertionError(path, e);
    }
  }

  private String body(Actor actor, String path, String language) throws Exception {
    return browser
        .get(actor, path, language)
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }
}
