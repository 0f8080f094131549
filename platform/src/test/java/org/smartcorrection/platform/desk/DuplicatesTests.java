package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.PersonJoining;
import org.smartcorrection.platform.casework.PersonLink;
import org.smartcorrection.platform.casework.PersonLinks;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.IdentityNumber;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MvcResult;

/** Rule H12: two records of one human are found, joined by acts in both cases, and separated. */
@PlatformTest
class DuplicatesTests {
  private static final Random RANDOM = new Random();

  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Casework casework;
  @Autowired PersonJoining joining;
  @Autowired PersonLinks links;
  @Autowired Acts acts;
  @Autowired Comparison comparison;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  District.Staffed staffed;
  Actor officer;
  Actor head;

  @BeforeEach
  void aDistrictOfItsOwn() {
    staffed = district.staffed();
    officer = staffed.officer();
    head = staffed.head();
  }

  @Test
  void H12_records_alike_are_shown_to_those_who_have_both_cases_and_to_nobody_else()
      throws Exception {
    String body = body();
    Case one = takenOver("邱复核", body, staffed);
    Case other = takenOver("邱复核", oneDigitOff(body), staffed);
    District.Staffed elsewhere = district.staffed();
    Case beyond = takenOver("邱复核", twoChanged(body), elsewhere);

    for (String language : List.of("en", "zh-CN"))
      for (String path : List.of("/console/people/alike", person(one), compare(one, other)))
        assertEquals(
            200, browser.get(head, path, language).getResponse().getStatus(), path + language);
    for (Actor actor : List.of(officer, head)) {
      String list = html(actor, "/console/people/alike");
      assertTrue(list.contains(one.number()) && list.contains(other.number()), list);
      assertFalse(list.contains(beyond.number()), "another agency's");
      assertTrue(html(actor, person(one)).contains(compare(one, other)));
      assertFalse(html(actor, person(one)).contains(beyond.number()));
    }
    assertTrue(html(officer, "/console/people").contains("/console/people/alike"));
    for (Actor stranger : List.of(elsewhere.officer(), staffed.office()))
      assertFalse(html(stranger, "/console/people/alike").contains(one.number()));
    assertEquals(404, status(elsewhere.officer(), compare(one, other)));
    assertEquals(404, status(officer, compare(one, beyond)));
    assertEquals(404, status(staffed.office(), compare(one, other)));
    assertEquals(403, status(staffed.court(), compare(one, other)));
    String compared = html(officer, compare(one, other));
    assertTrue(compared.contains("differ in one digit"), compared);
    assertTrue(compared.contains("The head of the bureau decides"), compared);
    assertEquals(
        403,
        browser
            .post(officer, compare(one, other), "reason", "same", "wrongNumber", "NUMBER_HERE")
            .getResponse()
            .getStatus());
  }

  @Test
  void H12_the_head_joins_two_records_by_an_act_in_both_cases_and_separates_them()
      throws Exception {
    String body = body();
    Case one = takenOver("邱复核", body, staffed);
    Case other = takenOver("邱复核", oneDigitOff(body), staffed);
    List<Act> before = acts.history(one.id());
    MvcResult unsaid = browser.post(head, compare(one, other), "reason", "identity card seen");
    assertEquals(422, unsaid.getResponse().getStatus(), "both numbers are valid: one is wrong");
    MvcResult joined =
        browser.post(
            head,
            compare(one, other),
            "reason",
            "identity card seen",
            "wrongNumber",
            "NUMBER_THERE");
    assertEquals(302, joined.getResponse().getStatus(), () -> html(joined));

    Act here = acts.history(one.id()).getLast();
    Act there = acts.history(other.id()).getLast();
    assertEquals("RecordsLinked", here.type());
    assertEquals("RecordsLinked", there.type());
    assertEquals(other.number(), here.facts().said("otherCase"));
    assertEquals(one.number(), there.facts().said("otherCase"));
    assertEquals("NUMBER_THERE", here.facts().said("wrongNumber"));
    assertEquals("NUMBER_HERE", there.facts().said("wrongNumber"));
    assertEquals(Set.of(one.person(), other.person()), links.group(other.person()));
    for (Case in : List.of(one, other)) assertEquals(List.of(), comparison.of(in.id()));
    assertFalse(html(head, "/console/people/alike").contains(one.number()), "decided");
    String shown = html(officer, person(one));
    assertTrue(shown.contains(other.number()), shown);
    assertFalse(shown.contains("/separate"), "the head's alone");
    assertTrue(html(officer, "/console/cases/" + other.id()).contains("Another record is"));

    PersonLink link = links.of(List.of(one.person())).getFirst();
    String separate = JoinPages.separate(one.id(), link.run());
    assertTrue(html(head, person(one)).contains(separate));
    for (String language : List.of("en", "zh-CN"))
      assertEquals(200, browser.get(head, separate, language).getResponse().getStatus());
    assertEquals(403, status(officer, separate));
    assertEquals(422, browser.post(head, separate).getResponse().getStatus(), "no reason");
    assertEquals(
        302, browser.post(head, separate, "reason", "two cousins").getResponse().getStatus());
    assertEquals(404, status(head, separate), "separated already");
    assertEquals(Set.of(one.person()), links.group(one.person()));
    assertEquals("RecordsSeparated", acts.history(other.id()).getLast().type());
    for (Case in : List.of(one, other)) assertEquals(List.of(), comparison.of(in.id()));
    assertEquals(before, acts.history(one.id()).subList(0, before.size()), "no act changed");
    String afterwards = html(head, person(one));
    assertTrue(afterwards.contains("joined with " + other.number()), afterwards);
    assertTrue(afterwards.contains("separated again"), afterwards);
    assertTrue(html(head, "/console/people/alike").contains(one.number()), "alike as before");
  }

  @Test
  void H12_a_person_reads_every_case_of_the_joined_records_and_no_other() throws Exception {
    Case other = takenOver("邱复核", body(), staffed);
    Case one = district.received(staffed).in();
    Case stranger = district.received(staffed).in();
    Actor self =
        accounts
            .posts(accounts.of(one.person()).orElseThrow(), LegalCalendar.legalDay(clock.instant()))
            .getFirst();
    assertEquals(404, status(self, "/my/data?case=" + other.number()), "not joined yet");
    assertInstanceOf(Result.Recorded.class, join(one, other));
    for (String language : List.of("en", "zh-CN"))
      assertEquals(
          200,
          browser.get(self, "/my/data?case=" + other.number(), language).getResponse().getStatus());
    assertTrue(html(self, "/my/data").contains("case=" + other.number()));
    assertTrue(html(self, "/my/data/acts?case=" + other.number()).contains(other.number()));
    assertTrue(html(self, "/my/data/copy").contains(other.number()));
    assertFalse(html(self, "/my/data/acts").contains(other.number()), "each file by itself");
    assertEquals(404, status(self, "/my/data?case=" + stranger.number()));
  }

  @Test
  void H12_nothing_joins_with_itself_twice_through_a_third_or_beyond_the_agency() {
    Case one = takenOver("链一", body(), staffed);
    Case two = takenOver("链二", body(), staffed);
    Case three = takenOver("链三", body(), staffed);
    District.recorded(join(one, two));
    District.recorded(join(three, two));
    assertEquals(3, links.group(one.person()).size(), "a chain is one group");
    assertEquals("reason.duplicate.joined", refusal(join(one, three)));
    assertEquals("reason.duplicate.joined", refusal(join(two, one)));
    assertEquals("reason.duplicate.same", refusal(join(one, one)));
    Case beyond = takenOver("链四", body(), district.staffed());
    assertEquals("reason.duplicate.custody", refusal(join(one, beyond)));
    assertEquals(List.of(), links.of(List.of(beyond.person())));
    assertEquals(
        List.of(),
        links.of(List.of(one.person())).stream().filter(link -> link.twin() == null).toList());
  }

  @Test
  void H12_separating_what_was_joined_brings_back_what_was_whatever_comes_between() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 5; i++) cases.add(takenOver("测" + i, body(), staffed));
    var edges = new ArrayList<Set<PersonId>>();
    for (int step = 0; step < 25; step++) {
      Case one = cases.get(random.nextInt(cases.size()));
      Case other = cases.get(random.nextInt(cases.size()));
      if (!edges.isEmpty() && random.nextInt(3) == 0) {
        Set<PersonId> edge = edges.remove(random.nextInt(edges.size()));
        separate(edge.iterator().next(), edge);
      } else if (join(one, other) instanceof Result.Recorded)
        edges.add(Set.of(one.person(), other.person()));
      for (Case in : cases)
        assertEquals(group(in.person(), edges), links.group(in.person()), "seed " + seed);
    }
    while (!edges.isEmpty()) {
      Set<PersonId> edge = edges.removeLast();
      separate(edge.iterator().next(), edge);
    }
    for (Case in : cases) {
      assertEquals(Set.of(in.person()), links.group(in.person()), "seed " + seed);
      assertEquals(List.of(), comparison.of(in.id()), "seed " + seed);
    }
  }

  @Test
  void H12_of_two_heads_who_join_at_once_one_is_first() throws Exception {
    Case one = takenOver("同时一", body(), staffed);
    Case other = takenOver("同时二", body(), staffed);
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Callable<Result>> both = List.of(() -> join(one, other), () -> join(other, one));
      int recorded = 0;
      for (var result : threads.invokeAll(both))
        if (result.get() instanceof Result.Recorded) recorded++;
        else assertEquals("reason.duplicate.joined", refusal(result.get()));
      assertEquals(1, recorded);
    }
    assertEquals(1, links.of(List.of(one.person())).size());
  }

  @Test
  void H12_what_is_kept_of_a_joining_is_held_against_the_acts() {
    Case one = takenOver("比对一", body(), staffed);
    Case other = takenOver("比对二", body(), staffed);
    Result.Recorded joined = District.recorded(join(one, other));
    jdbc.sql("update casework.person_links set separated_by = 9 where run = ?")
        .param(joined.instance().id())
        .update();
    assertEquals(
        List.of("casework.person_links"),
        comparison.of(one.id()).stream().map(Comparison.Difference::place).toList());
    jdbc.sql("update casework.person_links set separated_by = null where run = ?")
        .param(joined.instance().id())
        .update();
    assertEquals(List.of(), comparison.of(one.id()));

    Case third = takenOver("比对三", body(), staffed);
    Facts moved = joined.act().facts().text("otherCase", third.number());
    PerformAct correction =
        PerformAct.in(joined.instance(), "RecordsLinked", moved, head)
            .correcting(joined.act().id())
            .occurring(joined.act().occurredAt())
            .overriding("the wrong case");
    var refused = assertThrows(Refused.class, () -> fail(casework.perform(correction).toString()));
    assertEquals("casework.duplicate.separate", refused.key());
    assertEquals(List.of(), comparison.of(one.id()));
  }

  private Result join(Case one, Case other) {
    return joining.join(one.id(), other.id(), PersonJoining.HERE, "identity card seen", head);
  }

  private void separate(PersonId person, Set<PersonId> edge) {
    PersonLink link =
        links.of(List.of(person)).stream()
            .filter(found -> found.holds() && edge.contains(found.other()))
            .findFirst()
            .orElseThrow();
    District.recorded(joining.separate(link.caseId(), link.run(), "two humans", head));
  }

  /** What the edges say, counted in another way. */
  private static Set<PersonId> group(PersonId person, List<Set<PersonId>> edges) {
    var group = new HashSet<>(Set.of(person));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Set<PersonId> edge : edges)
        if (edge.stream().anyMatch(group::contains)) grew |= group.addAll(edge);
    }
    return group;
  }

  private static String refusal(Result result) {
    return assertInstanceOf(Result.Refused.class, result).reasons().getFirst().key();
  }

  /** A case that is under correction after one act. */
  private Case takenOver(String name, String body, District.Staffed whose) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    PersonId person =
        people.add(
            new Identity(
                name,
                "",
                Identity.Gender.MALE,
                LocalDate.of(1985, 5, 5).plusDays(RANDOM.nextInt(5000)),
                body + IdentityNumber.check(body),
                "000",
                "试验路1号"));
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
            whose.officer().agency(),
            in -> PerformAct.opening(in.id(), "takeover", "CaseTakenOver", facts, whose.officer()));
    return District.recorded(result).in();
  }

  /** Seventeen digits that nobody has. */
  private static String body() {
    return "%06d19850505%03d".formatted(RANDOM.nextInt(1_000_000), RANDOM.nextInt(1000));
  }

  private static String oneDigitOff(String body) {
    return (body.charAt(0) == '9' ? '8' : '9') + body.substring(1);
  }

  /** The same digit again, and so the same typing error in another agency. */
  private static String twoChanged(String body) {
    return body.charAt(0) == '7' ? '6' + body.substring(1) : '7' + body.substring(1);
  }

  private static String person(Case in) {
    return "/console/cases/" + in.id() + "/person";
  }

  private static String compare(Case one, Case other) {
    return JoinPages.href(one.id(), other.id());
  }

  private int status(Actor actor, String path) throws Exception {
    return browser.get(actor, path).getResponse().getStatus();
  }

  private String html(Actor actor, String path) throws Exception {
    return html(browser.get(actor, path));
  }

  private static String html(MvcResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
