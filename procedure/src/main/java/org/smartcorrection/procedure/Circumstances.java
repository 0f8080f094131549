package org.smartcorrection.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What changes the plain counting of a deadline.
 *
 * @param inCustody the person is in custody: an end on a day off does not move (D1)
 */
public record Circumstances(
    boolean inCustody, List<Suspension> suspensions, List<Extension> extensions) {

  /** Nothing special. */
  public static final Circumstances ORDINARY = new Circumstances(false, List.of(), List.of());

  public Circumstances {
    suspensions = List.copyOf(suspensions);
    extensions = List.copyOf(extensions);
  }

  Optional<Suspension> suspending(LocalDate day) {
    return suspensions.stream().filter(suspension -> suspension.covers(day)).findFirst();
  }
}
