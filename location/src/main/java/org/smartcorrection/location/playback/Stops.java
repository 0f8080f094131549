package org.smartcorrection.location.playback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.Wgs84Point;

/**
 * Finds where somebody stayed: at least {@link #LEAST} within {@value #METRES} m of a middle, the
 * positions' own error allowed for. One stray position does not end a stop.
 */
final class Stops {
  static final Duration LEAST = Duration.ofMinutes(10);
  private static final double METRES = 80;
  private static final double MOST_ERROR = 150;

  private final List<Fix> fixes;

  private Stops(List<Fix> fixes) {
    this.fixes = fixes;
  }

  /** The stops and ways of positions without a gap; one begins with the position the last ended. */
  static List<Stretch> divide(List<Fix> fixes) {
    return new Stops(fixes).divided();
  }

  private List<Stretch> divided() {
    var told = new ArrayList<Stretch>();
    int begun = 0;
    int at = 0;
    while (at < fixes.size()) {
      int last = lastAround(at);
      if (between(at, last).compareTo(LEAST) < 0) {
        at++;
        continue;
      }
      if (at > begun) told.add(Playback.way(fixes.subList(begun, at + 1)));
      told.add(stop(fixes.subList(at, last + 1)));
      begun = last;
      at = last + 1;
    }
    if (told.isEmpty() || begun < fixes.size() - 1)
      told.add(Playback.way(fixes.subList(begun, fixes.size())));
    return told;
  }

  private Duration between(int one, int other) {
    return Duration.between(fixes.get(one).time(), fixes.get(other).time());
  }

  /** The last position that is still around the place of the first one. */
  private int lastAround(int first) {
    var middle = new Middle();
    middle.add(fixes.get(first));
    int last = first;
    for (int i = first + 1; i < fixes.size() && i <= last + 2; i++) {
      Fix fix = fixes.get(i);
      double allowed = METRES + Math.min(MOST_ERROR, fix.accuracyMetres());
      if (middle.place().metresTo(fix.point()) > allowed) continue;
      middle.add(fix);
      last = i;
    }
    return last;
  }

  private static Stretch stop(List<Fix> fixes) {
    var middle = new Middle();
    fixes.forEach(middle::add);
    Wgs84Point place = middle.place();
    double radius =
        fixes.stream().mapToDouble(fix -> place.metresTo(fix.point())).max().orElseThrow();
    return new Stretch.Stop(
        new Span(fixes.getFirst().time(), fixes.getLast().time()), place, radius, fixes.size());
  }

  /** Positions weighed by the inverse of their variances. */
  private static final class Middle {
    private double weight;
    private double latitude;
    private double longitude;

    void add(Fix fix) {
      double one = 1 / (fix.accuracyMetres() * fix.accuracyMetres());
      weight += one;
      latitude += one * fix.point().latitude();
      longitude += one * fix.point().longitude();
    }

    Wgs84Point place() {
      return new Wgs84Point(latitude / weight, longitude / weight);
    }
  }
}
