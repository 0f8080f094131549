package org.smartcorrection.platform.my;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.SignIn;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

@PlatformTest
class CounterTests {
  @Autowired District district;
  @Autowired Subjects subjects;
  @Autowired Browser browser;
  @Autowired Acts acts;
  @Autowired Looks looks;
  @Autowired SignIn signIn;
  @Autowired Clock clock;
  District.Staffed staffed;
  Case in;
  String file;

  @BeforeEach
  void somebodyInTheMiddleOfTheirTerm() {
    staffed = district.staffed();
    in = district.received(staffed).in();
    file = "/console/cases/" + in.id();
  }

  @Test
  void every_page_of_the_counter_is_written_in_both_languages() throws Exception {
    String slip = slip(report(staffed.officer(), "COUNTER"));
    for (String page : List.of(file + "/check-in", file + "/leave/new", file + "/pin", slip))
      for (String language : List.of("en", "zh-CN")) {
        MvcResult answer = browser.get(staffed.officer(), page, language);
        String html = answer.getResponse().getContentAsString();
        assertEquals(200, answer.getResponse().getStatus(), page);
        assertFalse(html.contains("??"), page);
        assertFalse(html.contains("th:"), page);
      }
  }

  @Test
  void a_telephone_call_taken_by_the_office_is_the_same_act_with_its_way_and_a_slip()
      throws Exception {
    String slip = slip(report(staffed.office(), "TELEPHONE"));
    Act act = latest("Reported");
    assertEquals("TELEPHONE", act.facts().said("way"));
    assertEquals("/slips/" + act.id(), slip);
    String html = browser.get(staffed.office(), slip).getResponse().getContentAsString();
    assertTrue(html.contains("By telephone"), html);
    assertTrue(html.contains("Signature of the person"), html);
    assertTrue(html.contains(in.number()), html);
    Actor person = subjects.actor(in.person());
    assertEquals(200, browser.get(person, slip).getResponse().getStatus());
  }

  @Test
  void staff_cannot_say_that_the_person_used_a_phone() throws Exception {
    assertEquals(422, report(staffed.officer(), "PHONE_PAGE").getResponse().getStatus());
  }

  @Test
  void a_report_that_has_not_happened_yet_is_not_recorded_and_stays_typed() throws Exception {
    MvcResult answer =
        browser.post(
            staffed.officer(),
            file + "/check-in",
            "way",
            "VISIT",
            "at",
            "2099-01-01",
            "at-time",
            "10:00",
            "changes",
            "moved house");
    assertEquals(422, answer.getResponse().getStatus());
    String html = answer.getResponse().getContentAsString();
    assertTrue(html.contains("has not come yet"), html);
    assertTrue(html.contains("moved house"), html);
  }

  @Test
  void staff_file_a_leave_for_somebody_without_a_phone() throws Exception {
    LocalDate first = LegalCalendar.legalDay(clock.instant()).plusDays(6);
    MvcResult answer =
        browser.send(
            staffed.office(),
            file + "/leave/new",
            new MockMultipartFile[] {MyPagesTests.PROOF},
            "destination",
            "Baishi",
            "firstDay",
            first.toString(),
            "lastDay",
            first.plusDays(1).toString(),
            "cause",
            "MEDICAL");
    assertTrue(slip(answer).startsWith("/slips/"));
    assertEquals("Baishi", latest("LeaveApplied").facts().said("destination"));
  }

  @Test
  void every_look_at_the_counter_is_recorded_for_the_person() throws Exception {
    browser.get(staffed.officer(), file + "/check-in");
    assertEquals(
        staffed.officer().account(), looks.at(in.person(), null, 1).rows().getFirst().account());
  }

  @Test
  void nobody_acts_for_a_person_of_another_agency() throws Exception {
    Actor other = district.staffed().officer();
    for (String page : List.of("/check-in", "/leave/new", "/pin"))
      assertEquals(404, browser.get(other, file + page).getResponse().getStatus(), page);
    assertEquals(404, browser.post(other, file + "/pin").getResponse().getStatus());
  }

  @Test
  void a_new_pin_stands_on_one_slip_and_opens_the_persons_account() throws Exception {
    MvcResult answer = browser.post(staffed.officer(), file + "/pin");
    assertEquals("no-store", answer.getResponse().getHeader("Cache-Control"));
    String html = answer.getResponse().getContentAsString();
    Matcher pin = Pattern.compile("<b class=\"num\">(\\d{6})</b>").matcher(html);
    assertTrue(pin.find(), html);
    String login = in.number().toLowerCase(java.util.Locale.ROOT);
    assertTrue(html.contains(login), html);
    assertInstanceOf(SignIn.Outcome.In.class, signIn.attempt(login, pin.group(1), ""));
    browser.post(staffed.officer(), file + "/pin");
    assertInstanceOf(SignIn.Outcome.Wrong.class, signIn.attempt(login, pin.group(1), ""));
  }

  private MvcResult report(Actor by, String way) throws Exception {
    ZonedDateTime now = clock.instant().atZone(LegalCalendar.ZONE);
    return browser.post(
        by,
        file + "/check-in",
        "way",
        way,
        "at",
        now.toLocalDate().toString(),
        "at-time",
        DateTimeFormatter.ofPattern("HH:mm").format(now));
  }

  private static String slip(MvcResult answer) throws Exception {
    String to = answer.getResponse().getRedirectedUrl();
    assertTrue(to != null, answer.getResponse().getContentAsString());
    return String.valueOf(to);
  }

  private Act latest(String type) {
    return acts.history(in.id()).reversed().stream()
        .filter(act -> act.type().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
