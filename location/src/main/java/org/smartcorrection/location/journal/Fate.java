package org.smartcorrection.location.journal;

import java.util.Optional;
import org.smartcorrection.location.JudgedFix;
import org.smartcorrection.location.LeftOutFix;
import org.smartcorrection.location.LeftOutReason;
import org.smartcorrection.location.UsedFix;

/** What became of what a device sent. Nothing that was kept is dropped later without a trace. */
public sealed interface Fate {
  /**
   * The position was weighed.
   *
   * @param metresOutside distance past the border of what was permitted, negative inside, in whole
   *     decimetres
   */
  record Weighed(double metresOutside) implements Fate {
    /** Rounds to decimetres, as it is stored. */
    public Weighed {
      metresOutside = Math.round(metresOutside * PageForm.DECIMETRES) / PageForm.DECIMETRES;
    }
  }

  /** The position was not weighed. */
  record LeftOut(LeftOutReason reason) implements Fate {}

  /** There was no position to weigh: the device only spoke of its own state. */
  record NoPosition() implements Fate {}

  /** It was kept and is not judged, or not yet. */
  record Unjudged() implements Fate {}

  /** What the rules made of a position. */
  static Fate of(Optional<JudgedFix> judged) {
    return switch (judged.orElse(null)) {
      case null -> new NoPosition();
      case UsedFix used -> new Weighed(used.metresOutside());
      case LeftOutFix left -> new LeftOut(left.reason());
    };
  }
}
