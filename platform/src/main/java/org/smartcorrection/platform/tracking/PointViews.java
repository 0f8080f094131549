package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.stereotype.Component;

/**
 * The single points of a person (rule L16a) as they are shown: each by itself, and no line between
 * them.
 */
@Component
class PointViews {
  private static final int MOST = 60;
  private static final double LEAST_METRES = 2_500;

  private final Verifications points;
  private final Countryside countryside;

  PointViews(Verifications points, Countryside countryside) {
    this.points = points;
    this.countryside = countryside;
  }

  /**
   * What is shown.
   *
   * @param rows the latest first
   * @param map absent without any point
   */
  record Shown(List<Row> rows, @Nullable MapDrawing map) {
    Shown {
      rows = List.copyOf(rows);
    }
  }

  /** One point; latitude and longitude in degrees, WGS-84. */
  record Row(Instant at, double latitude, double longitude, String source, long accuracyMetres) {}

  Shown of(PersonId person, Locale locale) {
    List<Fix> fixes = points.of(person, MOST);
    return new Shown(fixes.stream().map(PointViews::row).toList(), map(fixes, locale));
  }

  private static Row row(Fix fix) {
    return new Row(
        fix.time(),
        fix.point().latitude(),
        fix.point().longitude(),
        "tracking.source." + fix.source().name(),
        Math.round(fix.accuracyMetres()));
  }

  private @Nullable MapDrawing map(List<Fix> fixes, Locale locale) {
    if (fixes.isEmpty()) return null;
    List<Wgs84Point> places = fixes.stream().map(Fix::point).toList();
    var map = MapDrawing.around(places, LEAST_METRES).countryside(countryside, locale);
    for (Fix fix : fixes.reversed())
      map.dot("after", fix.point(), fix.accuracyMetres(), fix.time());
    return map.drawn();
  }
}
