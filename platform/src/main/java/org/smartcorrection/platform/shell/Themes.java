package org.smartcorrection.platform.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.util.WebUtils;

/**
 * The chosen theme: asked for in the address, or kept in a cookie that the page's button writes.
 */
final class Themes {
  private static final Set<String> KNOWN = Set.of("light", "dark");

  private Themes() {}

  static Optional<String> of(HttpServletRequest request) {
    Cookie kept = WebUtils.getCookie(request, "theme");
    return Optional.ofNullable(request.getParameter("theme"))
        .filter(KNOWN::contains)
        .or(() -> Optional.ofNullable(kept).map(Cookie::getValue).filter(KNOWN::contains));
  }
}
