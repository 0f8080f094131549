package org.smartcorrection.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers for every exception that no module handles itself. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class FailureAdvice {
  private static final Logger log = LoggerFactory.getLogger(FailureAdvice.class);

  private final Failures failures;

  FailureAdvice(Failures failures) {
    this.failures = failures;
  }

  /** Login and refusal are the security filter's business. */
  @ExceptionHandler
  void refused(AccessDeniedException refused) {
    throw refused;
  }

  @ExceptionHandler
  void unknown(AuthenticationException unknown) {
    throw unknown;
  }

  @ExceptionHandler
  @Nullable Object failed(
      Exception failure, HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted()) {
      return null; // a stream whose reader has gone: there is nobody to tell
    }
    HttpStatusCode status = status(failure);
    var detail =
        failure instanceof ErrorResponse known
            ? Optional.of(known.getBody())
            : Optional.<ProblemDetail>empty();
    Optional<String> reference = Optional.empty();
    if (status.is5xxServerError()) {
      String number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
      log.error("Failure {} in {} {}", number, request.getMethod(), trace(failure));
      reference = Optional.of(number);
    }
    return failures.answer(request, response, status, request.getRequestURI(), detail, reference);
  }

  private static HttpStatusCode status(Exception failure) {
    if (failure instanceof ErrorResponse known) {
      return known.getStatusCode();
    }
    // what was sent is not what its type says: the caller's to mend
    if (failure instanceof HttpMessageNotReadableException) return HttpStatus.BAD_REQUEST;
    // what no browser writes into an address or a form: Tomcat says how it is to be answered
    if (failure instanceof InvalidParameterException unreadable)
      return HttpStatusCode.valueOf(unreadable.getErrorCode());
    // nothing is found under what is no key; a question that makes no sense is the caller's to mend
    if (failure instanceof MethodArgumentTypeMismatchException mismatch)
      return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
          ? HttpStatus.NOT_FOUND
          : HttpStatus.BAD_REQUEST;
    if (failure instanceof TypeMismatchException) return HttpStatus.BAD_REQUEST;
    // fields with names that no browser sends: refused when the form is read
    if (failure instanceof RequestRejectedException) return HttpStatus.BAD_REQUEST;
    var annotated =
        AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
    return annotated == null ? HttpStatus.INTERNAL_SERVER_ERROR : annotated.code();
  }

  /**
   * Where it failed. Messages are left out: a database's may quote the row, which is a person's.
   */
  private static String trace(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(5)
        .map(
            cause ->
                Arrays.stream(cause.getStackTrace())
                    .limit(20)
                    .map(frame -> "\n  at " + frame)
                    .collect(Collectors.joining("", cause.getClass().getName(), "")))
        .collect(Collectors.joining("\nbecause of "));
  }
}
