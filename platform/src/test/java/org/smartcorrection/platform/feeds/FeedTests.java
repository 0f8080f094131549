package org.smartcorrection.platform.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.TrailLines;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.my.Subjects;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Staffing;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A calendar is for one reader, for as long as they act, and tells nobody else anything. */
@PlatformTest
class FeedTests {
  @Autowired District district;
  @Autowired Subjects subjects;
  @Autowired FeedLinks links;
  @Autowired Casework casework;
  @Autowired Deadlines deadlines;
  @Autowired People people;
  @Autowired Staffing staffing;
  @Autowired TrailLines trail;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc mvc;
  @Autowired Clock clock;

  @Test
  void a_calendar_of_staff_has_duty_number_and_article_and_no_name() throws Exception {
    var staffed = district.staffed();
    Result.Recorded referred = district.referred(staffed);
    Identity person = people.get(referred.in().person());
    String calendar = unfolded(links.make(staffed.officer(), Scope.UNIT, Locale.ENGLISH));

    assertTrue(calendar.contains("SUMMARY:Check the documents · " + referred.in().number()));
    assertTrue(calendar.contains("DESCRIPTION:Community Corrections Law\\, Art. 22"), calendar);
    assertTrue(calendar.contains("/console/cases/" + referred.in().id()), calendar);
    for (String personal :
        List.of(
            person.name(),
            person.nameLatin(),
            person.identityNumber(),
            person.phone(),
            person.address(),
            referred.in().person().toString())) assertFalse(calendar.contains(personal), personal);
    for (Due due : deadlines.open(List.of(referred.in().id())))
      assertTrue(calendar.contains("VALUE=DATE:" + due.day().toString().replace("-", "")));
  }

  @Test
  void mine_is_what_the_post_owes_and_the_unit_is_all() throws Exception {
    var staffed = district.staffed();
    district.referred(staffed);
    String mine = unfolded(links.make(staffed.officer(), Scope.MINE, Locale.ENGLISH));
    String unit = unfolded(links.make(staffed.officer(), Scope.UNIT, Locale.ENGLISH));
    assertFalse(mine.contains("Court serves the documents"));
    assertTrue(unit.contains("Court serves the documents"));
    assertTrue(mine.contains("Check the documents"));
  }

  @Test
  void a_calendar_of_a_city_holds_all_its_counties_or_the_one_that_is_asked_for() throws Exception {
    var here = district.staffed();
    var there = district.beside(here);
    String first = district.referred(here).in().number();
    String second = district.referred(there).in().number();
    String path = links.make(here.city(), Scope.UNIT, Locale.ENGLISH);
    String all = unfolded(path);
    assertTrue(all.contains(first) && all.contains(second));
    String one = unfolded(path + "?county=" + there.officer().agency().code());
    assertTrue(one.contains(second) && !one.contains(first));
    for (String foreign : List.of(district.staffed().officer().agency().code(), "none"))
      assertEquals(404, answer(path + "?county=" + foreign).getStatus());
  }

  @Test
  void a_person_reads_a_word_that_tells_nobody_anything() throws Exception {
    var staffed = district.staffed();
    Result.Recorded received = district.received(staffed);
    Actor person = subjects.actor(received.in().person());
    for (Map.Entry<Locale, String> language :
        Map.of(Locale.ENGLISH, "Reminder", Locale.SIMPLIFIED_CHINESE, "提醒").entrySet()) {
      String calendar = unfolded(links.make(person, Scope.MINE, language.getKey()));
      assertTrue(calendar.contains("SUMMARY:" + language.getValue() + "\r\n"), calendar);
      assertFalse(calendar.contains("DESCRIPTION"), calendar);
      assertFalse(calendar.contains("URL:"), calendar);
      String said = calendar.toLowerCase(Locale.ROOT);
      for (String outing :
          List.of("correct", "矫正", "report", "报告", "case", "court", received.in().number()))
        assertFalse(said.contains(outing.toLowerCase(Locale.ROOT)), outing);
    }
  }

  @Test
  void a_person_reads_their_own_days_alone() throws Exception {
    var staffed = district.staffed();
    Result.Recorded received = district.received(staffed);
    district.received(staffed);
    String calendar =
        unfolded(links.make(subjects.actor(received.in().person()), Scope.MINE, Locale.ENGLISH));
    long own =
        deadlines.open(List.of(received.in().id())).stream()
            .filter(due -> due.owner().equals("SUBJECT"))
            .count();
    assertTrue(own > 0);
    assertEquals(own, calendar.split("BEGIN:VEVENT", -1).length - 1);
  }

  @Test
  void an_unchanged_calendar_is_not_sent_again() throws Exception {
    var staffed = district.staffed();
    district.referred(staffed);
    String path = links.make(staffed.officer(), Scope.UNIT, Locale.ENGLISH);
    MockHttpServletResponse first = answer(path);
    assertEquals("text/calendar;charset=UTF-8", first.getContentType());
    assertTrue(Objects.requireNonNull(first.getHeader("Cache-Control")).contains("private"));
    String tag = Objects.requireNonNull(first.getHeader("ETag"));

    assertEquals(304, answer(path, tag).getStatus());
    assertEquals(0, answer(path, tag).getContentAsByteArray().length);

    district.referred(staffed);
    MockHttpServletResponse changed = answer(path, tag);
    assertEquals(200, changed.getStatus());
    assertNotEquals(tag, changed.getHeader("ETag"));
  }

  @Test
  void a_duty_keeps_its_place_when_a_correction_counts_everything_anew() throws Exception {
    var staffed = district.staffed();
    Result.Recorded received = district.received(staffed);
    String path = links.make(staffed.officer(), Scope.UNIT, Locale.ENGLISH);
    List<UUID> ids = ids(received);
    List<String> before = lines(unfolded(path), "UID:");

    var plan = Facts.NONE.count("everyDays", 5);
    District.recorded(
        casework.perform(
            PerformAct.in(received.instance(), "PlanOpened", plan, staffed.officer())
                .occurring(received.act().occurredAt())
                .correcting(received.act().id())));

    assertNotEquals(ids, ids(received));
    assertEquals(before, lines(unfolded(path), "UID:"));
  }

  private List<UUID> ids(Result.Recorded of) {
    return deadlines.open(List.of(of.in().id())).stream().map(Due::id).sorted().toList();
  }

  @Test
  void a_wrong_a_renewed_and_an_ended_address_lead_nowhere() throws Exception {
    Actor officer = district.staffed().officer();
    assertEquals(404, answer("/clock/never-made.ics").getStatus());
    String first = links.make(officer, Scope.UNIT, Locale.ENGLISH);
    assertEquals(200, answer(first).getStatus());
    String second = links.make(officer, Scope.UNIT, Locale.ENGLISH);
    assertEquals(404, answer(first).getStatus());
    assertEquals(200, answer(second).getStatus());
    links.end(officer, Scope.UNIT);
    assertEquals(404, answer(second).getStatus());
  }

  @Test
  void a_disabled_account_and_an_ended_post_end_the_calendar() throws Exception {
    Actor disabled = district.staffed().officer();
    String ofDisabled = links.make(disabled, Scope.MINE, Locale.ENGLISH);
    assertTrue(staffing.disable(disabled.account()));
    assertEquals(404, answer(ofDisabled).getStatus());

    Actor gone = district.staffed().officer();
    String ofGone = links.make(gone, Scope.MINE, Locale.ENGLISH);
    LocalDate yesterday = LegalCalendar.legalDay(clock.instant()).minusDays(1);
    jdbc.sql("update organisation.account_posts set until_day = ? where account = ?")
        .params(yesterday, gone.account().value())
        .update();
    assertEquals(404, answer(ofGone).getStatus());
  }

  @Test
  void the_database_holds_no_address_and_the_trail_says_that_one_was_made_and_ended()
      throws Exception {
    Actor officer = district.staffed().officer();
    String path = links.make(officer, Scope.MINE, Locale.ENGLISH);
    String token = path.replace("/clock/", "").replace(".ics", "");
    List<byte[]> kept =
        jdbc.sql("select digest from feeds.links where account = ?")
            .param(officer.account().value())
            .query((row, _) -> row.getBytes("digest"))
            .list();
    assertEquals(1, kept.size());
    assertEquals(32, kept.getFirst().length);
    assertNotEquals(token, new String(kept.getFirst(), StandardCharsets.UTF_8));
    links.end(officer, Scope.MINE);
    List<String> events =
        trail.page(null, 50).rows().stream()
            .filter(line -> officer.account().equals(line.account()))
            .map(TrailLines.TrailLine::event)
            .toList();
    assertTrue(events.containsAll(List.of("calendar-made", "calendar-ended")), events.toString());
  }

  private MockHttpServletResponse answer(String path, String... known) throws Exception {
    var request = get(path).servletPath(path.replaceFirst("\\?.*", ""));
    for (String tag : known) request.header("If-None-Match", tag);
    return mvc.perform(request).andReturn().getResponse();
  }

  private String unfolded(String path) throws Exception {
    MockHttpServletResponse answer = answer(path);
    assertEquals(200, answer.getStatus());
    return answer.getContentAsString(StandardCharsets.UTF_8).replace("\r\n ", "");
  }

  private static List<String> lines(String calendar, String start) {
    return calendar.lines().filter(line -> line.startsWith(start)).sorted().toList();
  }
}
