package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.smartcorrection.platform.kernel.NotFound;

/** Where a page of the statute clock ended. */
record ClockKey(Instant end, UUID id) {
  private static final UUID GREATEST = new UUID(-1, -1);

  /** The key behind everything that ends at this instant. */
  static ClockKey after(Instant end) {
    return new ClockKey(end, GREATEST);
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws NotFound when the text is no key: nothing can follow it
   */
  static ClockKey parse(String text) {
    int cut = text.indexOf('_');
    if (cut < 0) throw new NotFound();
    try {
      Instant end = Instant.parse(text.substring(0, cut));
      return new ClockKey(end, UUID.fromString(text.substring(cut + 1)));
    } catch (DateTimeParseException | IllegalArgumentException _) {
      throw new NotFound();
    }
  }

  @Override
  public String toString() {
    return end + "_" + id;
  }
}
