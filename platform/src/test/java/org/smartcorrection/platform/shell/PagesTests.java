package org.smartcorrection.platform.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(classes = ShellAlone.class)
@AutoConfigureMockMvc
class PagesTests {
  private final MockMvc browser;

  PagesTests(@Autowired MockMvc browser) {
    this.browser = browser;
  }

  static Stream<Arguments> pagesAndLanguages() {
    return Stream.of("", "/staff", "/my", "/kiosk", "/form", "/login", "/print", "/wall", "/error")
        .flatMap(page -> Stream.of(Arguments.of(page, "en"), Arguments.of(page, "zh-CN")));
  }

  @ParameterizedTest
  @MethodSource("pagesAndLanguages")
  void every_layout_and_component_is_written_in_both_languages(String page, String language)
      throws Exception {
    String html =
        browser
            .perform(get("/design" + page).cookie(new Cookie("lang", language)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();

    assertTrue(html.startsWith("<!doctype html>"), html);
    assertTrue(html.contains("<html lang=\"" + language + "\""), html);
    assertTrue(html.contains("<main id=\"main\""), html);
    assertFalse(html.contains("??"), "a message is missing");
    assertFalse(html.contains("th:"), "a template attribute was not processed");
  }

  @Test
  void a_static_file_is_named_by_its_content_and_kept_for_ever() throws Exception {
    String sheet = page("/design");
    String css = first(sheet, "/look/tokens-[0-9a-f]{32}\\.css");
    String fonts = page(first(sheet, "/look/fonts/fonts-[0-9a-f]{32}\\.css"));
    String font = first(fonts, "/look/fonts/noto-sans-sc-latin-wght-normal-[0-9a-f]{32}\\.woff2");

    for (String file : List.of(css, font)) {
      browser
          .perform(get(file))
          .andExpect(status().isOk())
          .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"));
    }
  }

  @Test
  void a_file_with_a_fixed_name_is_asked_for_anew() throws Exception {
    browser
        .perform(get("/look/live.mjs"))
        .andExpect(status().isOk())
        .andExpect(content().contentTypeCompatibleWith("text/javascript"))
        .andExpect(header().string("Cache-Control", "no-cache"));
  }

  @Test
  void a_wrong_content_name_is_nothing_to_keep() throws Exception {
    browser
        .perform(get("/look/tokens-00000000000000000000000000000000.css"))
        .andExpect(status().isNotFound())
        .andExpect(header().string("Cache-Control", "no-store"));
  }

  @Test
  void the_persons_page_is_discreet() throws Exception {
    String html =
        browser
            .perform(get("/design/my").cookie(new Cookie("lang", "zh-CN")))
            .andReturn()
            .getResponse()
            .getContentAsString();

    String head = html.substring(html.indexOf("<head>"), html.indexOf("</head>"));
    assertFalse(head.contains("矫正"), head);
    assertTrue(head.contains("/look/day-"), head);
  }

  @Test
  void staff_see_who_they_are_and_what_they_are_here_for() throws Exception {
    String html = page("/design/staff");

    assertTrue(html.contains("Shen Shifan"), html);
    assertTrue(html.contains("You are here for <b>daily supervision</b>."), html);
    assertTrue(html.contains("aria-current=\"page\""), html);
    assertTrue(html.contains("data-live=\"/live\""), html);
    assertTrue(html.contains("name=\"_csrf\""), html);
  }

  @Test
  void switching_the_language_leads_back() throws Exception {
    browser
        .perform(get("/design").queryParam("lang", "en"))
        .andExpect(status().isSeeOther())
        .andExpect(header().string("Location", "/design"))
        .andExpect(cookie().value("lang", "en"));
  }

  private String page(String path) throws Exception {
    return browser
        .perform(get(path).header("Accept-Language", "en"))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private static String first(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow(() -> new AssertionError(pattern + " not in " + text));
  }
}
