package org.smartcorrection.location;

import java.time.Instant;
import java.util.List;

/** A square of two kilometres, with places past its eastern border. */
final class HomeSquare {
  private HomeSquare() {}

  static final Instant START = Instant.parse("2026-09-29T00:00:00Z");
  static final LocalFrame FRAME = new LocalFrame(new Wgs84Point(31.2, 104.6));
  static final PermittedArea HOME =
      PermittedArea.of("home", square(-1_000, -1_000, 2_000), START.minusSeconds(3_600));

  /** A fix so many metres past the eastern border, so many seconds after the start. */
  static Fix fix(long second, double metresOutside, double accuracy, FixSource source) {
    return Fix.of(
        START.plusSeconds(second),
        FRAME.pointAt(new LocalFrame.Offset(1_000 + metresOutside, 0)),
        accuracy,
        source);
  }

  static PolygonArea square(double east, double north, double side) {
    return PolygonArea.of(
        List.of(
            Polygon.of(
                List.of(
                    FRAME.pointAt(new LocalFrame.Offset(east, north)),
                    FRAME.pointAt(new LocalFrame.Offset(east + side, north)),
                    FRAME.pointAt(new LocalFrame.Offset(east + side, north + side)),
                    FRAME.pointAt(new LocalFrame.Offset(east, north + side))))));
  }
}
