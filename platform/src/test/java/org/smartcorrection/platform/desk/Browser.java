package org.smartcorrection.platform.desk;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Somebody at a browser, signed in. */
@Component
public class Browser {
  private final MockMvc mvc;
  private final Sessions sessions;

  Browser(MockMvc mvc, Sessions sessions) {
    this.mvc = mvc;
    this.sessions = sessions;
  }

  /** Opens a page in English. */
  public MvcResult get(Actor actor, String path) throws Exception {
    return get(actor, path, "en");
  }

  public MvcResult get(Actor actor, String path, String language) throws Exception {
    return mvc.perform(
            MockMvcRequestBuilders.get(path)
                .servletPath(servletPath(path))
                .session(session(actor))
                .cookie(new Cookie("lang", language)))
        .andReturn();
  }

  /** Asks for a part of a file, as a player does. */
  public MvcResult part(Actor actor, String path, String range) throws Exception {
    return mvc.perform(
            MockMvcRequestBuilders.get(path)
                .servletPath(path)
                .session(session(actor))
                .header("Range", range))
        .andReturn();
  }

  /** Sends a file as a stream of its own, as a script of a page does. */
  public MvcResult stream(Actor actor, String path, String name, byte[] content) throws Exception {
    return mvc.perform(
            MockMvcRequestBuilders.post(path)
                .servletPath(path)
                .contentType("application/octet-stream")
                .header("X-File-Name", name)
                .content(content)
                .session(session(actor))
                .cookie(new Cookie("lang", "en"))
                .with(csrf()))
        .andReturn();
  }

  /** Sends a form: names and values in turn. */
  public MvcResult post(Actor actor, String path, String... fields) throws Exception {
    return send(actor, path, new MockMultipartFile[0], fields);
  }

  /** Sends a form with files. */
  public MvcResult send(Actor actor, String path, MockMultipartFile[] files, String... fields)
      throws Exception {
    var request = MockMvcRequestBuilders.multipart(path);
    for (MockMultipartFile file : files) request.file(file);
    for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
    request.servletPath(servletPath(path));
    request.session(session(actor)).cookie(new Cookie("lang", "en")).with(csrf());
    return mvc.perform(request).andReturn();
  }

  /** As a server sets it: the matrix of rights looks at it. */
  private static String servletPath(String path) {
    return path.replaceFirst("\\?.*", "");
  }

  private MockHttpSession session(Actor actor) {
    var request = new MockHttpServletRequest();
    sessions.begin(request, new MockHttpServletResponse(), actor);
    // the session alone says who asks, as in a browser
    TestSecurityContextHolder.clearContext();
    return (MockHttpSession) request.getSession();
  }
}
