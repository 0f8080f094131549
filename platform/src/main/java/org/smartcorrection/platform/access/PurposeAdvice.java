package org.smartcorrection.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads whoever asks for places to the question what for, and back. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PurposeAdvice {
  @ExceptionHandler
  void needed(PurposeNeeded needed, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getMethod().equals("GET"))
      response.sendRedirect(
          "/purpose?then=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8));
    else response.sendError(HttpStatus.CONFLICT.value());
  }
}
