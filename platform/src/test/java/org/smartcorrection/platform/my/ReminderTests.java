package org.smartcorrection.platform.my;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

/** The person's own calendar: theirs to make, to renew and to end. */
@PlatformTest
class ReminderTests {
  @Autowired District district;
  @Autowired Subjects subjects;
  @Autowired Browser browser;

  @Test
  void the_page_is_written_in_both_languages_and_the_first_page_leads_to_it() throws Exception {
    Actor person = person();
    for (String language : List.of("en", "zh-CN")) {
      String html =
          browser.get(person, "/my/reminders", language).getResponse().getContentAsString();
      assertFalse(html.contains("??"), html);
      assertFalse(html.contains("th:"), html);
    }
    String today = browser.get(person, "/my").getResponse().getContentAsString();
    assertTrue(today.contains("href=\"/my/reminders\""), today);
  }

  @Test
  void an_address_is_shown_once_and_leads_nowhere_once_it_is_ended() throws Exception {
    Actor person = person();
    MvcResult made = browser.post(person, "/my/reminders");
    assertEquals("no-store", made.getResponse().getHeader("Cache-Control"));
    String path =
        Pattern.compile("/clock/[A-Za-z0-9_-]{43}\\.ics")
            .matcher(made.getResponse().getContentAsString())
            .results()
            .map(MatchResult::group)
            .findFirst()
            .orElseThrow();
    String again = browser.get(person, "/my/reminders").getResponse().getContentAsString();
    assertFalse(again.contains(path));
    assertEquals(200, browser.get(person, path).getResponse().getStatus());
    browser.post(person, "/my/reminders/end");
    assertEquals(404, browser.get(person, path).getResponse().getStatus());
  }

  private Actor person() {
    return subjects.actor(district.received(district.staffed()).in().person());
  }
}
