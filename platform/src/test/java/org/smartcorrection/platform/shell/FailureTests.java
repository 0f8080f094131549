package org.smartcorrection.platform.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.RequestDispatcher;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@SpringBootTest(classes = ShellAlone.class)
@AutoConfigureMockMvc
class FailureTests {
  private static final String SECRET = "Key (name)=(Zhou Xugou) already exists";

  private final MockMvc browser;

  FailureTests(@Autowired MockMvc browser) {
    this.browser = browser;
  }

  /** Fails in every way. Not a bean by its annotation: it would be one in every other test too. */
  static class Faulty {
    public String broken() {
      throw new IllegalStateException(SECRET);
    }

    public String late() {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }

    public String numbered(@PathVariable int number) {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }

    public String asked(@RequestParam int number) {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }

    public String refused() {
      throw new AccessDeniedException("no");
    }
  }

  @BeforeAll
  static void add(
      @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages)
      throws NoSuchMethodException {
    var faulty = new Faulty();
    for (String way : List.of("broken", "late", "refused")) {
      pages.registerMapping(
          RequestMappingInfo.paths("/" + way, "/api/" + way)
              .options(pages.getBuilderConfiguration())
              .build(),
          faulty,
          Faulty.class.getMethod(way));
    }
    for (String path : List.of("/numbered/{number}", "/asked"))
      pages.registerMapping(
          RequestMappingInfo.paths(path).options(pages.getBuilderConfiguration()).build(),
          faulty,
          Faulty.class.getMethod(path.substring(1).split("/", 2)[0], int.class));
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
    return browser.perform(request.header("Accept-Language", "en")).andReturn().getResponse();
  }

  @Test
  void a_page_says_what_happened_what_was_kept_and_what_to_do() throws Exception {
    MockHttpServletResponse page = answer(get("/late").accept("text/html"));

    assertEquals(409, page.getStatus());
    assertEquals("no-store", page.getHeader("Cache-Control"));
    String html = page.getContentAsString();
    assertTrue(html.contains("Somebody was faster"), html);
    assertTrue(html.contains("Yours was not saved"), html);
    assertTrue(html.contains("open the record anew"), html);
  }

  @Test
  void what_is_no_key_leads_nowhere_and_what_is_no_answer_is_asked_again() throws Exception {
    MockHttpServletResponse nowhere = answer(get("/numbered/seven").accept("text/html"));
    MockHttpServletResponse senseless = answer(get("/asked?number=seven").accept("text/html"));

    assertEquals(404, nowhere.getStatus());
    assertEquals(400, senseless.getStatus());
    for (MockHttpServletResponse page : List.of(nowhere, senseless)) {
      String html = page.getContentAsString();
      assertTrue(html.contains("<h1"), html);
      assertFalse(html.contains("name this number: "), html);
    }
    assertEquals(409, answer(get("/numbered/7").accept("text/html")).getStatus());
  }

  @Test
  void a_failure_tells_its_number_and_never_its_trace_or_message() throws Exception {
    MockHttpServletResponse page = answer(get("/broken").accept("text/html"));

    assertEquals(500, page.getStatus());
    String html = page.getContentAsString();
    assertTrue(html.contains("name this number: "), html);
    assertFalse(html.contains("Zhou"), html);
    assertFalse(html.contains("Exception"), html);
    assertFalse(html.contains("\tat "), html);
  }

  @Test
  void a_program_gets_problem_details() throws Exception {
    for (var request :
        new MockHttpServletRequestBuilder[] {
          get("/broken").accept("application/json"), get("/api/broken")
        }) {
      MockHttpServletResponse problem = answer(request);

      assertEquals(500, problem.getStatus());
      assertEquals("application/problem+json", problem.getContentType());
      assertTrue(problem.getContentAsString().contains("\"reference\""));
      assertFalse(problem.getContentAsString().contains("Zhou"));
    }
  }

  @Test
  void a_fragment_of_a_page_fails_as_a_note() throws Exception {
    String html =
        answer(get("/late").accept("text/html").header("HX-Request", "true")).getContentAsString();

    assertTrue(html.startsWith("<p class=\"note red\">"), html);
    assertFalse(html.contains("<html"), html);
  }

  @Test
  void refusal_is_left_to_the_security_filter() throws Exception {
    MockHttpServletResponse page = answer(get("/refused").accept("text/html"));

    assertEquals(403, page.getStatus());
    assertEquals("", page.getContentAsString(), "the filter answers, and the error page follows");
  }

  @Test
  void what_the_server_rejects_gets_the_same_page() throws Exception {
    String html =
        answer(
                get("/error")
                    .accept("text/html")
                    .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403)
                    .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/refused"))
            .getContentAsString();

    assertTrue(html.contains("This is not open to you"), html);
    assertTrue(html.contains("href=\"/refused?lang=zh-CN\""), html);
  }
}
