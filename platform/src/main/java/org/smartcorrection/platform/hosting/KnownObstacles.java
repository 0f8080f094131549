package org.smartcorrection.platform.hosting;

import org.springframework.boot.SpringBootExceptionReporter;

/** Tells a known obstacle in its own words and leaves every other failure to Spring Boot. */
final class KnownObstacles implements SpringBootExceptionReporter {
  @Override
  public boolean reportException(Throwable failure) {
    var known = CannotStart.in(failure);
    known.ifPresent(obstacle -> System.err.println(obstacle.paragraph()));
    return known.isPresent();
  }
}
