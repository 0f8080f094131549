package org.smartcorrection.platform.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.stream.Stream;
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
}
