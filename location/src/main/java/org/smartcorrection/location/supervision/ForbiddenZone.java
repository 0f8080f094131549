package org.smartcorrection.location.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.Validity;

/**
 * Ground on which a person must not be.
 *
 * @param id of the order or decision it comes from
 * @param basis why
 * @param during while the order is in force
 * @param schedule at which hours
 * @param area where, any margin included
 * @param admitted stretches for which the agency admitted the person (M34)
 */
public record ForbiddenZone(
    String id,
    ProhibitionBasis basis,
    Validity during,
    Schedule schedule,
    Area area,
    List<Validity> admitted) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if an admission has no end
   */
  public ForbiddenZone {
    admitted = List.copyOf(admitted);
    if (admitted.stream().anyMatch(time -> time.until().isEmpty())) {
      throw new IllegalArgumentException("an admission to forbidden ground has an end");
    }
  }

  /** Whether it holds. */
  public boolean holdsAt(Instant at) {
    if (!during.holdsAt(at) || !schedule.holdsAt(at)) return false;
    for (Validity time : admitted) if (time.holdsAt(at)) return false;
    return true;
  }

  /**
   * When it began to hold between two instants and still does at the second; empty if it did not.
   */
  Optional<Instant> beganAfter(Instant from, Instant now) {
    if (holdsAt(from)) return Optional.empty();
    Optional<Validity> window = schedule.windowAt(now);
    if (!holdsAt(now) || window.isEmpty()) return Optional.empty();
    Instant began = window.get().from();
    if (during.from().isAfter(began)) began = during.from();
    for (Validity time : admitted) {
      Instant over = time.until().orElseThrow();
      if (over.isAfter(began) && !over.isAfter(now)) began = over;
    }
    return Optional.of(began.isAfter(from) ? began : now);
  }
}
