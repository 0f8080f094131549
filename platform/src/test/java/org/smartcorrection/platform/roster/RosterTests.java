package org.smartcorrection.platform.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.AgencyActs;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MvcResult;

/** Rule H15: the head draws up who is on duty, and one turn hands over to the next. */
@PlatformTest
class RosterTests {
  @Autowired District district;
  @Autowired Mornings mornings;
  @Autowired Browser browser;
  @Autowired Roster roster;
  @Autowired OnDuty onDuty;
  @Autowired DutyHours hours;
  @Autowired DutyNumbers numbers;
  @Autowired Superiors superiors;
  @Autowired Notes notes;
  @Autowired AgencyActs agencyActs;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  private District.Staffed staff;
  private Actor other;
  private AgencyId agency;
  private Shift now;

  @BeforeEach
  void staffed() {
    mornings.next();
    staff = district.staffed();
    agency = staff.officer().agency().id();
    other = district.actor(staff.officer().agency(), Role.AGENCY_OFFICER);
    now = hours.now(agency);
  }

  @Test
  void the_head_draws_up_a_week_and_each_turn_is_an_act_of_the_agency() throws Exception {
    Shift next = now.next();
    MvcResult drawn =
        draw(
            staff.head(),
            "officer-" + now.key(),
            staff.officer().account().toString(),
            "deputy-" + now.key(),
            other.account().toString());

    assertEquals("/console/duty", drawn.getResponse().getRedirectedUrl());
    Duty duty = roster.of(agency, now).orElseThrow();
    assertEquals(staff.officer().account(), duty.officer());
    assertEquals(other.account(), duty.deputy());
    assertTrue(roster.of(agency, next).isEmpty());
    ActId act = latest();
    assertEquals("DutyDrawnUp", agencyActs.get(act).type());
    assertEquals("Tester", onDuty.now(agency, Locale.ENGLISH).officer());

    draw(staff.head(), "officer-" + now.key(), other.account().toString());

    assertEquals(
        other.account(), roster.of(agency, now).orElseThrow().officer(), "the latest counts");
    assertEquals(
        staff.officer().account() + " " + other.account(),
        ((HouseAct) agencyActs.get(act)).says().get(now.key()),
        "and the earlier one stays");
  }

  @Test
  void nobody_but_the_head_draws_up_and_nobody_follows_themselves() throws Exception {
    String own = staff.officer().account().toString();
    Actor deputy = district.deputy(staff.head().agency());

    assertEquals(422, draw(deputy, "officer-" + now.key(), own).getResponse().getStatus());
    assertEquals(403, draw(staff.officer(), "officer-" + now.key(), own).getResponse().getStatus());
    MvcResult same = draw(staff.head(), "officer-" + now.key(), own, "deputy-" + now.key(), own);
    assertEquals(422, same.getResponse().getStatus());
    assertTrue(text(same).contains("must be somebody else"));
    MvcResult stranger =
        draw(staff.head(), "officer-" + now.key(), staff.court().account().toString());
    assertEquals(422, stranger.getResponse().getStatus());

    assertTrue(roster.of(agency, now).isEmpty());
  }

  @Test
  void a_turn_that_is_over_is_not_drawn_up_any_more() throws Exception {
    Shift past = now.before();

    draw(staff.head(), "officer-" + past.key(), staff.officer().account().toString());

    assertTrue(roster.of(agency, past).isEmpty());
  }

  @Test
  void a_telephone_is_kept_sealed_and_forgotten_on_request() throws Exception {
    assertEquals(422, number(staff.officer(), "ring me").getResponse().getStatus());
    number(staff.officer(), "+86 138 0000 0000");

    assertEquals("+86 138 0000 0000", numbers.of(staff.officer().account()).orElseThrow());
    byte[] kept =
        jdbc.sql("select sealed from roster.numbers where account = ?")
            .param(staff.officer().account().value())
            .query((row, _) -> row.getBytes("sealed"))
            .single();
    assertFalse(new String(kept, StandardCharsets.ISO_8859_1).contains("138"));
    assertFalse(text(browser.get(other, "/console/duty")).contains("138"));

    number(staff.officer(), "");
    assertTrue(numbers.of(staff.officer().account()).isEmpty());
  }

  @Test
  void whoever_is_on_duty_hands_over_and_the_next_one_takes_over() throws Exception {
    roster.drawUp(
        agency,
        List.of(
            new Duty(now, staff.officer().account(), null),
            new Duty(now.next(), other.account(), null)),
        staff.head());

    assertEquals(422, write(other, "not mine").getResponse().getStatus(), "not their turn yet");
    write(staff.officer(), "Case 7: call again\nat eight.");
    Notes.Note note = notes.of(agency, null, 5).rows().getFirst();
    assertEquals("Case 7: call again\nat eight.", note.words());
    assertEquals(now, note.shift());
    take(other, note);
    assertEquals(null, notes.find(note.id()).orElseThrow().takenBy(), "the turn goes on");

    clock.forwardTo(hours.ends(agency, now));
    assertTrue(text(browser.get(other, "/console/duty")).contains("Not taken over yet"));
    take(staff.officer(), note);
    assertEquals(null, notes.find(note.id()).orElseThrow().takenBy(), "nobody from themselves");
    take(other, note);

    assertEquals(other.account(), notes.find(note.id()).orElseThrow().takenBy());
    assertTrue(text(browser.get(staff.head(), "/console/duty")).contains("Taken over by Tester"));
  }

  @Test
  void what_is_handed_over_is_not_for_other_agencies_or_offices() throws Exception {
    roster.drawUp(agency, List.of(new Duty(now, staff.officer().account(), null)), staff.head());
    write(staff.officer(), "a word among us");
    District.Staffed beside = district.beside(staff);

    assertFalse(text(browser.get(beside.officer(), "/console/duty")).contains("a word among us"));
    assertFalse(text(browser.get(staff.office(), "/console/duty")).contains("a word among us"));
    assertFalse(text(browser.get(staff.city(), "/console/duty")).contains("a word among us"));
    assertTrue(text(browser.get(staff.officer(), "/console/duty")).contains("a word among us"));
  }

  @Test
  void deputies_and_the_head_are_told_apart() {
    Actor deputy = district.deputy(staff.head().agency());

    assertEquals(List.of(deputy.account()), superiors.deputies(agency));
    assertEquals(List.of(staff.head().account()), superiors.heads(agency));
  }

  private MvcResult draw(Actor by, String... fields) throws Exception {
    var all = new ArrayList<>(List.of("from", now.day().toString()));
    all.addAll(List.of(fields));
    return browser.post(by, "/console/duty/roster", all.toArray(String[]::new));
  }

  private MvcResult number(Actor by, String number) throws Exception {
    return browser.post(by, "/console/duty/number", "number", number);
  }

  private MvcResult write(Actor by, String words) throws Exception {
    return browser.post(by, "/console/duty/notes", "words", words);
  }

  private void take(Actor by, Notes.Note note) throws Exception {
    browser.post(by, "/console/duty/notes/taken", "note", note.id().toString());
  }

  private ActId latest() {
    return jdbc.sql("select id from roster.rosters where custody = ? order by number desc limit 1")
        .param(agency.value())
        .query((row, _) -> new ActId(row.getObject("id", UUID.class)))
        .single();
  }

  private static String text(MvcResult result) throws Exception {
    return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }
}
