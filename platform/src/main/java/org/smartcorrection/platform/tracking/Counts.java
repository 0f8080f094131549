package org.smartcorrection.platform.tracking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.smartcorrection.location.protocol.Reading;

/** What became of messages that came together: numbers, and nothing of a place. */
final class Counts {
  private final Map<String, Integer> refused = new TreeMap<>();
  private final Map<Reading.Fault, Integer> malformed = new TreeMap<>();
  private int read;
  private int kept;
  private int other;

  /** How many were read. */
  int read() {
    return read;
  }

  void add(Reading reading) {
    read++;
    switch (reading) {
      case Reading.Malformed(var fault) -> malformed.merge(fault, 1, Integer::sum);
      case Reading.NoReport _ -> other++;
      case Reading.Reported _ -> {}
    }
  }

  void add(Answer answer) {
    switch (answer) {
      case Answer.Kept _ -> kept++;
      case Answer.Refused(var reason) -> refused.merge(reason, 1, Integer::sum);
    }
  }

  Map<String, Object> all() {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("read", read);
    counts.put("kept", kept);
    counts.put("refused", refused);
    counts.put("malformed", malformed);
    counts.put("other", other);
    return counts;
  }
}
