package org.smartcorrection.platform.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * A session that ends in the middle of a long form loses nothing: what was typed waits in the new
 * session, in memory only, until the same person has signed in again. It is given to nobody else.
 */
@Component
public class KeptForms implements AuthenticationEntryPoint, AccessDeniedHandler {
  private static final String KEPT = KeptForms.class.getName();
  static final String TYPED_BY = "typed-by";
  static final String WHERE_TO = KeptForms.class.getName() + ".whereTo";
  private static final int MOST_CHARACTERS = 200_000;

  private final Matrix matrix;

  KeptForms(Matrix matrix) {
    this.matrix = matrix;
  }

  /**
   * What waits.
   *
   * @param path of the page that shows the form
   * @param values what was typed, by field
   */
  public record Kept(String path, Map<String, List<String>> values) {}

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException notSignedIn)
      throws IOException {
    turnAway(request, response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    if (Present.find().isPresent() && !expired(request)) {
      response.sendError(HttpStatus.FORBIDDEN.value());
      return;
    }
    turnAway(request, response);
  }

  /** Takes the typing that waits for this page, once. */
  public Optional<Kept> take(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) return Optional.empty();
    Object kept = session.getAttribute(KEPT);
    if (!(kept instanceof Kept form) || !form.path().equals(request.getRequestURI()))
      return Optional.empty();
    session.removeAttribute(KEPT);
    return Optional.of(form);
  }

  /**
   * Lets a browser know, until it is closed, whose typing it sends; read when they sign in again.
   */
  public static void rememberWhoTypes(
      HttpServletRequest request, HttpServletResponse response, AccountId account) {
    var cookie = new Cookie(TYPED_BY, account.toString());
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setPath("/sign-in");
    cookie.setAttribute("SameSite", "Strict");
    response.addCookie(cookie);
  }

  /** Forgets what waits unless the one who signs in is known to be the one who typed. */
  static void keepOnlyFor(HttpSession session, AccountId account, @Nullable String typedBy) {
    if (!account.toString().equals(typedBy)) session.removeAttribute(KEPT);
  }

  private static boolean expired(HttpServletRequest request) {
    return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
  }

  private void turnAway(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (forMachines(request)) {
      response.sendError(HttpStatus.UNAUTHORIZED.value());
      return;
    }
    HttpSession session = request.getSession(true);
    session.setAttribute(WHERE_TO, whereTo(request));
    boolean form =
        request.getMethod().equals("POST")
            && String.valueOf(request.getContentType()).contains("form");
    if (form) keep(request, session);
    String query = form ? "?kept" : "";
    response.sendRedirect(request.getContextPath() + "/sign-in" + query);
  }

  private void keep(HttpServletRequest request, HttpSession session) {
    var values = new LinkedHashMap<String, List<String>>();
    int characters = 0;
    for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
      if (field.getKey().equals("_csrf")) continue;
      for (String value : field.getValue()) characters += value.length();
      values.put(field.getKey(), List.of(field.getValue()));
    }
    if (characters <= MOST_CHARACTERS)
      session.setAttribute(KEPT, new Kept(shownAt(request), Map.copyOf(values)));
  }

  private String whereTo(HttpServletRequest request) {
    String shown = shownAt(request);
    String query = request.getQueryString();
    return query == null || !shown.equals(request.getRequestURI()) ? shown : shown + "?" + query;
  }

  /** The page that shows a form; often, but not always, it is the address that takes it, too. */
  private String shownAt(HttpServletRequest request) {
    String asked = request.getRequestURI();
    if (matrix.line("GET", asked).isPresent()) return asked;
    try {
      URI from = URI.create(String.valueOf(request.getHeader(HttpHeaders.REFERER)));
      String path = from.getRawPath();
      boolean here = Objects.equals(from.getAuthority(), request.getHeader(HttpHeaders.HOST));
      return here && path != null && matrix.line("GET", path).isPresent() ? path : asked;
    } catch (IllegalArgumentException _) {
      return asked;
    }
  }

  private static boolean forMachines(HttpServletRequest request) {
    String path = request.getRequestURI();
    String accept = request.getHeader("Accept");
    return path.startsWith("/api/")
        || path.startsWith("/ingest/")
        || path.equals("/live")
        || request.getHeader("HX-Request") != null
        || (accept != null && accept.contains(MediaType.APPLICATION_JSON_VALUE));
  }
}
