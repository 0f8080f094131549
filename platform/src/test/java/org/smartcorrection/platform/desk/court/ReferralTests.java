package org.smartcorrection.platform.desk.court;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.ApiTokens;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.subjects.IdentityNumber;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class ReferralTests {
  private static final AtomicInteger PERSON = new AtomicInteger(10);

  @Autowired District district;
  @Autowired Browser browser;
  @Autowired MockMvc mvc;
  @Autowired ApiTokens tokens;
  @Autowired Clock clock;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void a_court_sees_how_the_term_is_computed_before_it_sends() throws Exception {
    var staffed = district.staffed();
    Map<String, String> form = form(staffed);
    MvcResult preview = post(staffed.court(), "/court/referrals/preview", form);
    String html = preview.getResponse().getContentAsString();
    assertEquals(200, preview.getResponse().getStatus(), html);
    assertTrue(html.contains("Last day"), html);
    assertTrue(html.contains("Court serves the documents"), html);
    MvcResult sent = post(staffed.court(), "/court/referrals", form);
    assertEquals(302, sent.getResponse().getStatus());
    String page = Objects.requireNonNull(sent.getResponse().getRedirectedUrl());
    for (String language : List.of("en", "zh-CN")) {
      assertEquals(200, browser.get(staffed.court(), page, language).getResponse().getStatus());
      assertEquals(200, browser.get(staffed.court(), "/court", language).getResponse().getStatus());
      String blank = "/court/referrals/new";
      assertEquals(200, browser.get(staffed.court(), blank, language).getResponse().getStatus());
    }
    assertEquals(404, browser.get(district.staffed().court(), page).getResponse().getStatus());
  }

  @Test
  void a_person_with_a_running_case_is_not_referred_again() throws Exception {
    var staffed = district.staffed();
    Map<String, String> form = form(staffed);
    assertEquals(302, post(staffed.court(), "/court/referrals", form).getResponse().getStatus());
    MvcResult second = post(staffed.court(), "/court/referrals", form);
    assertEquals(422, second.getResponse().getStatus());
    String html = second.getResponse().getContentAsString();
    assertTrue(
        html.contains("has a running case already: " + staffed.officer().agency().shortCode()),
        html);
    form.put("name", "另一人");
    String other =
        post(staffed.court(), "/court/referrals", form).getResponse().getContentAsString();
    assertFalse(other.contains("has a running case already"), other);
    assertTrue(other.contains("Another name"), other);
  }

  @Test
  void impossible_dates_are_refused_and_what_was_typed_stays() throws Exception {
    var staffed = district.staffed();
    Map<String, String> form = form(staffed);
    form.put("judgedOn", today().plusDays(3).toString());
    MvcResult answer = post(staffed.court(), "/court/referrals/preview", form);
    assertEquals(422, answer.getResponse().getStatus());
    assertTrue(answer.getResponse().getContentAsString().contains("after it took effect"));
    form.put("judgedOn", "2026-02-30");
    MvcResult typed = post(staffed.court(), "/court/referrals/preview", form);
    assertEquals(422, typed.getResponse().getStatus());
    assertTrue(typed.getResponse().getContentAsString().contains("2026-02-30"));
  }

  @Test
  void a_term_outside_the_law_needs_a_written_reason() throws Exception {
    var staffed = district.staffed();
    Map<String, String> form = form(staffed);
    form.put("term-years", "6");
    MvcResult without = post(staffed.court(), "/court/referrals", form);
    assertEquals(422, without.getResponse().getStatus());
    assertTrue(without.getResponse().getContentAsString().contains("name=\"overrideReason\""));
    form.put("overrideReason", "as the decision says");
    assertEquals(302, post(staffed.court(), "/court/referrals", form).getResponse().getStatus());
  }

  @Test
  void an_identity_number_with_a_wrong_check_character_is_not_taken() throws Exception {
    var staffed = district.staffed();
    Map<String, String> form = form(staffed);
    String number = Objects.requireNonNull(form.get("identityNumber"));
    form.put("identityNumber", number.substring(0, 17) + (number.endsWith("0") ? "1" : "0"));
    MvcResult answer = post(staffed.court(), "/court/referrals/preview", form);
    assertEquals(422, answer.getResponse().getStatus());
    assertTrue(answer.getResponse().getContentAsString().contains("id=\"identityNumber-error\""));
  }

  @Test
  void the_published_example_of_the_standard_has_the_right_check_character() {
    assertEquals('X', IdentityNumber.check("11010519491231002"));
  }

  @Test
  void a_judgement_that_is_no_pdf_is_not_taken() throws Exception {
    var staffed = district.staffed();
    var file =
        new MockMultipartFile(
            "document-judgment", "j.pdf", "application/pdf", "no".getBytes(UTF_8));
    MvcResult answer =
        browser.send(
            staffed.court(),
            "/court/referrals",
            new MockMultipartFile[] {file},
            flat(form(staffed)));
    assertEquals(422, answer.getResponse().getStatus());
    String html = answer.getResponse().getContentAsString();
    assertTrue(html.contains("id=\"document-judgment-error\""), html);
  }

  @Test
  void a_courts_system_refers_and_reads_back() throws Exception {
    var staffed = district.staffed();
    String body = json(form(staffed));
    MvcResult created = api(staffed.court(), body);
    assertEquals(
        201, created.getResponse().getStatus(), created.getResponse().getContentAsString());
    String location = created.getResponse().getHeader("Location");
    assertTrue(location != null && location.startsWith("/api/referrals/"));
    var read = read(staffed.court(), location);
    assertEquals(200, read.getResponse().getStatus());
    assertTrue(read.getResponse().getContentAsString().contains("\"ReferralReceived\""));
    assertEquals(404, read(district.staffed().court(), location).getResponse().getStatus());
    MvcResult again = api(staffed.court(), body);
    assertEquals(422, again.getResponse().getStatus());
    assertTrue(again.getResponse().getContentAsString().contains("/person/identityNumber"));
    assertEquals(403, api(staffed.officer(), body).getResponse().getStatus());
  }

  @Test
  void errors_of_the_interface_name_the_place_by_json_pointer() throws Exception {
    var staffed = district.staffed();
    String wrong = json(form(staffed)).replace("\"offence\"", "\"offense\"");
    MvcResult answer = api(staffed.court(), wrong);
    assertEquals(422, answer.getResponse().getStatus());
    assertEquals("application/problem+json", answer.getResponse().getContentType());
    String problem = answer.getResponse().getContentAsString();
    assertTrue(problem.contains("/decision/offense"), problem);
    assertTrue(problem.contains("/decision/offence"), problem);
    assertEquals(422, api(staffed.court(), "[").getResponse().getStatus());
  }

  @Test
  void every_endpoint_of_the_interface_is_described() throws Exception {
    var document = JsonMapper.shared().readTree(OpenApi.DOCUMENT.getInputStream());
    var described = new TreeSet<String>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(
                        method ->
                            described.add(
                                method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
    var served = new TreeSet<String>();
    mappings
        .getHandlerMethods()
        .keySet()
        .forEach(
            mapping ->
                mapping.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/"))
                    .forEach(
                        path ->
                            mapping
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(method -> served.add(method + " " + path))));
    assertEquals(served, described);
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }

  private Map<String, String> form(District.Staffed staffed) {
    var form = new LinkedHashMap<String, String>();
    String first = "110101" + "19900307" + "%03d".formatted(2 * PERSON.incrementAndGet() + 1);
    form.put("name", "试验人");
    form.put("gender", "MALE");
    form.put("born", "1990-03-07");
    form.put("identityNumber", first + IdentityNumber.check(first));
    form.put("address", "试验路1号");
    form.put("agency", staffed.officer().agency().code());
    form.put("category", "SUSPENDED_SENTENCE");
    form.put("penalty", "FIXED_TERM");
    form.put("offence", "盗窃罪");
    form.put("courtNumber", "(2026)试0001刑初1号");
    form.put("sentence-years", "1");
    form.put("term-years", "2");
    form.put("judgedOn", today().minusDays(12).toString());
    form.put("effectiveOn", today().minusDays(1).toString());
    form.put("termStartsOn", today().minusDays(1).toString());
    return form;
  }

  private MvcResult post(Actor actor, String path, Map<String, String> form) throws Exception {
    return browser.post(actor, path, flat(form));
  }

  private static String[] flat(Map<String, String> form) {
    var flat = new ArrayList<String>();
    form.forEach((name, value) -> flat.addAll(List.of(name, value)));
    return flat.toArray(String[]::new);
  }

  private static String json(Map<String, String> form) {
    var root = JsonMapper.shared().createObjectNode();
    form.forEach(
        (field, value) -> {
          var node = root;
          String[] steps = ReferralFields.pointer(field).substring(1).split("/", -1);
          for (int i = 0; i < steps.length - 1; i++) node = node.withObject("/" + steps[i]);
          node.put(steps[steps.length - 1], value);
        });
    return root.toString();
  }

  private MvcResult api(Actor actor, String body) throws Exception {
    return mvc.perform(
            MockMvcRequestBuilders.post("/api/referrals")
                .servletPath("/api/referrals")
                .header("Authorization", "Bearer " + token(actor))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.getBytes(UTF_8)))
        .andReturn();
  }

  private MvcResult read(Actor actor, String location) throws Exception {
    return mvc.perform(
            MockMvcRequestBuilders.get(location)
                .servletPath(location)
                .header("Authorization", "Bearer " + token(actor)))
        .andReturn();
  }

  private String token(Actor actor) {
    return tokens.issue(actor.account(), actor.post(), Duration.ofHours(1));
  }
}
