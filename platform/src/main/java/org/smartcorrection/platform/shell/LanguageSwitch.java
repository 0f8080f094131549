package org.smartcorrection.platform.shell;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** Keeps the language asked for by {@code ?lang=} and leads back to the same page without it. */
final class LanguageSwitch implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Optional<Locale> asked = Languages.spoken(request.getParameter(Languages.PARAMETER));
    if (asked.isEmpty()
        || !HttpMethod.GET.matches(request.getMethod())
        || request.getDispatcherType() != DispatcherType.REQUEST) {
      return true;
    }
    var cookie =
        ResponseCookie.from(Languages.COOKIE, asked.get().toLanguageTag())
            .path("/")
            .maxAge(Duration.ofDays(365))
            .sameSite("Lax")
            .secure(request.isSecure())
            .httpOnly(true)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, samePage(request));
    return false;
  }

  private static String samePage(HttpServletRequest request) {
    var page = UriComponentsBuilder.newInstance().path(ownPath(request.getRequestURI()));
    if (request.getQueryString() != null) {
      page.query(request.getQueryString());
    }
    return page.replaceQueryParam(Languages.PARAMETER).build(false).toUriString();
  }

  /** The path with one leading slash: two would name another host. */
  static String ownPath(String path) {
    return path.replaceFirst("^[/\\\\]+", "/");
  }
}
