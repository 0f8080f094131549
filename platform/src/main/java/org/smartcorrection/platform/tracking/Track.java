package org.smartcorrection.platform.tracking;

import java.util.List;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.playback.Playback;
import org.smartcorrection.location.playback.Span;
import org.smartcorrection.location.playback.Stretch;

/**
 * What was collected of a person on a live ground during a span, and what that adds up to.
 *
 * @param entries with a position, in the order of time
 * @param spoken how many times the device spoke without one
 */
record Track(Span span, List<Entry> entries, int spoken, List<Stretch> stretches) {
  Track {
    entries = List.copyOf(entries);
    stretches = List.copyOf(stretches);
  }

  static Fix fix(Entry entry) {
    return entry.report().fix().orElseThrow();
  }

  /** Those a way was drawn through. */
  List<Entry> used() {
    return entries.stream().filter(Playback::isUsed).toList();
  }

  /** The others: kept, and left out with a reason. */
  List<Entry> leftOut() {
    return entries.stream().filter(entry -> !Playback.isUsed(entry)).toList();
  }
}
