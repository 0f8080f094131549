package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.smartcorrection.platform.kernel.NotFound;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What the pages of this module answer when something is not there, or not for this visitor. */
@ControllerAdvice(basePackageClasses = Unfound.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Unfound {
  @ExceptionHandler
  void notFound(NotFound missing, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }
}
