package org.smartcorrection.platform.wall;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;

/**
 * Puts those who would stand on one another together, for one view: however many people there are,
 * a browser gets as many marks as squares of the view. The squares belong to the world and not to
 * the view, so that a mark stays where it is while the view moves.
 */
final class Clusters {
  private static final double SQUARE = 72;

  private Clusters() {}

  /** Somebody on the map. */
  record Spot(
      PersonId person, CaseId caseId, Wgs84Point place, Instant at, @Nullable Severity alarm) {}

  /** A square of the world at one zoom. */
  record Square(int zoom, int column, int row) {
    static Square of(MapView view, Wgs84Point place) {
      return new Square(
          view.zoom(),
          (int) Math.floor(view.worldX(place.longitude()) / SQUARE),
          (int) Math.floor(view.worldY(place.latitude()) / SQUARE));
    }
  }

  /**
   * Some people who are near one another.
   *
   * @param place their middle
   * @param alarmed of how many something is asked, the {@code gravest} of it
   * @param alone who it is, if it is one person
   */
  record Cluster(
      Square square,
      Wgs84Point place,
      int people,
      int alarmed,
      @Nullable Severity gravest,
      Instant earliest,
      Instant latest,
      @Nullable PersonId alone) {}

  /** The marks of a view, those with alarms first, then the largest. */
  static List<Cluster> of(List<Spot> spots, MapView view) {
    BoundingBox box = view.box();
    Map<Square, Sum> sums = new HashMap<>();
    for (Spot spot : spots)
      if (box.contains(spot.place()))
        sums.computeIfAbsent(Square.of(view, spot.place()), _ -> new Sum()).add(spot);
    return sums.entrySet().stream()
        .map(one -> one.getValue().cluster(one.getKey()))
        .sorted(
            Comparator.comparingInt(Cluster::alarmed)
                .thenComparingInt(Cluster::people)
                .reversed()
                .thenComparingInt(one -> one.square().row())
                .thenComparingInt(one -> one.square().column()))
        .toList();
  }

  private static final class Sum {
    private double latitude;
    private double longitude;
    private int people;
    private int alarmed;
    private @Nullable Severity gravest;
    private Instant earliest = Instant.MAX;
    private Instant latest = Instant.MIN;
    private @Nullable PersonId last;

    void add(Spot spot) {
      latitude += spot.place().latitude();
      longitude += spot.place().longitude();
      people++;
      Severity alarm = spot.alarm();
      if (alarm != null) {
        alarmed++;
        if (gravest == null || gravest.compareTo(alarm) < 0) gravest = alarm;
      }
      if (spot.at().isBefore(earliest)) earliest = spot.at();
      if (spot.at().isAfter(latest)) latest = spot.at();
      last = spot.person();
    }

    Cluster cluster(Square square) {
      return new Cluster(
          square,
          new Wgs84Point(latitude / people, longitude / people),
          people,
          alarmed,
          gravest,
          earliest,
          latest,
          people == 1 ? last : null);
    }
  }
}
