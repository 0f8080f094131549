package org.smartcorrection.platform.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartcorrection.location.Severity;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.platform.tracking.MapLand;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

@PlatformTest
class WallTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Casework casework;
  @Autowired People people;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  District.Staffed staffed;

  @BeforeEach
  void aDistrictOfItsOwn() {
    staffed = district.staffed();
  }

  private String html(Actor actor, String path, String language) throws Exception {
    var response = browser.get(actor, path, language).getResponse();
    assertEquals(200, response.getStatus(), path);
    return response.getContentAsString();
  }

  private Case alarmed() {
    Case in = district.received(staffed).in();
    Facts facts = Facts.NONE.choice("alarmKind", "LEFT_AREA").moment("detectedAt", clock.instant());
    District.recorded(
        casework.perform(
            PerformAct.opening(in.id(), "alarm", "AlarmRaised", facts, staffed.officer())));
    return in;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void an_alarm_shows_its_kind_and_a_surname_and_no_name(String language) throws Exception {
    Case in = alarmed();
    String html = html(staffed.officer(), "/wall", language);
    boolean chinese = language.equals("zh-CN");
    assertTrue(html.contains(chinese ? "试某某" : "Shi …"), html);
    assertTrue(html.contains(chinese ? "尚未听取说明" : "not heard yet"), html);
    var identity = people.get(in.person());
    assertFalse(html.contains(identity.name()), html);
    assertFalse(html.contains(identity.nameLatin()), html);
    assertFalse(html.contains("th:"), "a template attribute was not processed");
  }

  @Test
  void the_last_hour_and_the_numbers_are_those_of_the_agency() throws Exception {
    district.received(staffed);
    String feed = html(staffed.officer(), "/wall/feed", "en");
    assertTrue(feed.contains("Plan opened"), feed);
    assertTrue(html(staffed.officer(), "/wall/people", "en").contains("<b>1</b>"));
    Actor elsewhere = district.staffed().officer();
    assertFalse(html(elsewhere, "/wall/feed", "en").contains("Plan opened"));
  }

  @Test
  void an_office_sees_what_is_entrusted_to_it() throws Exception {
    alarmed();
    assertTrue(html(staffed.office(), "/wall/alarms", "en").contains("Left the permitted area"));
    Actor other = district.staffed().office();
    assertFalse(html(other, "/wall/alarms", "en").contains("Left the permitted area"));
  }

  @Test
  void an_alarm_is_as_grave_as_its_evidence_and_not_as_its_kind() throws Exception {
    Case in = alarmed();
    for (Severity severity : Severity.values()) {
      jdbc.sql("update tracking.alarms set severity = ? where case_id = ?")
          .params(severity.name(), in.id().value())
          .update();
      String css = severity.name().toLowerCase(Locale.ROOT);
      String html = html(staffed.officer(), "/wall/alarms", "en");
      assertTrue(html.contains("<li class=\"" + css + "\""), html);
    }
  }

  @Test
  void only_those_who_supervise_stand_before_the_wall() throws Exception {
    for (Actor other : new Actor[] {staffed.court(), staffed.prosecutor()})
      assertEquals(403, browser.get(other, "/wall").getResponse().getStatus());
  }

  @Test
  void the_demonstrations_map_is_drawn_and_nowhere_else_is_one_invented() {
    var demo = new MockEnvironment();
    demo.setActiveProfiles("demo");
    var district = new DistrictMap(demo, MapLand.NONE);
    MapView whole = district.whole();
    var shapes = district.shapes(whole);
    assertTrue(shapes.stream().anyMatch(shape -> shape.kind().equals("district")));
    assertTrue(
        shapes.stream()
            .filter(shape -> shape.kind().equals("district"))
            .allMatch(shape -> shape.path().startsWith("M") && shape.path().endsWith("Z")));
    assertTrue(whole.zoom() > MapView.FARTHEST);
    var elsewhere = new DistrictMap(new MockEnvironment(), MapLand.NONE);
    assertTrue(elsewhere.shapes(whole).isEmpty());
    assertEquals(MapView.COUNTRY, elsewhere.whole());
  }
}
