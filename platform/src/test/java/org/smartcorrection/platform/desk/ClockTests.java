package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.StatuteClock;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.Explanation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

/** The statute clock: complete, in order, and nobody else's. */
@PlatformTest
class ClockTests {
  private static final Pattern ROW = Pattern.compile("id=\"due-([0-9a-f-]{36})\"");

  @Autowired District district;
  @Autowired Browser browser;
  @Autowired StatuteClock statute;
  @Autowired Deadlines deadlines;
  @Autowired Looks looks;
  @Autowired Law law;
  @Autowired Clock clock;

  @Test
  void the_pages_of_the_clock_hold_everything_that_is_open_once_and_in_order() {
    var staffed = district.staffed();
    AgencyId agency = staffed.officer().agency().id();
    for (int i = 0; i < 3; i++) district.referred(staffed);
    var asked = StatuteClock.Asked.all(agency, null);
    Instant now = clock.instant();

    var seen = new ArrayList<Instant>();
    var ids = new HashSet<UUID>();
    Slice<StatuteClock.Open> page = statute.page(asked, null, now, null, 2);
    while (true) {
      page.rows().forEach(row -> seen.add(row.due().end()));
      page.rows().forEach(row -> assertTrue(ids.add(row.due().id()), "twice"));
      if (page.next() == null) break;
      page = statute.page(asked, null, now, page.next(), 2);
    }

    assertEquals(deadlines.open(agency, null, 999).size(), ids.size());
    assertEquals(seen.stream().sorted().toList(), seen);
  }

  @Test
  void the_counts_by_time_are_what_each_time_holds() {
    var staffed = district.staffed();
    district.received(staffed);
    district.referred(staffed);
    var asked = StatuteClock.Asked.all(staffed.officer().agency().id(), null);
    Instant now = clock.instant().plus(Duration.ofDays(6));

    Map<StatuteClock.When, Integer> tally = statute.tally(asked, now);

    for (StatuteClock.When when : StatuteClock.When.values())
      assertEquals(
          statute.page(asked, when, now, null, 999).rows().size(), tally.get(when), when.name());
    assertEquals(
        statute.page(asked, null, now, null, 999).rows().size(),
        tally.values().stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void the_owners_share_out_what_is_open_among_them() throws Exception {
    var staffed = district.staffed();
    district.received(staffed);
    district.referred(staffed);
    int all = rows(staffed.officer(), "/console/clock").size();
    int shared = 0;
    for (ClockFilter.Owner owner : ClockFilter.Owner.values())
      if (owner != ClockFilter.Owner.MINE)
        shared += rows(staffed.officer(), "/console/clock?owner=" + owner).size();
    assertTrue(all > 0);
    assertEquals(all, shared);
  }

  @Test
  void whoever_owes_anything_in_any_procedure_is_found_under_exactly_one_owner() {
    for (var definition : law.definitions())
      for (var spec : definition.deadlines()) {
        long found =
            Arrays.stream(ClockFilter.Owner.values())
                .filter(
                    owner -> owner != ClockFilter.Owner.MINE && owner != ClockFilter.Owner.OFFICE)
                .map(owner -> new ClockFilter(owner, null, null, null).roles(Role.AGENCY_OFFICER))
                .filter(roles -> roles.contains(spec.owner().name()))
                .count();
        assertEquals(1, found, definition.id() + "." + spec.id());
      }
  }

  @Test
  void an_approval_that_ends_by_itself_is_no_question_about_the_person() {
    String said =
        Missed.of(due("regulartravel", "end", "M22", "RegularTravelExpired"), true).toString();
    assertTrue(said.contains("desk.missed.approval"), said);
    assertFalse(said.contains("desk.missed.question"), said);
  }

  private static Due due(String procedure, String name, String rule, String then) {
    return new Due(
        new UUID(1, 1),
        new CaseId(new UUID(2, 2)),
        new UUID(3, 3),
        procedure,
        name,
        rule,
        "SUBJECT",
        new AgencyId(new UUID(4, 4)),
        null,
        LocalDate.of(2026, 9, 10),
        Instant.parse("2026-09-10T16:00:00Z"),
        false,
        Explanation.NONE,
        then,
        1,
        null,
        null);
  }

  @Test
  void every_page_of_the_clock_is_written_in_both_languages() throws Exception {
    var staffed = district.staffed();
    district.received(staffed);
    district.referred(staffed);
    for (String language : List.of("en", "zh-CN"))
      for (Actor actor :
          List.of(staffed.officer(), staffed.office(), staffed.head(), staffed.city()))
        for (String page :
            List.of(
                "/console/clock",
                "/console/clock?owner=MINE&when=SOON&procedure=reception",
                "/console/clock?owner=nobody&when=never&office=nowhere",
                "/console/clock/lost",
                "/console/clock/calendar")) {
          MvcResult answer = browser.get(actor, page, language);
          assertEquals(200, answer.getResponse().getStatus(), page);
          String html = answer.getResponse().getContentAsString();
          assertFalse(html.contains("??"), page);
          assertFalse(html.contains("th:"), page);
        }
  }

  @Test
  void the_clock_of_another_agency_shows_nothing_of_ours() throws Exception {
    Result.Recorded received = district.received(district.staffed());
    String html = html(district.staffed().officer(), "/console/clock");
    assertFalse(html.contains(received.in().number()));
    assertTrue(html.contains("Nothing is open"));
  }

  @Test
  void an_office_sees_its_own_part_whichever_office_the_address_names() throws Exception {
    var staffed = district.staffed();
    String theirs = district.received(staffed).in().number();
    String ours = district.referred(staffed).in().number();
    String html = html(staffed.office(), "/console/clock?office=" + UUID.randomUUID());
    assertTrue(html.contains(theirs));
    assertFalse(html.contains(ours));
  }

  @Test
  void a_row_says_what_happens_if_it_is_missed_and_leads_to_the_act() throws Exception {
    var staffed = district.staffed();
    Result.Recorded referred = district.referred(staffed);
    String html = html(staffed.officer(), "/console/clock?owner=MINE");
    assertTrue(html.contains("The procuratorate sees it as a question: never received."), html);
    String form =
        "/console/cases/%s/acts/reception/DocumentsChecked?instance=%s"
            .formatted(referred.in().id(), referred.instance().id());
    assertTrue(html.contains(form), html);
    assertEquals(200, browser.get(staffed.officer(), form).getResponse().getStatus());
  }

  @Test
  void a_long_clock_goes_on_on_its_next_page_with_the_same_filter() throws Exception {
    var staffed = district.staffed();
    for (int i = 0; i < 9; i++) district.referred(staffed);
    int all = deadlines.open(staffed.officer().agency().id(), null, 999).size();
    String page = html(staffed.officer(), "/console/clock?procedure=reception");
    String next = first(page, "/console/clock\\?procedure=reception&amp;after=[^\"]+");

    var seen = new HashSet<>(rows(staffed.officer(), "/console/clock?procedure=reception"));
    assertEquals(25, seen.size());
    seen.addAll(rows(staffed.officer(), next.replace("&amp;", "&")));

    assertEquals(all, seen.size());
  }

  @Test
  void what_another_post_decides_is_not_offered_to_this_one() throws Exception {
    var staffed = district.staffed();
    district.referred(staffed);
    String ours = html(staffed.head(), "/console/clock");
    assertTrue(ours.contains("Check the documents"));
    assertFalse(ours.contains("/acts/reception/DocumentsChecked"));
  }

  @Test
  void the_address_of_a_calendar_is_shown_once_and_kept_by_nobody() throws Exception {
    Actor officer = district.staffed().officer();
    MvcResult made = browser.post(officer, "/console/clock/calendar", "scope", "UNIT");
    String html = made.getResponse().getContentAsString();
    String path = first(html, "/clock/[A-Za-z0-9_-]{43}\\.ics");
    assertEquals("no-store", made.getResponse().getHeader("Cache-Control"));
    assertFalse(html(officer, "/console/clock/calendar").contains(path));
    assertEquals(200, browser.get(officer, path).getResponse().getStatus());

    browser.post(officer, "/console/clock/calendar/end", "scope", "UNIT");

    assertEquals(404, browser.get(officer, path).getResponse().getStatus());
  }

  @Test
  void reports_that_the_person_owes_are_no_question_of_the_procuratorate() throws Exception {
    var staffed = district.staffed();
    district.received(staffed);
    String html = html(staffed.officer(), "/console/clock?owner=PERSON&procedure=checkin");
    assertTrue(html.contains("“Report missed” is recorded by itself."), html);
    assertFalse(html.contains("sees it as a question"), html);
  }

  @Test
  void whoever_is_on_the_clock_can_read_who_looked() throws Exception {
    var staffed = district.staffed();
    Result.Recorded received = district.received(staffed);
    int before = looks.at(received.in().person(), null, 50).rows().size();
    rows(staffed.head(), "/console/clock");
    assertEquals(before + 1, looks.at(received.in().person(), null, 50).rows().size());
  }

  @Test
  void a_key_that_is_none_leads_nowhere() throws Exception {
    Actor officer = district.staffed().officer();
    for (String key : List.of("x", "2026-01-01T00:00:00Z_x", "x_" + UUID.randomUUID()))
      assertEquals(
          404, browser.get(officer, "/console/clock?after=" + key).getResponse().getStatus(), key);
  }

  private static String first(String html, String pattern) {
    return Pattern.compile(pattern)
        .matcher(html)
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow(() -> new AssertionError(html));
  }

  private List<String> rows(Actor actor, String page) throws Exception {
    return ROW.matcher(html(actor, page)).results().map(MatchResult::group).toList();
  }

  private String html(Actor actor, String page) throws Exception {
    return browser.get(actor, page).getResponse().getContentAsString();
  }
}
