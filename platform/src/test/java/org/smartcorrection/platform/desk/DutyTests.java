package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of powers and duties of each post, read from the procedures. */
@PlatformTest
class DutyTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired DutyBook book;
  @Autowired Law law;
  @Autowired Mornings mornings;
  @Autowired Clock clock;
  District.Staffed staffed;

  @BeforeEach
  void aDistrictOfItsOwn() {
    mornings.next();
    staffed = district.staffed();
  }

  @Test
  void the_list_says_exactly_what_the_procedures_allow_and_demand() {
    for (Actor actor :
        List.of(
            staffed.court(),
            staffed.officer(),
            staffed.office(),
            staffed.head(),
            staffed.city(),
            staffed.prosecutor())) {
      Duties duties = duties(actor);
      var role = LawRole.of(actor.role()).orElseThrow();
      Set<String> allowed =
          law.inForce(staffed.officer().agency().id(), today()).stream()
              .flatMap(
                  procedure ->
                      procedure.acts().stream()
                          .filter(act -> act.who().contains(role))
                          .map(act -> procedure.id() + "." + act.type()))
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> listed =
          duties.may().values().stream()
              .flatMap(List::stream)
              .flatMap(
                  power -> power.acts().stream().map(act -> power.procedure() + "." + act.type()))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(allowed, listed, actor.role().name());
      long owed =
          law.inForce(staffed.officer().agency().id(), today()).stream()
              .flatMap(procedure -> procedure.deadlines().stream())
              .filter(due -> due.owner() == role)
              .count();
      assertEquals(owed, duties.must().size(), actor.role().name());
      assertTrue(
          duties.may().values().stream()
              .flatMap(List::stream)
              .flatMap(power -> power.acts().stream())
              .noneMatch(act -> act.bases().isEmpty()),
          "every power has its article");
    }
  }

  @Test
  void positioning_joining_and_restricting_are_reserved_to_the_head() {
    assertEquals(
        Set.of(
            "PositioningApproved",
            "PositioningRefused",
            "PositioningExtended",
            "RecordsLinked",
            "RecordsSeparated",
            "RestrictionSet",
            "RestrictionChanged",
            "RestrictionLifted"),
        reserved());
  }

  private Set<String> reserved() {
    return duties(staffed.head()).may().values().stream()
        .flatMap(List::stream)
        .flatMap(power -> power.acts().stream())
        .filter(Duties.Allowed::alone)
        .map(Duties.Allowed::type)
        .collect(Collectors.toSet());
  }

  @Test
  void a_deputy_has_the_heads_list_without_what_is_reserved() {
    Actor deputy = district.deputy(staffed.head().agency());
    assertEquals(duties(staffed.head()).acts() - reserved().size(), duties(deputy).acts());
    assertFalse(
        duties(deputy).must().stream().anyMatch(owed -> owed.procedure().equals("positioning")));
  }

  @Test
  void a_duty_counts_what_is_open_for_those_who_see_the_cases_alone() {
    district.referred(staffed);
    assertTrue(open(staffed.officer(), staffed.officer()) > 0);
    assertEquals(
        open(staffed.officer(), staffed.officer()), open(staffed.officer(), staffed.prosecutor()));
    Actor administrator = district.actor(staffed.officer().agency(), Role.ADMINISTRATOR);
    assertEquals(0, open(staffed.officer(), administrator));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void the_page_is_whole_in_both_languages_for_everybody(String language) throws Exception {
    for (Actor reader :
        List.of(staffed.officer(), staffed.office(), staffed.prosecutor(), staffed.court())) {
      html(reader, "/posts", language);
      String heads = html(reader, "/posts/" + staffed.head().post(), language);
      assertTrue(heads.contains("/law/positioning"), heads);
    }
    html(staffed.head(), "/posts/" + staffed.officer().post() + "/charges", language);
    for (Role role : List.of(Role.AUDITOR, Role.ADMINISTRATOR)) {
      String none = html(district.actor(staffed.officer().agency(), role), "/posts", language);
      assertFalse(none.contains("/law/"), "they have no part in any procedure");
    }
  }

  @Test
  void a_post_of_another_area_or_of_a_person_is_not_to_be_found() throws Exception {
    Actor elsewhere = district.staffed().officer();
    assertEquals(404, status(elsewhere, "/posts/" + staffed.officer().post()));
    // what stands above two counties has to do with each of them
    for (Actor reader : List.of(staffed.officer(), district.beside(staffed).officer()))
      assertEquals(200, status(reader, "/posts/" + staffed.city().post()));
    assertEquals(404, status(elsewhere, "/posts/" + staffed.officer().account()));
    assertEquals(404, status(elsewhere, "/posts/nothing"));
  }

  @Test
  void the_head_divides_the_work_and_everybody_reads_whose_it_is() throws Exception {
    Actor second = district.actor(staffed.officer().agency(), Role.AGENCY_OFFICER);
    String path = "/posts/" + staffed.officer().post();
    var done =
        browser.post(
            staffed.head(),
            path + "/charges",
            "charges",
            "leave",
            "charges",
            "nonsense",
            "from",
            today().toString());
    assertEquals(302, done.getResponse().getStatus());
    assertTrue(html(staffed.prosecutor(), path, "en").contains("in its charge"));
    assertTrue(html(second, "/posts", "en").contains("in charge: Test post"));
    assertFalse(html(second, "/posts", "en").contains("in its charge"));
    assertTrue(mayStill(second), "it takes no power from anybody");

    var back =
        browser.post(staffed.head(), path + "/charges", "from", today().minusDays(1).toString());
    assertEquals(422, back.getResponse().getStatus());
    assertEquals(403, status(staffed.officer(), path + "/charges"));
    assertEquals(404, status(district.staffed().head(), path + "/charges"));
    assertEquals(404, status(staffed.head(), "/posts/" + staffed.prosecutor().post() + "/charges"));
  }

  private boolean mayStill(Actor officer) {
    return duties(officer).may().values().stream()
        .flatMap(List::stream)
        .anyMatch(power -> power.procedure().equals("leave"));
  }

  private int open(Actor post, Actor reader) {
    return book.of(book.open(post.post(), reader), reader, Locale.ENGLISH).must().stream()
        .mapToInt(owed -> owed.count().open())
        .sum();
  }

  private Duties duties(Actor actor) {
    return book.of(book.open(actor.post(), actor), actor, Locale.ENGLISH);
  }

  private String html(Actor actor, String path, String language) throws Exception {
    var response = browser.get(actor, path, language).getResponse();
    String html = response.getContentAsString(StandardCharsets.UTF_8);
    assertEquals(200, response.getStatus(), path + html);
    assertFalse(html.contains("th:") || html.contains("??"), path);
    return html;
  }

  private int status(Actor actor, String path) throws Exception {
    return browser.get(actor, path).getResponse().getStatus();
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }
}
