package org.smartcorrection.platform.evidence;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smartcorrection.ledger.order.TileLog;

/**
 * From which place of each log on keys count no more.
 *
 * @param sizes by origin: how many entries the log had
 */
record RevokedFrom(SortedMap<String, Long> sizes) {
  RevokedFrom {
    sizes = new TreeMap<>(sizes);
  }

  long in(String origin) {
    // a log that came later had no entry
    return sizes.getOrDefault(origin, 0L);
  }

  /** How an act calls the place in a log. */
  static String name(String origin) {
    return origin.equals(Origins.CORRECTION) ? "from" : "from-" + TileLog.name(origin);
  }

  /** A line for each log. */
  String text() {
    return sizes.entrySet().stream()
        .map(size -> size.getKey() + " " + size.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** Reads {@link #text}, or the number alone that was written while there was one log. */
  static RevokedFrom read(String text) {
    var sizes = new TreeMap<String, Long>();
    for (String line : text.lines().toList()) {
      int space = line.indexOf(' ');
      String origin = space < 0 ? Origins.CORRECTION : line.substring(0, space);
      sizes.put(origin, Long.valueOf(line.substring(space + 1)));
    }
    return new RevokedFrom(sizes);
  }
}
