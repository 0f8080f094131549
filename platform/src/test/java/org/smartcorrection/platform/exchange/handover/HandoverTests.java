package org.smartcorrection.platform.exchange.handover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.exchange.Handed;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

/** The file for a mandated platform, what differs since the last one, and theirs read back. */
@PlatformTest
class HandoverTests {
  private static final String FORMAT =
      """
      {"id": "province", "name": {"zh": "省平台", "en": "Platform of the province"},
       "source": "invented for this test", "match": "IDENTITY_NUMBER",
       "columns": [
         {"field": "IDENTITY_NUMBER", "column": "SFZH"},
         {"field": "NAME", "column": "XM"},
         {"field": "SEX", "column": "XB", "codes": {"MALE": "1", "FEMALE": "2"}},
         {"field": "BORN", "column": "CSRQ", "day": "yyyyMMdd"},
         {"field": "LEVEL", "column": "GLDJ",
          "codes": {"UNDECIDED": "0", "STRICT": "1", "ORDINARY": "2", "RELAXED": "3"}},
         {"field": "OFFENCE", "column": "ZM"},
         {"field": "TERM_UNTIL", "column": "JZZR", "day": "yyyy/MM/dd"}]}
      """;

  @Autowired District district;
  @Autowired Casework casework;
  @Autowired Acts acts;
  @Autowired Browser browser;
  @Autowired Formats formats;
  @Autowired Caseload caseload;
  @Autowired ReadBack readBack;
  @Autowired People people;
  @Autowired Vault vault;
  @Autowired Looks looks;
  @Autowired JdbcClient jdbc;
  private District.Staffed staffed;
  private Result.Recorded one;
  private Result.Recorded other;
  private String number;

  @BeforeEach
  void caseload() throws Exception {
    staffed = district.staffed();
    one = district.received(staffed);
    other = district.received(staffed);
    number = people.get(one.in().person()).identityNumber();
    Actor administrator = district.actor(staffed.officer().agency(), Role.ADMINISTRATOR);
    assertEquals(302, hand(administrator, FORMAT).getResponse().getStatus());
  }

  @Test
  void a_file_says_everything_in_their_columns_and_codes() throws Exception {
    String[] lines = file("CSV", "all", "order 7").split("\r?\n");
    assertEquals("\uFEFFSFZH,XM,XB,CSRQ,GLDJ,ZM,JZZR", lines[0]);
    String line =
        Arrays.stream(lines).filter(row -> row.startsWith(number)).findFirst().orElseThrow();
    assertTrue(line.matches(number + ",试验\\d+,1,19850505,0,盗窃罪,\\d{4}/\\d{2}/\\d{2}"), line);
    assertEquals(3, lines.length);
    String json = file("JSONL", "all", "order 7");
    assertTrue(json.contains("\"CSRQ\":\"19850505\""), json);
    assertTrue(
        looks.at(one.in().person(), null, 50).rows().stream()
            .anyMatch(look -> look.what().equals("export")));
  }

  @Test
  void the_next_file_brings_what_is_new_changed_and_gone() throws Exception {
    assertEquals(Map.of(Difference.Kind.NEW, 2), report().counts());
    file("XLSX", "all", "order 7");
    assertEquals(Map.of(Difference.Kind.SAME, 2), report().counts());

    level(one, "STRICT");
    Result.Recorded late = district.received(staffed);
    died(other);

    Caseload.Report report = report();
    assertEquals(
        Map.of(Difference.Kind.NEW, 1, Difference.Kind.CHANGED, 1, Difference.Kind.GONE, 1),
        report.counts());
    assertEquals(
        List.of(OurField.LEVEL),
        report.first().stream()
            .filter(line -> line.caseId().equals(one.in().id()))
            .findFirst()
            .orElseThrow()
            .difference()
            .fields());
    String page =
        browser
            .get(staffed.officer(), "/console/handover/province")
            .getResponse()
            .getContentAsString();
    assertTrue(page.contains(late.in().number()) && page.contains("Management level"), page);

    String changes = file("CSV", "changes", "order 8");
    assertEquals(3, changes.split("\r?\n").length, changes);
    assertEquals(Map.of(Difference.Kind.SAME, 2), report().counts());
    String list =
        browser
            .get(staffed.head(), "/console/handover", "zh-CN")
            .getResponse()
            .getContentAsString();
    assertTrue(list.contains("order 7") && list.contains("order 8"), list);
  }

  @Test
  void nothing_readable_is_remembered_and_a_destroyed_key_forgets() throws Exception {
    file("CSV", "all", "order 7");
    String kept =
        jdbc.sql("select string_agg(prints, ' ') from exchange.handed_over where custody = ?")
            .param(staffed.officer().agency().id().value())
            .query(String.class)
            .single();
    assertFalse(kept.contains(number) || kept.contains("试验"), kept);
    List<String> digests =
        kept.lines().filter(line -> line.startsWith("OFFENCE ")).distinct().toList();
    assertEquals(2, digests.size(), "the same words of two people do not look alike");

    vault.destroy(one.in().person(), Purpose.CASEWORK);

    assertFalse(file("CSV", "all", "order 8").contains(number));
  }

  @Test
  void gb18030_writes_every_character_and_a_format_can_ask_for_it_alone() throws Exception {
    Charset chinese = Charset.forName("GB18030");
    var rare = new StringBuilder();
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++)
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
        rare.appendCodePoint(point);
    String all = rare.toString();
    assertEquals(all, new String(all.getBytes(chinese), chinese), "nothing is outside");

    PersonId named =
        people.add(
            new Identity(
                "张𠮷𬭚",
                "Zhang Jichan",
                Identity.Gender.FEMALE,
                LocalDate.of(1985, 5, 5),
                "990000198505050048",
                "000",
                "㐀村"));
    Facts decision = acts.history(one.in().id()).getFirst().facts();
    District.recorded(
        casework.open(
            named,
            staffed.officer().agency(),
            in ->
                PerformAct.opening(
                    in.id(), "reception", "ReferralReceived", decision, staffed.court())));
    byte[] file = bytes("register", "CSV_GB18030");
    assertTrue(new String(file, chinese).contains("张𠮷𬭚"));
    assertFalse(new String(file, UTF_8).contains("张"), "it is not UTF-8");
    AgencyId custody = staffed.officer().agency().id();
    assertEquals(
        3,
        readBack
            .of(custody, formats.get(custody, "register"), Handed.read("theirs.csv", file))
            .same());
    String page = page("/console/handover/register");
    assertTrue(page.matches("(?s).*value=\"CSV_GB18030\"[^>]*checked.*"), "as the last file was");
    Actor administrator = district.actor(staffed.officer().agency(), Role.ADMINISTRATOR);
    String fixed = FORMAT.replace("\"match\"", "\"encoding\": \"GB18030\", \"match\"");
    assertEquals(302, hand(administrator, fixed).getResponse().getStatus());
    page = page("/console/handover/province");
    assertTrue(page.contains("value=\"CSV_GB18030\"") && !page.contains("value=\"CSV\""));
    String other = fixed.replace("GB18030", "Big5");
    assertEquals(
        "exchange.format.encoding",
        assertThrows(Refused.class, () -> FormatReader.read(other.getBytes(UTF_8))).key());
    byte[] tables =
        browser
            .get(staffed.officer(), "/console/statistics/tables.csv?coding=GB18030", "zh-CN")
            .getResponse()
            .getContentAsByteArray();
    assertTrue(new String(tables, chinese).startsWith("表"), new String(tables, chinese));
  }

  @Test
  void without_a_reason_there_is_no_file() throws Exception {
    MvcResult result =
        browser.post(
            staffed.officer(),
            "/console/handover/province/file",
            "kind",
            "CSV",
            "what",
            "all",
            "reason",
            " ");
    assertEquals(422, result.getResponse().getStatus());
    assertTrue(result.getResponse().getContentAsString().contains("Say why"));
    assertEquals(Map.of(Difference.Kind.NEW, 2), report().counts());
  }

  @Test
  void their_file_is_held_against_ours_field_by_field() throws Exception {
    String theirs =
        file("CSV", "all", "order 7")
            .replaceFirst("(" + number + ",[^,]*),1,19850505,0", "$1,2,1985-05-05,0")
            .replace("\uFEFF", "");
    String more = theirs + "110101199001011234,某人,1,19900101,0,盗窃罪,2027/01/01\n";
    ReadBack.Report report =
        readBack.of(
            staffed.officer().agency().id(), format(), Handed.read("a.csv", more.getBytes(UTF_8)));
    assertEquals(1, report.same());
    assertEquals(1, report.differing());
    assertEquals(
        List.of(new ReadBack.Field(OurField.SEX, "XB", "1", "2")),
        report.first().getFirst().fields());
    assertEquals(List.of(4), report.onlyTheirs());
    assertEquals(List.of(), report.onlyOurs());

    var file = new MockMultipartFile("table", "a.csv", "text/csv", more.getBytes(UTF_8));
    String page =
        browser
            .send(
                staffed.officer(),
                "/console/handover/province/back",
                new MockMultipartFile[] {file})
            .getResponse()
            .getContentAsString();
    assertTrue(page.contains(one.in().number()) && page.contains("XB"), page);
    assertFalse(page.contains("110101199001011234"), "whom we do not have is named by row");
  }

  @Test
  void a_format_belongs_to_one_agency() throws Exception {
    var others = district.staffed();
    assertEquals(
        404, browser.get(others.officer(), "/console/handover/province").getResponse().getStatus());
    assertFalse(
        file(others.officer(), "register", "CSV", "all", "theirs").contains(one.in().number()));
    assertTrue(
        file(staffed.officer(), "register", "CSV", "all", "ours").contains(one.in().number()));
  }

  @Test
  void D14_the_sealed_record_of_a_minor_is_given_to_nobody() throws Exception {
    died(other);
    String given = file(staffed.officer(), "register", "CSV", "all", "order 7");
    assertTrue(given.contains(other.in().number()), given);
    Result.Recorded begun =
        District.recorded(
            casework.perform(
                PerformAct.opening(
                    other.in().id(),
                    "sealing",
                    "SealingBegun",
                    Facts.NONE.flag("minorAtOffence", true).count("penaltyMonths", 12),
                    staffed.officer())));
    District.recorded(
        casework.perform(
            PerformAct.in(
                    begun.instance(),
                    "RecordSealed",
                    Facts.NONE.flag("copiesCollected", true).flag("systemsSealed", true),
                    staffed.officer())
                .withDocuments(List.of(paper("sealing-decision")))));
    assertFalse(
        file(staffed.officer(), "register", "CSV", "all", "order 8").contains(other.in().number()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"MALE\": \"1\", |                  | exchange.format.no-code",
        "\"MALE\":        | \"MAN\":         | exchange.format.code",
        "yyyyMMdd         | yyyyMM           | exchange.format.day",
        "\"XM\"           | \"SFZH\"         | exchange.format.twice",
        "\"NAME\"         | \"NICKNAME\"     | exchange.format.field",
        "\"source\"       | \"sauce\"        | exchange.format.unknown",
        "province         | The Province     | exchange.format.id",
        "\"IDENTITY_NUMBER\", \"column\" | \"PHONE\", \"column\" | exchange.format.match",
        "{\"id\"          | {{\"id\"         | exchange.format.no-json",
      })
  void a_format_that_would_fail_later_is_refused_at_once(
      String what, @Nullable String by, String key) {
    String broken =
        FORMAT.replaceFirst(
            Pattern.quote(what), Matcher.quoteReplacement(Objects.requireNonNullElse(by, "")));
    Refused refused = assertThrows(Refused.class, () -> FormatReader.read(broken.getBytes(UTF_8)));
    assertEquals(key, refused.key());
  }

  private MvcResult hand(Actor by, String content) throws Exception {
    var file =
        new MockMultipartFile("format", "f.json", "application/json", content.getBytes(UTF_8));
    return browser.send(by, "/admin/formats", new MockMultipartFile[] {file});
  }

  private byte[] bytes(String format, String kind) throws Exception {
    return browser
        .post(
            staffed.officer(),
            "/console/handover/" + format + "/file",
            "kind",
            kind,
            "what",
            "all",
            "reason",
            "order 9")
        .getResponse()
        .getContentAsByteArray();
  }

  private String page(String path) throws Exception {
    return browser.get(staffed.officer(), path).getResponse().getContentAsString();
  }

  private String file(String kind, String what, String reason) throws Exception {
    return file(staffed.officer(), "province", kind, what, reason);
  }

  private String file(Actor by, String format, String kind, String what, String reason)
      throws Exception {
    MvcResult result =
        browser.post(
            by,
            "/console/handover/" + format + "/file",
            "kind",
            kind,
            "what",
            what,
            "reason",
            reason);
    assertEquals(200, result.getResponse().getStatus());
    return new String(result.getResponse().getContentAsByteArray(), UTF_8);
  }

  private Format format() {
    return formats.get(staffed.officer().agency().id(), "province");
  }

  private Caseload.Report report() {
    return caseload.report(staffed.officer().agency().id(), format(), 100);
  }

  private void level(Result.Recorded of, String level) {
    var plan = Facts.NONE.count("everyDays", 7).choice("level", level);
    District.recorded(
        casework.perform(
            PerformAct.in(of.instance(), "PlanOpened", plan, staffed.officer())
                .occurring(of.act().occurredAt())
                .correcting(of.act().id())));
  }

  private void died(Result.Recorded of) {
    District.recorded(
        casework.perform(
            PerformAct.opening(
                    of.in().id(),
                    "release",
                    "TerminatedByDeath",
                    Facts.NONE
                        .day("diedOn", of.act().effectiveOn())
                        .choice("deathKind", "NATURAL_DEATH")
                        .text("reportedBy", "family"),
                    staffed.officer())
                .withDocuments(List.of(paper("death-certificate")))));
  }

  private static Upload paper(String kind) {
    return new Upload(kind, kind + ".pdf", "%PDF-1.4\n%%EOF\n".getBytes(UTF_8));
  }
}
