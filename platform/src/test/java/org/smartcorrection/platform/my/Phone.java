package org.smartcorrection.platform.my;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A phone that sends what it kept. */
@Component
class Phone {
  private final MockMvc mvc;
  private final Sessions sessions;

  Phone(MockMvc mvc, Sessions sessions) {
    this.mvc = mvc;
    this.sessions = sessions;
  }

  MvcResult sends(Actor actor, String path, String json) throws Exception {
    var begin = new MockHttpServletRequest();
    sessions.begin(begin, new MockHttpServletResponse(), actor);
    return mvc.perform(
            MockMvcRequestBuilders.post(path)
                .session((MockHttpSession) begin.getSession())
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .content(json)
                .with(csrf()))
        .andReturn();
  }

  /** What a phone whose session has ended is told. */
  MvcResult sendsSignedOut(String path, String json) throws Exception {
    return mvc.perform(
            MockMvcRequestBuilders.post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .content(json))
        .andReturn();
  }
}
