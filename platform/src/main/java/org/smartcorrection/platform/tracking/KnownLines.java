package org.smartcorrection.platform.tracking;

import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.stereotype.Component;

/**
 * Roads, borders and zones of which it is known that they are WGS-84, to hold against what is said
 * to be.
 */
@Component
class KnownLines {
  private final Countryside countryside;
  private final Areas areas;

  KnownLines(Countryside countryside, Areas areas) {
    this.countryside = countryside;
    this.areas = areas;
  }

  /** Those of the countryside, and the borders of where a person may be. */
  List<List<Wgs84Point>> around(PersonId person) {
    var lines = new ArrayList<List<Wgs84Point>>();
    for (Countryside.Feature feature : countryside.features()) {
      lines.addAll(feature.lines());
      feature.polygons().forEach(polygon -> lines.add(closed(polygon)));
    }
    areas.zones(person).forEach(zone -> zone.polygons().forEach(p -> lines.add(closed(p))));
    return lines;
  }

  private static List<Wgs84Point> closed(Polygon polygon) {
    var line = new ArrayList<>(polygon.outline());
    line.add(polygon.outline().getFirst());
    return line;
  }
}
