package org.smartcorrection.platform.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Timeliness;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** The statistics of a small caseload: as they follow acts, and as pages and files show them. */
@PlatformTest
class StatisticsTests {
  @Autowired District district;
  @Autowired Casework casework;
  @Autowired Browser browser;
  @Autowired Figures figures;
  @Autowired Recount recount;
  @Autowired Timeliness timeliness;
  @Autowired Deadlines deadlines;
  @Autowired Looks looks;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock movable;
  @Autowired Clock clock;
  private District.Staffed staffed;
  private Result.Recorded stays;
  private Result.Recorded dies;

  @BeforeEach
  void caseload() {
    staffed = district.staffed();
    district.referred(staffed);
    stays = district.received(staffed);
    dies = district.received(staffed);
    perform(
        PerformAct.opening(
            stays.in().id(),
            "lostcontact",
            "ContactLost",
            Facts.NONE
                .choice("lostKind", "CANNOT_BE_REACHED")
                .day("lastContactOn", today())
                .moment("detectedAt", clock.instant())
                .text("statement", "no answer"),
            staffed.officer()));
    perform(
        PerformAct.opening(
                dies.in().id(),
                "release",
                "TerminatedByDeath",
                Facts.NONE
                    .day("diedOn", today())
                    .choice("deathKind", "NATURAL_DEATH")
                    .text("reportedBy", "family"),
                staffed.officer())
            .withDocuments(
                List.of(
                    new Upload(
                        "death-certificate",
                        "death.pdf",
                        "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)))));
  }

  @Test
  void each_act_is_counted_as_it_is_recorded_and_as_all_acts_add_up() {
    assertEquals(
        Map.of(Column.BEGINNING, 0, Column.CAME, 2, Column.WENT, 1, Column.END, 1),
        people(agency(), Map.of()));
    assertEquals(1, people(agency(), Map.of(Dimension.OFFENCE, "PROPERTY")).get(Column.END));
    assertEquals(1, people(agency(), Map.of(Dimension.HOW, "DIED")).get(Column.WENT));
    assertEquals(2, people(agency(), Map.of(Dimension.HOW, "RECEIVED")).get(Column.CAME));
    assertEquals(2, people(office(), Map.of(Dimension.HOW, "OFFICE")).get(Column.CAME));
    assertEquals(
        1,
        Objects.requireNonNull(figures.acts(agency(), month()).get(EventKind.CONTACT_LOST)).acts());
    for (Result.Recorded one : List.of(stays, dies))
      assertFalse(recount.compare(one.in().id()), "nothing else was kept");
  }

  @Test
  void a_correction_counts_in_the_place_of_what_it_puts_right() {
    var plan = Facts.NONE.count("everyDays", 7).choice("level", "STRICT");
    perform(
        PerformAct.in(stays.instance(), "PlanOpened", plan, staffed.officer())
            .occurring(stays.act().occurredAt())
            .correcting(stays.act().id()));
    assertEquals(1, people(agency(), Map.of(Dimension.LEVEL, "STRICT")).get(Column.END));
    assertFalse(recount.compare(stays.in().id()));
  }

  @Test
  void what_was_changed_behind_the_platforms_back_is_counted_anew() {
    jdbc.sql("update figures.spells set level = 'RELAXED' where case_id = ?")
        .param(stays.in().id().value())
        .update();
    jdbc.sql("delete from figures.events where case_id = ?")
        .param(stays.in().id().value())
        .update();
    assertTrue(recount.compare(stays.in().id()));
    assertFalse(recount.compare(stays.in().id()));
    assertEquals(1, people(agency(), Map.of(Dimension.LEVEL, "UNDECIDED")).get(Column.END));
  }

  @Test
  void deadlines_are_counted_as_the_clock_says_they_were_kept() {
    movable.forward(Duration.ofDays(20));
    var asked =
        new Timeliness.Asked(
            List.of(staffed.officer().agency().id()),
            null,
            today().minusDays(40),
            today().plusDays(10),
            clock.instant());
    var all = new ArrayList<Due>();
    for (CaseId id : cases()) all.addAll(deadlines.ofCase(id));
    all.removeIf(due -> due.owner().equals("SYSTEM") || due.day().isAfter(asked.last()));
    int counted = 0;
    for (Timeliness.Line line : timeliness.of(asked)) {
      List<Due> these =
          all.stream()
              .filter(due -> due.rule().equals(line.rule()) && due.owner().equals(line.owner()))
              .toList();
      assertEquals(
          these.stream().filter(due -> due.metAt() != null && !due.late(clock.instant())).count(),
          line.inTime(),
          line.toString());
      assertEquals(
          these.stream().filter(due -> due.metAt() != null && due.late(clock.instant())).count(),
          line.late(),
          line.toString());
      assertEquals(
          these.stream().filter(due -> due.metAt() == null && due.late(clock.instant())).count(),
          line.missed(),
          line.toString());
      assertEquals(these.size(), line.all(), line.toString());
      assertEquals(
          these.size(),
          timeliness.page(asked, line.rule(), line.owner(), null, null, 500).rows().size());
      counted += line.all();
    }
    assertEquals(all.size(), counted);
    assertTrue(counted > 10, "there was something to count: " + counted);
  }

  @Test
  void a_figure_opens_to_its_cases_and_the_look_is_recorded() throws Exception {
    String page = html(staffed.officer(), "/console/statistics", "en");
    assertTrue(page.contains("Lost contact"), page);
    int before = looks.at(stays.in().person(), null, 100).rows().size();

    String behind =
        html(
            staffed.office(),
            "/console/statistics/cases?what=acts&kind=CONTACT_LOST&category=SUSPENDED_SENTENCE",
            "en");

    assertTrue(behind.contains(stays.in().number()));
    assertFalse(behind.contains(dies.in().number()));
    assertTrue(looks.at(stays.in().person(), null, 100).rows().size() > before);
    for (Actor actor : List.of(staffed.head(), staffed.city()))
      assertTrue(
          html(actor, "/console/statistics/cases?what=people&column=WENT&how=DIED", "zh-CN")
              .contains(dies.in().number()));
    assertTrue(
        html(staffed.prosecutor(), "/oversight/statistics/cases?what=people&column=END", "en")
            .contains("/oversight/cases/" + stays.in().id()));
  }

  @Test
  void nobody_counts_or_opens_cases_of_others() throws Exception {
    var others = district.staffed();
    for (Actor actor : List.of(others.officer(), others.office(), others.city()))
      assertFalse(
          html(
                  actor,
                  "/console/statistics/cases?what=people&column=END&of="
                      + staffed.officer().agency().id(),
                  "en")
              .contains(stays.in().number()));
    assertEquals(
        404,
        browser
            .get(staffed.officer(), "/console/statistics/cases?what=people&column=END&sex=x")
            .getResponse()
            .getStatus());
  }

  @Test
  void an_office_sees_by_number_alone_whoever_it_no_longer_has() throws Exception {
    perform(
        PerformAct.opening(
            stays.in().id(),
            "entrustment",
            "EntrustmentWithdrawn",
            Facts.NONE.text("reason", "reorganised"),
            staffed.officer()));
    String behind =
        html(
            staffed.office(), "/console/statistics/cases?what=people&column=WENT&how=OFFICE", "en");
    assertTrue(behind.contains(stays.in().number()));
    assertFalse(behind.contains("/console/cases/" + stays.in().id()));
  }

  @Test
  void the_tables_leave_as_files() throws Exception {
    String csv = html(staffed.officer(), "/console/statistics/tables.csv", "en");
    assertTrue(csv.contains("By category,Suspended sentence,Came,2"), csv);
    byte[] xlsx =
        browser
            .get(staffed.officer(), "/console/statistics/tables.xlsx", "zh-CN")
            .getResponse()
            .getContentAsByteArray();
    var names = new ArrayList<String>();
    try (var zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(xlsx)).get()) {
      zip.getEntries().asIterator().forEachRemaining(entry -> names.add(entry.getName()));
      String book =
          new String(
              zip.getInputStream(zip.getEntry("xl/workbook.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertTrue(HtmlUtils.htmlUnescape(book).contains("按矫正类别"), book);
    }
    assertTrue(names.contains("xl/worksheets/sheet16.xml"), names.toString());
  }

  private Map<Column, Integer> people(Scope scope, Map<Dimension, String> of) {
    var counts = new EnumMap<Column, Integer>(Column.class);
    figures
        .people(scope, month())
        .forEach((column, people) -> counts.put(column, people.count(of)));
    return counts;
  }

  private List<CaseId> cases() {
    return jdbc.sql("select id from casework.cases where agency = ?")
        .param(staffed.officer().agency().id().value())
        .query((row, _) -> CaseId.of(row.getString("id")))
        .list();
  }

  private Scope agency() {
    return new Scope("a", Text.literal("a"), List.of(staffed.officer().agency().id()), null);
  }

  private Scope office() {
    return new Scope(
        "o",
        Text.literal("o"),
        List.of(staffed.officer().agency().id()),
        List.of(staffed.office().agency().id()));
  }

  private Period month() {
    return Period.read(null, null, null, today());
  }

  private Result.Recorded perform(PerformAct act) {
    return District.recorded(casework.perform(act));
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }

  private String html(Actor actor, String path, String language) throws Exception {
    return browser.get(actor, path, language).getResponse().getContentAsString();
  }
}
