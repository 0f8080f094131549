package org.smartcorrection.location.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.LocalFrame;
import org.smartcorrection.location.LocalFrame.Offset;

/**
 * A real movement without its place: where and when it went, counted from its first point. It can
 * be put down anywhere, at any time; whoever shows it says so.
 *
 * @param moments in order of time, the first at zero in time and place
 */
public record Recording(List<Moment> moments) {

  /**
   * @throws IllegalArgumentException if it is empty, does not start at zero, or time does not move
   *     on between two moments
   */
  public Recording {
    moments = List.copyOf(moments);
    if (moments.isEmpty()) throw new IllegalArgumentException("a recording has a first moment");
    Moment first = moments.getFirst();
    if (!first.after().isZero() || first.place().length() != 0) {
      throw new IllegalArgumentException("a recording starts at zero");
    }
    for (int i = 1; i < moments.size(); i++) {
      if (moments.get(i).after().compareTo(moments.get(i - 1).after()) <= 0) {
        throw new IllegalArgumentException("time moves on in a recording");
      }
    }
  }

  /** Time from the first moment to the last. */
  public Duration length() {
    return moments.getLast().after();
  }

  /**
   * Puts it down on the map.
   *
   * @param at its first point becomes this frame's origin
   * @param turnedClockwise degrees by which the whole movement is turned
   * @param start time of its first moment
   * @param speedup 1 for as recorded, 3 for three times as fast
   * @param accuracyMetres given to every fix, since a recording has none of its own
   * @return satellite fixes without speed and course, since a recording has none of its own
   * @throws IllegalArgumentException if the speed-up is not above 0
   */
  public List<Fix> anchored(
      LocalFrame at, double turnedClockwise, Instant start, double speedup, double accuracyMetres) {
    if (!(speedup > 0)) throw new IllegalArgumentException("a speed-up is above 0");
    var fixes = new ArrayList<Fix>(moments.size());
    for (Moment moment : moments) {
      fixes.add(
          Fix.of(
              start.plusMillis(Math.round(moment.after().toMillis() / speedup)),
              at.pointAt(moment.place().turnedClockwise(turnedClockwise)),
              accuracyMetres,
              FixSource.GNSS));
    }
    return fixes;
  }

  /**
   * One point of a recording.
   *
   * @param after time since the first
   * @param place metres from the first
   */
  public record Moment(Duration after, Offset place) {}
}
