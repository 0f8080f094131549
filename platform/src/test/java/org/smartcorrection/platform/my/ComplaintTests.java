package org.smartcorrection.platform.my;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Matrix;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.notify.Messages;
import org.smartcorrection.platform.notify.Notices;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A complaint to the procuratorate is nowhere where the agency looks (L29; issue 3g). */
@PlatformTest
class ComplaintTests {
  private static final String WORDS = "Unverwechselbar-8471";

  @Autowired District district;
  @Autowired Subjects subjects;
  @Autowired Browser browser;
  @Autowired Cases cases;
  @Autowired Acts acts;
  @Autowired Instances instances;
  @Autowired Summaries summaries;
  @Autowired Deadlines deadlines;
  @Autowired Messages messages;
  @Autowired Notices notices;
  @Autowired Jurisdiction jurisdiction;
  @Autowired Matrix matrix;
  @Autowired Vault vault;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  District.Staffed staffed;
  Case in;
  Actor person;

  @BeforeEach
  void somebodyInTheMiddleOfTheirTerm() {
    staffed = district.staffed();
    in = district.received(staffed).in();
    person = subjects.actor(in.person());
  }

  @Test
  void a_complaint_to_the_agency_is_an_act_of_the_case_and_its_answer_is_read_here()
      throws Exception {
    browser.post(person, "/my/complaints/agency", "words", WORDS);
    Running complaint = instances.ofCase(in.id(), "complaint").getFirst();
    district.perform(
        complaint,
        "OutcomeToldByAgency",
        Facts.NONE.choice("upheld", "UPHELD").text("reason", "you are right"),
        staffed.officer());
    String html = html(person, "/my/complaints");
    assertTrue(html.contains(WORDS), html);
    assertTrue(html.contains("you are right"), html);
  }

  @Test
  void an_empty_complaint_is_not_sent() throws Exception {
    var answer = browser.post(person, "/my/complaints/procuratorate", "words", " ");
    assertEquals(422, answer.getResponse().getStatus());
    assertTrue(sealed().isEmpty());
  }

  @Test
  void the_procuratorate_answers_and_the_person_reads_it() throws Exception {
    complain();
    Running complaint = instances.ofCase(sealed().getFirst().id(), "complaint").getFirst();
    assertEquals(
        List.of(complaint.id()),
        instances
            .inStates("complaint", List.of("WITH_PROCURATORATE"), procuratorate().value(), 10)
            .stream()
            .map(Running::id)
            .toList());
    district.perform(
        complaint,
        "OutcomeToldByProcuratorate",
        Facts.NONE.choice("upheld", "PARTLY_UPHELD").text("reason", "they must apologise"),
        staffed.prosecutor());
    assertTrue(html(person, "/my/complaints").contains("they must apologise"));
    assertTrue(messages.to(in.person(), in.agency(), 99).stream().noneMatch(this::aboutSealed));
    assertEquals(1, messages.to(in.person(), procuratorate(), 99).size());
  }

  @Test
  void a_second_complaint_goes_to_the_same_place_and_both_can_be_taken_back() throws Exception {
    complain();
    complain();
    assertEquals(1, sealed().size());
    List<Running> both = instances.ofCase(sealed().getFirst().id(), "complaint");
    assertEquals(2, both.size());
    browser.post(person, "/my/complaints/" + both.getFirst().id() + "/take-back");
    assertEquals("TAKEN_BACK", instances.find(both.getFirst().id()).orElseThrow().state());
  }

  @Test
  void it_is_signed_by_the_procuratorate_and_by_nobody_of_the_agency() throws Exception {
    complain();
    Act act = acts.history(sealed().getFirst().id()).getFirst();
    assertEquals(procuratorate(), act.agency());
    assertNotEquals(person.post(), act.post());
  }

  @Test
  void its_words_open_with_a_key_that_no_case_of_the_agency_uses() throws Exception {
    complain();
    Case sealed = sealed().getFirst();
    assertFalse(acts.history(sealed.id()).getFirst().shredded());
    vault.destroy(in.person(), Purpose.COMPLAINT);
    assertTrue(acts.history(sealed.id()).getFirst().shredded());
    assertTrue(acts.history(in.id()).stream().noneMatch(Act::shredded));
  }

  @Test
  void it_leaves_no_gap_in_numbers_of_acts_or_cases() throws Exception {
    int acts = acts().size();
    Case before = district.referred(staffed).in();
    complain();
    Case after = district.referred(staffed).in();
    assertEquals(acts, acts().size());
    assertEquals(serial(before) + 1, serial(after));
  }

  @Test
  void no_list_tally_deadline_or_notice_of_the_agency_has_it() throws Exception {
    AgencyId agency = in.agency();
    var tally = summaries.tally(agency, null);
    int due = deadlines.open(agency, null, 999).size();
    complain();
    Case sealed = sealed().getFirst();
    assertEquals(tally, summaries.tally(agency, null));
    assertEquals(due, deadlines.open(agency, null, 999).size());
    assertTrue(
        summaries.page(agency, null, null, 999).rows().stream()
            .noneMatch(row -> row.caseId().equals(sealed.id())));
    assertTrue(
        deadlines
            .missed(agency, clock.instant().plus(Duration.ofDays(99)), clock.instant(), 999)
            .stream()
            .noneMatch(missed -> missed.caseId().equals(sealed.id())));
    assertTrue(
        instances
            .inStates("complaint", List.of("WITH_PROCURATORATE"), agency.value(), 9)
            .isEmpty());
    assertFalse(cases.of(in.person()).contains(sealed));
    for (Actor actor : agencySide())
      assertTrue(
          notices.to(actor, null, 99).rows().stream()
              .noneMatch(notice -> sealed.id().equals(notice.caseId())));
  }

  @Test
  void nobody_but_the_procuratorate_covers_it_so_no_live_event_reaches_them() throws Exception {
    complain();
    AgencyId custody = sealed().getFirst().agency();
    for (Actor actor : agencySide())
      assertFalse(jurisdiction.covers(actor, custody, null), actor.role().name());
    assertTrue(jurisdiction.covers(staffed.prosecutor(), custody, null));
  }

  @Test
  void no_page_of_anybody_but_the_procuratorate_shows_that_it_exists() throws Exception {
    complain();
    Case sealed = sealed().getFirst();
    Running complaint = instances.ofCase(sealed.id(), "complaint").getFirst();
    var looked = new ArrayList<String>();
    List<Actor> agencySide = agencySide();
    for (Matrix.Line line : matrix.lines()) {
      String pattern = line.path().getPatternString();
      // the stream carries no words; the front page is the same for everybody
      if (!line.method().equals("GET") || Set.of("/live", "/").contains(pattern)) continue;
      for (Actor actor : agencySide) {
        if (!line.allows(actor)) continue;
        var opened = new HashSet<String>();
        for (UUID id : List.of(in.id().value(), sealed.id().value(), complaint.id())) {
          String path = filled(pattern, id);
          if (!opened.add(path)) continue; // it names nothing, and is the same for every id
          String html = html(actor, path);
          assertUntouched(html, sealed, complaint, path, id.equals(in.id().value()));
          looked.add(path);
        }
      }
    }
    assertTrue(looked.size() > 20, looked.toString());
  }

  @Test
  void neither_the_log_nor_the_trail_nor_the_looks_tell_of_it() throws Exception {
    var logged = new ListAppender<ILoggingEvent>();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    logged.start();
    root.addAppender(logged);
    Level before = root.getLevel();
    int trail = count("access.trail");
    int looks = count("access.looks");
    try {
      complain();
    } finally {
      root.detachAppender(logged);
      root.setLevel(before);
    }
    Case sealed = sealed().getFirst();
    for (ILoggingEvent event : List.copyOf(logged.list))
      for (String part : List.of(WORDS, sealed.id().toString(), sealed.number(), "Complaint"))
        assertFalse(event.getFormattedMessage().contains(part), event.getLoggerName());
    assertEquals(looks, count("access.looks"));
    assertEquals(trail, count("access.trail"));
  }

  private void complain() throws Exception {
    var answer = browser.post(person, "/my/complaints/procuratorate", "words", WORDS);
    assertEquals("/my/complaints", answer.getResponse().getRedirectedUrl());
    assertTrue(html(person, "/my/complaints").contains(WORDS));
  }

  private List<Actor> agencySide() {
    var administrator = new ArrayList<Actor>();
    for (Role role : List.of(Role.ADMINISTRATOR, Role.AUDITOR))
      administrator.add(district.actor(staffed.officer().agency(), role));
    administrator.addAll(
        List.of(
            staffed.officer(), staffed.office(), staffed.head(), staffed.city(), staffed.court()));
    return administrator;
  }

  private static String filled(String pattern, UUID id) {
    return pattern
        .replace("{procedure}", "complaint")
        .replace("{type}", "ComplaintToProcuratorate")
        .replaceAll("\\{[^}]+}", id.toString());
  }

  private static void assertUntouched(
      String html, Case sealed, Running complaint, String path, boolean own) {
    assertFalse(html.contains(WORDS), path);
    assertFalse(html.contains(sealed.number()), path);
    // an address that was asked for may come back in a page that says there is nothing
    if (!own) return;
    assertFalse(html.contains(sealed.id().toString()), path);
    assertFalse(html.contains(complaint.id().toString()), path);
    // the public pages name every kind of act there is, of nobody
    if (path.startsWith("/open") || path.startsWith("/law")) return;
    assertFalse(html.contains("Complaint to the procuratorate"), path);
  }

  private List<Case> sealed() {
    return cases.of(in.person(), procuratorate());
  }

  private AgencyId procuratorate() {
    return staffed.prosecutor().agency().id();
  }

  private List<Act> acts() {
    return acts.history(in.id());
  }

  private boolean aboutSealed(Messages.Message message) {
    return message.agency().equals(procuratorate());
  }

  private static int serial(Case in) {
    return Integer.parseInt(in.number().substring(in.number().lastIndexOf('-') + 1));
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private String html(Actor actor, String path) throws Exception {
    return browser.get(actor, path).getResponse().getContentAsString();
  }
}
