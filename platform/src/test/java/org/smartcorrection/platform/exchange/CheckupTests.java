package org.smartcorrection.platform.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.kernel.DataFolder;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

@PlatformTest
class CheckupTests {
  private static final String HEADER = "姓名,矫正类别,生效日期,报到日期,入矫宣告日期,矫正止日,书面鉴定日期\n";
  private static final String[] COLUMNS = {
    "column-0",
    "NAME",
    "column-1",
    "CATEGORY",
    "column-2",
    "EFFECTIVE",
    "column-3",
    "REPORTED",
    "column-4",
    "ANNOUNCED",
    "column-5",
    "TERM_UNTIL",
    "column-6",
    "APPRAISED"
  };

  /**
   * Time acts in the background all the while, in the cases of other tests: there it is recorded.
   */
  private static final List<String> OF_TIME =
      List.of(
          "casework.acts",
          "casework.deadlines",
          "casework.instances",
          "casework.summaries",
          "casework.statute_clock",
          "desk.recent_acts",
          "evidence.",
          "notify.",
          "oversight.",
          "documents.",
          "tracking.alarms",
          "tracking.grounds",
          "wall.feed");

  @Autowired District district;
  @Autowired Browser browser;
  @Autowired JdbcClient jdbc;
  @Autowired DataFolder folder;
  @Autowired Clock clock;

  @Test
  void a_spreadsheet_is_looked_through_and_each_date_says_its_article_and_how_it_was_counted()
      throws Exception {
    Actor officer = district.staffed().officer();
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    String rows =
        "甲,缓刑,%s,,,%s,\n".formatted(today.minusDays(40), today.plusYears(1))
            + "乙,假释,%s,%s,,%s,\n"
                .formatted(today.minusDays(40), today.minusDays(35), today.plusDays(33));
    MvcResult asked = send(officer, "/console/checkup", rows);
    assertTrue(text(asked).contains("column-6"), text(asked));
    String seen = text(send(officer, "/console/checkup", rows, COLUMNS));
    assertTrue(seen.contains("Report in person"), seen);
    assertTrue(seen.contains("L11"), seen);
    assertTrue(seen.contains("Community Corrections Law"), seen);
    assertTrue(seen.contains("Complete the intake"), seen);
    assertTrue(seen.contains("Row 3"), seen);
    assertTrue(seen.contains("in 3 days"), "the appraisal, thirty days ahead of the end");
    String csv = text(send(officer, "/console/checkup/csv", rows, COLUMNS));
    assertTrue(csv.contains("2,Missed,Report in person,"), csv);
    assertTrue(csv.contains("3,Due within 7 days,"), csv);
  }

  @Test
  void nothing_of_it_is_kept_in_any_table_or_file() throws Exception {
    Actor officer = district.staffed().officer();
    String rows = "甲,缓刑,2026-01-01,,,2030-01-01,\n";
    send(officer, "/console/checkup", rows, COLUMNS);
    Map<String, Long> tables = tables();
    List<String> files = files();
    send(officer, "/console/checkup", rows);
    send(officer, "/console/checkup", rows, COLUMNS);
    send(officer, "/console/checkup/csv", rows, COLUMNS);
    assertEquals(tables, tables());
    assertEquals(files, files());
  }

  @Test
  void ten_thousand_rows_are_looked_through_at_once() throws Exception {
    Actor officer = district.staffed().officer();
    var rows = new StringBuilder();
    LocalDate day = LocalDate.of(2024, 1, 1);
    for (int i = 0; i < 10_000; i++)
      rows.append("甲,缓刑,%s,,,%s,\n".formatted(day.plusDays(i % 700), day.plusDays(1000 + i % 700)));
    long begun = System.nanoTime();
    String seen = text(send(officer, "/console/checkup", rows.toString(), COLUMNS));
    System.out.println(
        "check-up of 10,000 rows: " + (System.nanoTime() - begun) / 1_000_000 + " ms");
    assertTrue(seen.contains("10,000"), "all rows are counted");
    assertTrue(seen.contains("The first 200 of"), "and the page says that it shows fewer");
  }

  @Test
  void what_is_no_table_is_refused_with_what_to_do() throws Exception {
    Actor officer = district.staffed().officer();
    var lie = new MockMultipartFile("table", "a.xlsx", "application/zip", "a,b".getBytes(UTF_8));
    MvcResult refused = browser.send(officer, "/console/checkup", new MockMultipartFile[] {lie});
    assertEquals(422, refused.getResponse().getStatus());
    assertTrue(text(refused).contains("not what the ending .xlsx says"), text(refused));
  }

  private MvcResult send(Actor actor, String path, String rows, String... fields) throws Exception {
    var file = new MockMultipartFile("table", "a.csv", "text/csv", (HEADER + rows).getBytes(UTF_8));
    MvcResult result = browser.send(actor, path, new MockMultipartFile[] {file}, fields);
    assertEquals(200, result.getResponse().getStatus());
    return result;
  }

  private static String text(MvcResult result) {
    return new String(result.getResponse().getContentAsByteArray(), UTF_8);
  }

  /** How many rows each table has; of acts, those that somebody did and not time. */
  private Map<String, Long> tables() {
    var counts = new TreeMap<String, Long>();
    List<String> names =
        jdbc.sql(
                """
                select table_schema || '.' || table_name from information_schema.tables
                where table_schema not in ('pg_catalog', 'information_schema')
                  and table_type = 'BASE TABLE'
                """)
            .query((row, _) -> row.getString(1))
            .list();
    for (String name : names)
      if (OF_TIME.stream().noneMatch(name::startsWith))
        counts.put(name, jdbc.sql("select count(*) from " + name).query(Long.class).single());
    counts.put(
        "acts",
        jdbc.sql("select count(*) from casework.acts where role <> 'SYSTEM'")
            .query(Long.class)
            .single());
    return counts;
  }

  private List<String> files() throws Exception {
    try (var all = Files.walk(folder.root())) {
      return all.filter(file -> !file.startsWith(folder.database()))
          .filter(file -> !file.startsWith(folder.log()))
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }
}
