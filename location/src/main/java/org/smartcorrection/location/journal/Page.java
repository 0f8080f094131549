package org.smartcorrection.location.journal;

import java.time.Instant;
import java.util.List;

/**
 * A stretch of one person's journal, in the order of its time.
 *
 * @param entries at least one
 */
public record Page(List<Entry> entries) {
  /** So many entries at most are one page: a day of one a minute and a half. */
  public static final int MOST = 1_024;

  /**
   * @throws IllegalArgumentException if there are none or too many, or they are not in order
   */
  public Page {
    entries = List.copyOf(entries);
    if (entries.isEmpty() || entries.size() > MOST) {
      throw new IllegalArgumentException("a page has 1 to " + MOST + " entries");
    }
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i).time().isBefore(entries.get(i - 1).time())) {
        throw new IllegalArgumentException("a page is in the order of time");
      }
    }
  }

  /** The time of the first entry. */
  public Instant from() {
    return entries.getFirst().time();
  }

  /** The time of the last entry. */
  public Instant until() {
    return entries.getLast().time();
  }

  /** The compact serial form; its first byte is its version. */
  public byte[] encode() {
    return new PageWriter().written(this);
  }

  /**
   * Reads {@link #encode}'s form back, exactly.
   *
   * @throws IllegalArgumentException if the bytes are of another version or damaged
   */
  public static Page decode(byte[] bytes) {
    return new PageReader(bytes).page();
  }
}
