package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Refused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What the desk's pages answer when something is not there, or cannot be given yet. */
@ControllerAdvice(basePackageClasses = Answers.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Answers {
  @ExceptionHandler
  void notFound(NotFound missing, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }

  @ExceptionHandler
  void refused(Refused refused, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.CONFLICT.value());
  }
}
