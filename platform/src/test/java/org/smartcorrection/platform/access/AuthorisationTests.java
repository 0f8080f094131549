package org.smartcorrection.platform.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Holds {@code authorisation.txt} against every endpoint that exists, and calls each as each role.
 */
@PlatformTest
class AuthorisationTests {
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Autowired MockMvc mvc;
  @Autowired Matrix matrix;
  @Autowired ApiTokens tokens;
  @Autowired District district;

  private record Endpoint(String method, String path) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private List<Endpoint> endpoints() {
    var endpoints = new ArrayList<Endpoint>();
    mappings
        .getHandlerMethods()
        .forEach(
            (info, _) -> {
              for (String path : info.getPatternValues())
                for (RequestMethod method : info.getMethodsCondition().getMethods())
                  endpoints.add(new Endpoint(method.name(), path));
            });
    return endpoints;
  }

  @Test
  void every_endpoint_stands_in_the_matrix() {
    var missing = new TreeSet<String>();
    for (Endpoint endpoint : endpoints())
      if (matrix.line(endpoint.method(), concrete(endpoint.path())).isEmpty())
        missing.add(endpoint.toString());
    assertEquals(new TreeSet<String>(), missing);
  }

  @Test
  void each_endpoint_opens_for_exactly_the_roles_of_its_line() throws Exception {
    Map<Role, Actor> actors = actors();
    var wrong = new TreeSet<String>();
    int calls = 0;
    for (Endpoint endpoint : endpoints()) {
      Matrix.Line line = matrix.line(endpoint.method(), concrete(endpoint.path())).orElseThrow();
      if (endpoint.path().equals("/live")) continue; // a stream: the live tests open it
      for (Role role : Role.values()) {
        if (role == Role.SYSTEM) continue;
        // a token is issued for a post of staff: none acts as a person under correction
        if (role == Role.SUBJECT && endpoint.path().startsWith("/api/")) continue;
        Actor actor = actors.get(role);
        if (opens(endpoint, actor) != line.allows(actor)) wrong.add(role + " " + endpoint);
        calls++;
      }
      if (opens(endpoint, null) != line.allows(null)) wrong.add("nobody " + endpoint);
    }
    assertEquals(new TreeSet<String>(), wrong);
    assertTrue(calls > 100, "the matrix was really called: " + calls);
  }

  @Test
  void what_is_not_in_the_matrix_is_denied() {
    assertTrue(matrix.line("GET", "/no/such/place").isEmpty());
    assertTrue(matrix.line("DELETE", "/").isEmpty());
  }

  private boolean opens(Endpoint endpoint, @Nullable Actor actor) throws Exception {
    var call =
        request(HttpMethod.valueOf(endpoint.method()), concrete(endpoint.path())).with(csrf());
    boolean api = endpoint.path().startsWith("/api/");
    if (actor != null && api)
      call =
          call.header(
              "Authorization",
              "Bearer " + tokens.issue(actor.account(), actor.post(), Duration.ofMinutes(5)));
    else if (actor != null) call = call.with(authentication(new ActorAuthentication(actor)));
    MockHttpServletResponse response = mvc.perform(call).andReturn().getResponse();
    assertTrue(response.getStatus() < 500, () -> actor + " " + endpoint);
    String to = response.getRedirectedUrl();
    // signing out and the front door lead to the sign-in page: that is how they open
    boolean signsOut = endpoint.path().equals("/sign-out") || endpoint.path().equals("/");
    boolean turnedAway =
        response.getStatus() == 403
            || (to != null && to.startsWith("/sign-in") && actor == null && !signsOut);
    // an endpoint that checks a credential of its own says 401 itself, in the open
    boolean noActor = response.getStatus() == 401 && !endpoint.path().startsWith("/ingest");
    return !turnedAway && !noActor;
  }

  private Map<Role, Actor> actors() {
    var staffed = district.staffed();
    var actors = new EnumMap<Role, Actor>(Role.class);
    actors.put(Role.COURT, staffed.court());
    actors.put(Role.AGENCY_OFFICER, staffed.officer());
    actors.put(Role.JUDICIAL_OFFICE, staffed.office());
    actors.put(Role.BUREAU_HEAD, staffed.head());
    actors.put(Role.CITY_AGENCY, staffed.city());
    actors.put(Role.PROSECUTOR, staffed.prosecutor());
    for (Role role : List.of(Role.AUDITOR, Role.ADMINISTRATOR))
      actors.put(role, district.actor(staffed.officer().agency(), role));
    Actor officer = staffed.officer();
    actors.put(
        Role.SUBJECT,
        new Actor(
            officer.account(),
            officer.post(),
            Role.SUBJECT,
            officer.agency(),
            "",
            "",
            "本人",
            "In person",
            district.person()));
    return actors;
  }

  private static String concrete(String path) {
    return path.replaceAll("\\{[^/]+}", new UUID(7, 7).toString());
  }
}
