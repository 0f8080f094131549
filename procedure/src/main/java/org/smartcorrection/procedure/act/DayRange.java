package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** Days from the first to the last, both counted (D6); construction fails for an empty range. */
public record DayRange(LocalDate first, LocalDate last) {

  public DayRange {
    if (last.isBefore(first)) throw new IllegalArgumentException(first + " to " + last);
  }

  public long length() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  public boolean overlaps(DayRange other) {
    return !last.isBefore(other.first) && !other.last.isBefore(first);
  }

  Stream<LocalDate> days() {
    return first.datesUntil(last.plusDays(1));
  }
}
