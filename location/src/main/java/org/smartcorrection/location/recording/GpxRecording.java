package org.smartcorrection.location.recording;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.smartcorrection.location.Wgs84Point;

/**
 * What a GPX file says, at its true place and time, with a note of all that is odd about it.
 *
 * @param segments unbroken stretches; empty ones are left out
 * @param notes what the file lacks
 */
public record GpxRecording(List<Segment> segments, Notes notes) {

  /** Copies the list. */
  public GpxRecording {
    segments = List.copyOf(segments);
  }

  /** All points in the order of the file. */
  public List<Point> points() {
    return segments.stream().flatMap(segment -> segment.points().stream()).toList();
  }

  /**
   * An unbroken stretch of a track.
   *
   * @param track the track's name, empty if it has none
   */
  public record Segment(String track, List<Point> points) {
    /** Copies the list. */
    public Segment {
      points = List.copyOf(points);
    }
  }

  /**
   * One point. GPX is WGS-84 by its specification.
   *
   * @param time as in the file; empty if it gives none, or one that cannot be
   * @param elevationMetres as in the file
   */
  public record Point(Wgs84Point place, Optional<Instant> time, OptionalDouble elevationMetres) {}

  /**
   * What is odd about a file; all zero for a good one.
   *
   * @param refusedPoints without a place on earth, left out
   * @param withoutTime that give none
   * @param unreadableTimes that are no time
   * @param timesBefore2000 of a clock that was never set; their points stay, their times do not
   * @param timesStandingStill equal to or before the time before them
   */
  public record Notes(
      int refusedPoints,
      int withoutTime,
      int unreadableTimes,
      int timesBefore2000,
      int timesStandingStill) {
    /** Whether every point has a place and a time that moves on. */
    public boolean isClean() {
      return refusedPoints + withoutTime + unreadableTimes + timesBefore2000 + timesStandingStill
          == 0;
    }
  }
}
