package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.smartcorrection.platform.casework.CaseRestricted;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Whoever meets a restricted case is told so, and who decides, wherever they met it. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RestrictedAdvice {
  @ExceptionHandler
  void restricted(CaseRestricted closed, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean page =
        request.getMethod().equals("GET") && request.getRequestURI().startsWith("/console/");
    if (!page) {
      response.sendError(HttpStatus.FORBIDDEN.value());
      return;
    }
    response.sendRedirect(
        RestrictedPage.href(closed.caseId())
            + "?to="
            + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8));
  }
}
