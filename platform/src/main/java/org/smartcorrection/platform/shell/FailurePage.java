package org.smartcorrection.platform.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for failures outside the controllers: refused by a filter, or rejected by the server. */
@Controller
class FailurePage implements ErrorController {
  private final Failures failures;

  FailurePage(Failures failures) {
    this.failures = failures;
  }

  @RequestMapping("${server.error.path:${error.path:/error}}")
  Object failed(HttpServletRequest request, HttpServletResponse response) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer sent
            ? sent
            : 404;
    String path =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
            ? asked
            : request.getRequestURI();
    return failures.answer(
        request,
        response,
        HttpStatusCode.valueOf(status),
        path,
        Optional.empty(),
        Optional.empty());
  }
}
