package org.smartcorrection.platform.tracking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.shell.Text;

/**
 * What the page of a track shows.
 *
 * @param map absent where no position was collected
 * @param used through how many positions a way is drawn
 * @param spoken how often the device spoke without a position
 */
record TrackView(
    @Nullable MapDrawing map,
    Instant from,
    Instant until,
    int used,
    int spoken,
    List<Row> rows,
    List<Left> leftOut,
    List<Refused> refused) {
  TrackView {
    rows = List.copyOf(rows);
    leftOut = List.copyOf(leftOut);
    refused = List.copyOf(refused);
  }

  /**
   * A stretch.
   *
   * @param kind {@code stop}, {@code way} or {@code gap}
   * @param number of a stop, as on the map
   */
  record Row(
      String kind,
      @Nullable Integer number,
      Instant from,
      Instant until,
      Text what,
      @Nullable Wgs84Point place) {
    /** Whole minutes. */
    public long minutes() {
      return Duration.between(from, until).toMinutes();
    }
  }

  /** A position that was kept and not used; {@code why} is a message. */
  record Left(Instant at, String source, long accuracyMetres, String why) {}

  /** Positions that were not kept, of which nothing but their number is known. */
  record Refused(LocalDate day, String why, int times) {}
}
