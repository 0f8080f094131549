package org.smartcorrection.location.simulation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes what is true while it lasts, and tells of it when it is over. */
final class Truths {
  private static final class Open {
    final long from;
    int reports;
    double deepest;

    Open(long from) {
      this.from = from;
    }
  }

  private final Watcher watcher;
  private final Map<Episode.Kind, Open> open = new EnumMap<>(Episode.Kind.class);

  Truths(Watcher watcher) {
    this.watcher = watcher;
  }

  /** Says whether something is so at a moment, and how deep. */
  void at(long now, Episode.Kind kind, boolean is, double depth) {
    @Nullable Open known = open.get(kind);
    if (!is) {
      if (known != null) end(now, kind, known);
      return;
    }
    if (known == null) {
      known = new Open(now);
      open.put(kind, known);
    }
    known.deepest = Math.max(known.deepest, depth);
  }

  /** A report with a position was made. */
  void reported() {
    open.values().forEach(known -> known.reports++);
  }

  void close(long now) {
    for (Episode.Kind kind : Episode.Kind.values()) {
      @Nullable Open known = open.get(kind);
      if (known != null) end(now, kind, known);
    }
  }

  private void end(long now, Episode.Kind kind, Open known) {
    open.remove(kind);
    watcher.happened(
        new Episode(
            kind,
            Instant.ofEpochMilli(known.from),
            Instant.ofEpochMilli(now),
            known.reports,
            known.deepest));
  }
}
