package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Matrix;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.feeds.FeedLinks;
import org.smartcorrection.platform.feeds.Scope;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.my.Subjects;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/**
 * M16: somebody who wants to find a person that is protected from them opens everything that they
 * may open, and learns neither where nor who it is.
 */
@PlatformTest
class ProtectedPlaceTests {
  private static final String NAME = "Rosehip Lane";
  private static final String REASON = "told the police of the debts";
  private static final String WHO = "Officer Quillfeather";
  private static final String FILE = "report-of-the-informant";
  private static final double LATITUDE = 31.7391;
  private static final double LONGITUDE = 104.9173;
  private static final Pattern RADIUS = Pattern.compile("(?<![\\w.+/])2573(?![\\w.+/=])");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{2,3}\\.\\d{4,}");

  @Autowired District district;
  @Autowired Subjects subjects;
  @Autowired Browser browser;
  @Autowired Mornings mornings;
  @Autowired Casework casework;
  @Autowired Acts acts;
  @Autowired Documents documents;
  @Autowired FeedLinks feeds;
  @Autowired Comparison comparison;
  @Autowired MockMvc mvc;
  @Autowired MovableClock clock;
  private District.Staffed staffed;
  private Case in;
  private Actor person;
  private Result.Recorded set;

  @BeforeEach
  void somebodyIsProtected() {
    staffed = district.staffed();
    in = district.received(staffed).in();
    person = subjects.actor(in.person());
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    set =
        District.recorded(
            casework.perform(
                PerformAct.opening(
                        in.id(),
                        "protection",
                        "ProtectedGroundSet",
                        Facts.NONE
                            .text("protectedName", NAME)
                            .choice("protectedKind", "INFORMANT")
                            .text("protectedReason", REASON)
                            .count("protectedRadius", 2_573)
                            .text("protectedGround", ground())
                            .day("zoneFrom", today)
                            .day("zoneUntil", today.plusDays(60)),
                        staffed.officer())
                    .withDocuments(List.of(paper()))));
  }

  @Test
  void M16_nothing_that_the_person_may_open_tells_where_or_who() throws Exception {
    for (String page : opened()) tellsNothing(page);
    District.recorded(
        casework.perform(
            PerformAct.in(
                    set.instance(),
                    "ProtectedGroundEnded",
                    Facts.NONE.text("protectedReason", REASON),
                    staffed.officer())
                .withDocuments(List.of(paper()))));
    for (String page : opened()) tellsNothing(page);
    assertEquals(List.of(), comparison.of(in.id()));
  }

  @Test
  void M16_whoever_was_sent_there_tells_the_person_nothing() throws Exception {
    Facts raised =
        Facts.NONE
            .choice("alarmKind", "ENTERED_PROHIBITED_PLACE")
            .moment("detectedAt", clock.instant());
    Running alarm =
        District.recorded(
                casework.perform(
                    PerformAct.opening(in.id(), "alarm", "AlarmRaised", raised, staffed.officer())))
            .instance();
    mornings.next();
    alarm = district.perform(alarm, "EvidenceSeen", Facts.NONE, staffed.officer());
    Facts sent = Facts.NONE.text("dispatchedWho", WHO).text("dispatchedWhere", NAME);
    alarm = district.perform(alarm, "OfficerDispatched", sent, staffed.officer());
    Facts report = Facts.NONE.choice("dispatchOutcome", "NOBODY_MET").text("foundThere", REASON);
    district.perform(alarm, "DispatchReported", report, staffed.officer());

    for (String page : opened()) tellsNothing(page);
  }

  @Test
  void M16_the_person_is_told_that_it_is_so_and_how_to_complain() throws Exception {
    String told = html(browser.get(person, "/my/data/acts"));

    assertTrue(told.contains("Surroundings of a protected person set"), told);
    assertTrue(html(browser.get(person, "/my/data/copy")).contains("ProtectedGroundSet"));
  }

  @Test
  void M16_its_documents_are_not_the_persons_to_open() throws Exception {
    List<Document> kept =
        documents.ofCase(in.id()).stream()
            .filter(document -> document.act().equals(set.act().id()))
            .toList();
    assertEquals(1, kept.size());
    for (String form : List.of("", "/file", "/pdf", "/ofd", "/reading", "/media", "/frame")) {
      String path = "/documents/" + kept.getFirst().id() + form;
      assertEquals(404, browser.get(person, path).getResponse().getStatus(), path);
    }
    assertEquals(200, status(staffed.officer(), "/documents/" + kept.getFirst().id()));
  }

  @Test
  void M16_no_door_of_staff_opens_to_the_person() throws Exception {
    for (Matrix.Line line : Matrix.load().lines()) {
      if (!line.method().equals("GET") || line.anybody() || line.allows(person)) continue;
      String path = line.path().getPatternString();
      String named =
          path.replaceFirst("\\{[a-zA-Z]+\\}", in.id().toString())
              .replaceAll("\\{[a-zA-Z]+\\}", set.act().id().toString());
      int answer = browser.get(person, named).getResponse().getStatus();
      assertTrue(Set.of(302, 401, 403, 404).contains(answer), path + " " + answer);
    }
  }

  @Test
  void M16_no_form_of_staff_takes_anything_from_the_person() throws Exception {
    for (Matrix.Line line : Matrix.load().lines()) {
      if (!line.method().equals("POST") || line.anybody() || line.allows(person)) continue;
      String path = line.path().getPatternString();
      String named =
          path.replaceFirst("\\{[a-zA-Z]+\\}", in.id().toString())
              .replaceAll("\\{[a-zA-Z]+\\}", set.act().id().toString());
      int answer = browser.post(person, named).getResponse().getStatus();
      assertTrue(Set.of(302, 401, 403, 404).contains(answer), path + " " + answer);
    }
  }

  /** Every page, file and feed that opens to the person, with all identifiers that exist. */
  private List<String> opened() throws Exception {
    var paths = new ArrayList<String>();
    for (Matrix.Line line : Matrix.load().lines()) {
      String path = line.path().getPatternString();
      // one never ends, the other only leads on
      boolean stream = path.equals("/live") || path.equals("/");
      if (!line.method().equals("GET") || stream || !(line.anybody() || line.allows(person)))
        continue;
      if (!path.contains("{")) paths.add(path);
      else if (!path.startsWith("/law") && !path.startsWith("/design"))
        for (String id : identifiers()) paths.add(path.replaceAll("\\{[a-zA-Z]+\\}", id));
    }
    paths.add("/law/protection");
    paths.add(feeds.make(person, Scope.MINE, Locale.ENGLISH));
    assertTrue(paths.size() > 60, paths.toString());
    return paths;
  }

  private List<String> identifiers() {
    var all =
        new ArrayList<>(acts.history(in.id()).stream().map(act -> act.id().toString()).toList());
    acts.history(in.id()).stream()
        .map(Act::instance)
        .distinct()
        .forEach(id -> all.add(id.toString()));
    documents.ofCase(in.id()).forEach(document -> all.add(document.id().toString()));
    return all;
  }

  private void tellsNothing(String path) throws Exception {
    for (String language : List.of("en", "zh-CN")) {
      MvcResult shown =
          path.endsWith(".ics")
              ? mvc.perform(get(path).servletPath(path)).andReturn()
              : browser.get(person, path, language);
      assertTrue(shown.getResponse().getStatus() < 500, path);
      String html = html(shown);
      for (String secret : List.of(NAME, REASON, FILE, WHO))
        assertFalse(html.contains(secret), () -> path + " tells " + secret);
      // pages for everybody know all words; an application asks whom a contact is with
      boolean ofThePerson = path.matches("/(my|documents|slips)\\b.*");
      if (ofThePerson && !path.contains("/applications"))
        for (String word : List.of("INFORMANT", "Informant", "举报人", "protectedG", "2,573"))
          assertFalse(html.contains(word), () -> path + " tells " + word);
      assertFalse(RADIUS.matcher(html).find(), () -> path + " tells the distance");
      NUMBER
          .matcher(html)
          .results()
          .filter(found -> betrays(Double.parseDouble(found.group())))
          .forEach(
              found ->
                  fail(
                      path
                          + " tells "
                          + html.substring(
                              Math.max(0, found.start() - 80),
                              Math.min(html.length(), found.end() + 40))));
    }
  }

  private static boolean betrays(double number) {
    return Math.abs(number - LATITUDE) < 0.03 || Math.abs(number - LONGITUDE) < 0.03;
  }

  private int status(Actor actor, String path) throws Exception {
    return browser.get(actor, path).getResponse().getStatus();
  }

  private static String ground() {
    return "{\"type\":\"Feature\",\"properties\":{\"radiusMetres\":2573},\"geometry\":"
        + "{\"type\":\"Point\",\"coordinates\":[%s,%s]}}".formatted(LONGITUDE, LATITUDE);
  }

  private static Upload paper() {
    byte[] content = ("%PDF-1.4\n" + REASON + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
    return new Upload("evidence", FILE + ".pdf", content);
  }

  private static String html(MvcResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
