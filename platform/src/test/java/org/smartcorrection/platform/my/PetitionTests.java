package org.smartcorrection.platform.my;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

/** What a person asks for and tells beyond leave, on the phone or at the counter. */
@PlatformTest
class PetitionTests {
  private static final MockMultipartFile PROOF =
      new MockMultipartFile(
          "document-proof",
          "proof.pdf",
          "application/pdf",
          "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
  private static final MockMultipartFile[] NOTHING = {};

  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Subjects subjects;
  @Autowired Casework casework;
  @Autowired Acts acts;
  @Autowired Instances instances;
  @Autowired Clock clock;
  private District.Staffed staffed;
  private Case in;
  private Actor person;
  private LocalDate today;

  @BeforeEach
  void somebodyInTheMiddleOfTheirTerm() {
    staffed = district.staffed();
    in = district.received(staffed).in();
    person = subjects.actor(in.person());
    today = LegalCalendar.legalDay(clock.instant());
  }

  @Test
  void every_page_is_written_in_both_languages() throws Exception {
    var pages = new ArrayList<>(List.of("/my/applications", travelling()));
    for (Petition petition : Petition.values())
      pages.add("/my/applications/new/" + petition.path());
    for (String page : pages)
      for (String language : List.of("en", "zh-CN")) whole(person, page, language);
    String file = "/console/cases/" + in.id() + "/applications";
    for (String language : List.of("en", "zh-CN")) {
      whole(staffed.officer(), file, language);
      whole(staffed.officer(), file + "/new/change", language);
    }
  }

  @Test
  void M22_the_person_applies_for_regular_travel_and_reads_who_decides_by_when() throws Exception {
    String page = travelling();

    Act applied = latest("RegularTravelApplied");
    assertEquals(person.account(), applied.account());
    assertEquals(List.of("proof"), applied.documentKinds());
    String html = html(person, page);
    assertTrue(html.contains("every Monday"), html);
    assertTrue(html.contains("officer of the agency, by"), html);
    assertTrue(html.contains("/TravelApplicationTakenBack"), html);
  }

  @Test
  void L17_a_refusal_is_read_with_its_reason_and_how_to_complain() throws Exception {
    String page = travelling();
    Running applied = instances.ofCase(in.id(), "regulartravel").getFirst();
    district.perform(
        applied,
        "RegularTravelRefused",
        Facts.NONE.text("reason", "the employer denies it"),
        staffed.officer());

    String html = html(person, page);
    assertTrue(html.contains("the employer denies it"), html);
    assertTrue(html.contains("/my/complaints/procuratorate"), html);
    assertFalse(html.contains("TravelApplicationTakenBack"), html);
  }

  @Test
  void what_is_missing_stands_at_its_field_and_everything_typed_is_kept() throws Exception {
    MvcResult answer =
        browser.send(
            person,
            "/my/applications/new/travel",
            NOTHING,
            "places",
            "Baishi <county>",
            "months",
            "3");
    String html = answer.getResponse().getContentAsString();
    assertEquals(422, answer.getResponse().getStatus());
    assertTrue(html.contains("Baishi &lt;county&gt;"), html);
    assertTrue(html.contains("id=\"travelFrom-error\""), html);
    assertTrue(html.contains("id=\"document-proof-error\""), html);
    assertEquals(List.of(), instances.ofCase(in.id(), "regulartravel"));
  }

  @Test
  void M23_a_move_that_is_told_late_can_be_sent_with_its_reason() throws Exception {
    String[] typed = {
      "newResidence", "12 East street", "newAgency", "Baishi agency",
      "movesOn", today.plusDays(10).toString(), "relocationCause", "WORK_CHANGED",
      "statement", "a new job"
    };
    MvcResult warned =
        browser.send(person, "/my/applications/new/move", new MockMultipartFile[] {PROOF}, typed);
    assertEquals(422, warned.getResponse().getStatus());
    assertTrue(warned.getResponse().getContentAsString().contains("name=\"urgent\""));

    var withReason = new ArrayList<>(List.of(typed));
    withReason.addAll(List.of("urgent", "the work begins on Monday"));
    done(
        browser.send(
            person,
            "/my/applications/new/move",
            new MockMultipartFile[] {PROOF},
            withReason.toArray(String[]::new)));
    assertEquals("the work begins on Monday", latest("RelocationApplied").overrideReason());
  }

  @Test
  void M13_a_change_is_told_at_once_and_answered() throws Exception {
    String page =
        done(
            browser.send(
                person,
                "/my/applications/new/change",
                NOTHING,
                "changeKind",
                "ADDRESS_CHANGED",
                "changedOn",
                today.plusDays(3).toString(),
                "statement",
                "I move to my sister"));
    Running reported = instances.ofCase(in.id(), "change").getFirst();
    district.perform(
        reported, "ChangeNoted", Facts.NONE.text("reply", "thank you"), staffed.office());

    assertTrue(html(person, page).contains("Change noted"));
  }

  @Test
  void M27_the_person_objects_to_an_admonition() throws Exception {
    Running decided = admonished();
    String page = "/my/applications/" + decided.id();
    assertTrue(html(person, page).contains("/ObjectionMade"));

    done(browser.send(person, page + "/ObjectionMade", NOTHING, "reason", "I was at the hospital"));

    assertEquals("OBJECTED", instances.find(decided.id()).orElseThrow().state());
    assertEquals(
        404,
        browser
            .send(person, page + "/ObjectionMade", NOTHING, "reason", "again")
            .getResponse()
            .getStatus());
  }

  @Test
  void nobody_reads_or_goes_on_in_what_is_another_persons() throws Exception {
    String page = travelling();
    Actor other = subjects.actor(district.received(staffed).in().person());

    assertEquals(404, browser.get(other, page).getResponse().getStatus());
    assertEquals(
        404,
        browser
            .send(other, page + "/TravelApplicationTakenBack", NOTHING)
            .getResponse()
            .getStatus());
    assertEquals(404, status("/my/applications/new/pardon"));
  }

  @Test
  void the_person_does_no_act_of_the_agency() throws Exception {
    String page = travelling();
    assertEquals(404, status(page + "/RegularTravelApproved"));
  }

  @Test
  void what_was_applied_for_is_taken_back() throws Exception {
    String page = travelling();
    done(browser.send(person, page + "/TravelApplicationTakenBack", NOTHING));
    assertEquals("TAKEN_BACK", instances.ofCase(in.id(), "regulartravel").getFirst().state());
  }

  @Test
  void staff_write_it_down_for_somebody_without_a_phone_and_print_a_slip() throws Exception {
    MvcResult answer =
        browser.send(
            staffed.office(),
            "/console/cases/" + in.id() + "/applications/new/change",
            NOTHING,
            "changeKind",
            "WORK_CHANGED",
            "changedOn",
            today.toString(),
            "statement",
            "told at the counter");
    String slip = done(answer);
    assertTrue(slip.startsWith("/slips/"), slip);
    assertTrue(html(staffed.office(), slip).contains("told at the counter"));
    assertEquals(200, browser.get(person, slip).getResponse().getStatus());
    var stranger = district.staffed().officer();
    assertEquals(404, browser.get(stranger, slip).getResponse().getStatus());
  }

  private Running admonished() {
    Running alarm =
        open("alarm", "AlarmRaised", Facts.NONE.choice("alarmKind", "OTHER_BREACH"), null);
    alarm =
        district.perform(
            alarm,
            "AccountTaken",
            Facts.NONE
                .text("language", "Sichuanese")
                .flag("interpreterNeeded", false)
                .flag("minor", false)
                .flag("evidenceShown", true)
                .choice("spoke", "SPOKE")
                .flag("readBack", true)
                .choice("signed", "SIGNATURE")
                .text("account", "I lost my way"),
            staffed.officer());
    alarm =
        district.perform(
            alarm, "FoundNoGoodReason", Facts.NONE.text("reason", "none"), staffed.officer());
    Running proposed =
        open(
            "measure",
            "AdmonitionProposed",
            Facts.NONE.choice("breach", "MINOR_BREACH").text("statement", "left"),
            alarm);
    return district.perform(
        proposed, "AdmonitionDecided", Facts.NONE.text("reason", "as found"), staffed.officer());
  }

  private Running open(
      String procedure, String type, Facts facts, @org.jspecify.annotations.Nullable Running on) {
    Facts stated =
        type.equals("AlarmRaised")
            ? facts.moment(
                "detectedAt", clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MINUTES))
            : facts;
    PerformAct act = PerformAct.opening(in.id(), procedure, type, stated, staffed.officer());
    return District.recorded(casework.perform(on == null ? act : act.restingOn(on.id())))
        .instance();
  }

  private String travelling() throws Exception {
    return done(
        browser.send(
            person,
            "/my/applications/new/travel",
            new MockMultipartFile[] {PROOF},
            "places",
            "Baishi county",
            "frequency",
            "every Monday",
            "travelFrom",
            today.plusDays(2).toString(),
            "months",
            "3",
            "travelCause",
            "REGULAR_WORK",
            "statement",
            "deliveries"));
  }

  private void whole(Actor actor, String page, String language) throws Exception {
    MvcResult answer = browser.get(actor, page, language);
    String html = answer.getResponse().getContentAsString();
    assertEquals(200, answer.getResponse().getStatus(), page);
    assertFalse(html.contains("??"), page);
    assertFalse(html.contains("th:"), page);
  }

  private int status(String page) throws Exception {
    return browser.get(person, page).getResponse().getStatus();
  }

  private String html(Actor actor, String page) throws Exception {
    MvcResult answer = browser.get(actor, page);
    assertEquals(200, answer.getResponse().getStatus(), page);
    return answer.getResponse().getContentAsString();
  }

  private static String done(MvcResult answer) throws Exception {
    assertEquals(302, answer.getResponse().getStatus(), answer.getResponse().getContentAsString());
    return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
  }

  private Act latest(String type) {
    return acts.history(in.id()).stream()
        .filter(act -> act.type().equals(type))
        .reduce((_, later) -> later)
        .orElseThrow();
  }
}
