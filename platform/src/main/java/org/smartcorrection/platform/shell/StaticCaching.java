package org.smartcorrection.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * A file named by its content never changes and is kept for ever. Any other static file is asked
 * for anew each time: modules import each other under fixed names.
 */
final class StaticCaching implements HandlerInterceptor {
  private static final Pattern NAMED_BY_CONTENT = Pattern.compile(".*-[0-9a-f]{32}\\.\\w+");
  private static final String FOR_EVER = "max-age=31536000, public, immutable";

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof ResourceHttpRequestHandler) {
      boolean forEver = NAMED_BY_CONTENT.matcher(request.getRequestURI()).matches();
      response.setHeader(HttpHeaders.CACHE_CONTROL, forEver ? FOR_EVER : "no-cache");
    }
    return true;
  }
}
