package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Counties;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A city agency looks at one of its counties at a time, and at nobody else's. */
@PlatformTest
class CountiesTests {
  @Autowired District district;
  @Autowired Jurisdiction jurisdiction;
  @Autowired Counties counties;
  @Autowired Browser browser;
  @Autowired MockMvc mvc;
  @Autowired Clock clock;
  District.Staffed first;
  District.Staffed second;
  Actor city;

  @BeforeEach
  void twoCounties() {
    first = district.staffed();
    second = district.beside(first);
    city = first.city();
    // the first in the order of codes is looked at first
    if (!jurisdiction.custody(city).equals(id(first))) {
      District.Staffed later = first;
      first = second;
      second = later;
    }
  }

  @Test
  void lists_show_the_county_that_is_looked_at() throws Exception {
    String here = district.received(first).in().number();
    String there = district.received(second).in().number();

    String list = text(browser.get(city, "/console/people"));
    assertTrue(list.contains(here), "the first county at first");
    assertFalse(list.contains(there));

    MvcResult chosen = browser.post(city, "/county", "county", id(second).toString());
    assertEquals(302, chosen.getResponse().getStatus());
    String after =
        text(
            mvc.perform(
                    MockMvcRequestBuilders.get("/console/people")
                        .servletPath("/console/people")
                        .session(
                            (MockHttpSession)
                                Objects.requireNonNull(chosen.getRequest().getSession(false))))
                .andReturn());
    assertTrue(after.contains(there));
    assertFalse(after.contains(here));
  }

  @Test
  void a_county_of_another_city_is_nobodys_to_look_at() throws Exception {
    District.Staffed elsewhere = district.staffed();
    String foreign = district.received(elsewhere).in().number();

    MvcResult chosen = browser.post(city, "/county", "county", id(elsewhere).toString());
    assertEquals(404, chosen.getResponse().getStatus());
    Actor forged = city.lookingAt(id(elsewhere));
    assertEquals(id(first), jurisdiction.custody(forged));
    assertFalse(text(browser.get(forged, "/console/people")).contains(foreign));
    assertEquals(
        403,
        browser
            .post(first.officer(), "/county", "county", id(second).toString())
            .getResponse()
            .getStatus());
  }

  @Test
  void each_county_is_counted_and_named() throws Exception {
    district.received(second);
    district.referred(second);

    assertEquals(
        Set.of(id(first), id(second)),
        jurisdiction.counties(city.agency()).stream().map(Agency::id).collect(Collectors.toSet()));
    var standing = counties.standing(List.of(id(first), id(second)), clock.instant());
    assertEquals(Counties.Standing.NONE, standing.get(id(first)));
    var there = Objects.requireNonNull(standing.get(id(second)));
    assertEquals(1, there.active());
    assertEquals(1, there.reception());
    assertTrue(there.open() > 0);
    for (String language : List.of("en", "zh-CN")) {
      String page = text(browser.get(city, "/console/counties", language));
      assertTrue(page.contains(first.officer().agency().name(Locale.of(language.substring(0, 2)))));
      assertTrue(page.contains(id(second).toString()), "can be chosen");
      assertFalse(page.contains("value=\"" + id(first)), "is chosen already");
    }
  }

  private static AgencyId id(District.Staffed staffed) {
    return staffed.officer().agency().id();
  }

  private static String text(MvcResult result) throws Exception {
    assertEquals(200, result.getResponse().getStatus());
    return result.getResponse().getContentAsString();
  }
}
