package org.smartcorrection.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells the caller that a request failed: a page for people, RFC 9457 for programs, a short note
 * for a fragment of a page. None of them ever holds a stack trace.
 */
@Component
class Failures {
  private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 409, 410, 413, 500, 503);

  private final Chromes chromes;
  private final MessageSource messages;
  private final LocaleResolver locales;

  Failures(Chromes chromes, MessageSource messages, LocaleResolver locales) {
    this.chromes = chromes;
    this.messages = messages;
    this.locales = locales;
  }

  /**
   * The answer.
   *
   * @param path the path that failed; in an error dispatch the request's own path is another
   * @param detail what a program may be told beside the status
   * @param reference the number under which the failure stands in the log, if it does
   */
  Object answer(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatusCode status,
      String path,
      Optional<ProblemDetail> detail,
      Optional<String> reference) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    int worded = worded(status);
    if (forPrograms(request, path)) {
      return problem(request, status, worded, detail, reference);
    }
    boolean fragment = request.getHeader("HX-Request") != null;
    var page = new ModelAndView(fragment ? "error :: note" : "error", status);
    page.addAllObjects(Map.of("status", status.value(), "worded", worded));
    page.addObject("reference", reference.orElse(null));
    page.addObject("chrome", chromes.whateverHappens(request));
    return page;
  }

  private static int worded(HttpStatusCode status) {
    if (WORDED.contains(status.value())) {
      return status.value();
    }
    return status.is5xxServerError() ? 500 : 400;
  }

  private ResponseEntity<ProblemDetail> problem(
      HttpServletRequest request,
      HttpStatusCode status,
      int worded,
      Optional<ProblemDetail> detail,
      Optional<String> reference) {
    ProblemDetail problem = detail.orElseGet(() -> ProblemDetail.forStatus(status));
    Locale locale = locales.resolveLocale(request);
    if (HttpStatus.resolve(status.value()) == null || problem.getDetail() == null) {
      problem.setDetail(messages.getMessage("shell.error." + worded + ".happened", null, locale));
    }
    reference.ifPresent(number -> problem.setProperty("reference", number));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static boolean forPrograms(HttpServletRequest request, String path) {
    if (path.startsWith("/api/") || path.startsWith("/ingest/")) {
      return true;
    }
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept == null) {
      return false;
    }
    try {
      return MediaType.parseMediaTypes(accept).stream()
              .anyMatch(type -> type.getSubtype().endsWith("json"))
          && !accept.contains("text/html");
    } catch (InvalidMediaTypeException _) {
      return false;
    }
  }
}
