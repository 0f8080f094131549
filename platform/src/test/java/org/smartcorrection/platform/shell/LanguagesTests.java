package org.smartcorrection.platform.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LanguagesTests {
  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/console");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  private Locale language() {
    return new Languages().resolveLocale(request);
  }

  private boolean goesOn() {
    return new LanguageSwitch().preHandle(request, response, this);
  }

  @Test
  void a_browser_that_wishes_for_nothing_reads_chinese() {
    assertEquals(Locale.SIMPLIFIED_CHINESE, language());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-GB,en;q=0.9,zh;q=0.8 | en",
        "zh-CN,zh;q=0.9,en;q=0.8 | zh-CN",
        "en;q=0.5,zh;q=0.9       | zh-CN",
        "de,en;q=0.5             | en",
        "de                      | zh-CN",
        "zh-TW                   | zh-CN"
      })
  void english_is_read_where_it_stands_before_chinese(String wish, String language) {
    request.addHeader("Accept-Language", wish);

    assertEquals(language, language().toLanguageTag());
  }

  @Test
  void the_readers_own_choice_comes_before_the_browsers() {
    request.addHeader("Accept-Language", "en");
    request.setCookies(new Cookie("lang", "zh-CN"));

    assertEquals(Locale.SIMPLIFIED_CHINESE, language());
  }

  @Test
  void a_language_that_is_not_spoken_counts_as_no_choice() {
    request.setCookies(new Cookie("lang", "xx\""));
    request.setParameter("lang", "fr");

    assertEquals(Locale.SIMPLIFIED_CHINESE, language());
    assertTrue(goesOn());
  }

  @Test
  void switching_keeps_the_choice_and_leads_back_to_the_same_page() {
    request.setParameter("lang", "en");
    request.setQueryString("page=2&lang=en");

    assertFalse(goesOn());
    assertEquals(303, response.getStatus());
    assertEquals("/console?page=2", response.getHeader("Location"));
    Cookie kept = response.getCookie("lang");
    assertEquals("en", kept == null ? "" : kept.getValue());
  }

  @ParameterizedTest
  @CsvSource({"//evil.example/x,/evil.example/x", "/\\evil.example,/evil.example"})
  void switching_never_leads_to_another_host(String asked, String led) {
    request.setRequestURI(asked);
    request.setParameter("lang", "en");
    request.setQueryString("lang=en");

    assertFalse(goesOn());
    assertEquals(led, response.getHeader("Location"));
  }

  @Test
  void what_is_being_sent_is_not_lost_by_switching() {
    request.setMethod("POST");
    request.setParameter("lang", "en");

    assertTrue(goesOn());
    assertNull(response.getCookie("lang"));
    assertEquals(Locale.ENGLISH, language());
  }

  @Test
  void an_error_page_stays_where_it_is() {
    request.setDispatcherType(DispatcherType.ERROR);
    request.setParameter("lang", "en");

    assertTrue(goesOn());
  }
}
