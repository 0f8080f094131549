package org.smartcorrection.platform.lab;

import java.util.Optional;

/** What an officer found of an alarm; the names of the acts are those of the procedure. */
enum Verdict {
  /** The alarm was false: signal, device, or what was recorded. */
  ERROR,
  /** It was so, and there was a good reason. */
  GOOD_REASON,
  /** It was so, and there was none. */
  NO_GOOD_REASON;

  /** The finding that an act of the procedure {@code alarm} makes. */
  static Optional<Verdict> of(String act) {
    return switch (act) {
      case "FoundError" -> Optional.of(ERROR);
      case "FoundGoodReason" -> Optional.of(GOOD_REASON);
      case "FoundNoGoodReason" -> Optional.of(NO_GOOD_REASON);
      case String _ -> Optional.empty();
    };
  }
}
