package org.smartcorrection.platform.exchange.handover;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a case is against the file that was made last.
 *
 * @param fields that are not what they were
 */
record Difference(Kind kind, List<OurField> fields) {
  /** Against the last file. */
  enum Kind {
    NEW,
    CHANGED,
    SAME,
    /** Was in the last file and does not belong into this one. */
    GONE
  }

  Difference {
    fields = List.copyOf(fields);
  }

  static Difference between(@Nullable Map<OurField, String> last, Map<OurField, String> now) {
    if (last == null) return new Difference(Kind.NEW, List.of());
    List<OurField> changed =
        now.keySet().stream()
            .filter(field -> !Objects.equals(now.get(field), last.get(field)))
            .toList();
    return new Difference(changed.isEmpty() ? Kind.SAME : Kind.CHANGED, changed);
  }
}
