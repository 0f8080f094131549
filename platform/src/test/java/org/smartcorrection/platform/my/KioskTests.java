package org.smartcorrection.platform.my;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Enrolment;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.organisation.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@PlatformTest
class KioskTests {
  private static final Cookie ENGLISH = new Cookie("lang", "en");

  @Autowired District district;
  @Autowired Accounts accounts;
  @Autowired Enrolment enrolment;
  @Autowired Acts acts;
  @Autowired MockMvc mvc;
  Case in;
  String pin = "";
  String login = "";

  @BeforeEach
  void somebodyWithACard() {
    var staffed = district.staffed();
    in = district.received(staffed).in();
    var account = accounts.of(in.person()).orElseThrow();
    login = accounts.login(account);
    pin = enrolment.newPin(account, staffed.officer().account());
  }

  @Test
  void number_and_pin_open_large_pages_and_a_report_is_one_press() throws Exception {
    MockHttpSession session = enter(pin);
    String home = page(session, "/kiosk");
    assertTrue(home.contains("data-density=\"kiosk\""), home);
    assertTrue(home.contains("Ask for leave"), home);
    mvc.perform(post("/my/check-in").session(session).with(csrf())).andReturn();
    assertTrue(
        acts.history(in.id()).stream()
            .anyMatch(
                act -> act.type().equals("Reported") && act.facts().said("way").equals("KIOSK")));
    assertTrue(page(session, "/my/leave/new").contains("data-density=\"kiosk\""));
  }

  @Test
  void a_wrong_pin_opens_nothing_and_names_the_counter() throws Exception {
    MvcResult answer =
        mvc.perform(
                post("/kiosk")
                    .param("login", login)
                    .param("secret", "1")
                    .cookie(ENGLISH)
                    .with(csrf()))
            .andReturn();
    assertEquals(422, answer.getResponse().getStatus());
    assertTrue(answer.getResponse().getContentAsString().contains("ask at the counter"));
  }

  @Test
  void whoever_walks_away_is_soon_out() throws Exception {
    MockHttpSession session = enter(pin);
    assertEquals(Kiosk.PATIENCE, session.getMaxInactiveInterval());
    mvc.perform(post("/kiosk/leave").session(session).with(csrf())).andReturn();
    assertTrue(session.isInvalid());
  }

  private MockHttpSession enter(String secret) throws Exception {
    MvcResult answer =
        mvc.perform(post("/kiosk").param("login", login).param("secret", secret).with(csrf()))
            .andReturn();
    assertEquals("/kiosk", answer.getResponse().getRedirectedUrl());
    return (MockHttpSession) Objects.requireNonNull(answer.getRequest().getSession(false));
  }

  private String page(MockHttpSession session, String path) throws Exception {
    return mvc.perform(get(path).session(session).cookie(ENGLISH))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
