package org.smartcorrection.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.smartcorrection.location.Edges.Edge;

/**
 * Whether places that were declared as WGS-84 are more likely GCJ-02 or BD-09: then they lie 300 to
 * 1,200 m beside the roads or borders that they follow, and on them once the shift is undone. A
 * warning for whoever imports them; nothing is put right silently.
 */
public final class DatumCheck {
  private static final int LEAST_POINTS = 5;
  private static final double OFF_FROM_METRES = 200;
  private static final double ON_UP_TO_METRES = 120;

  private DatumCheck() {}

  /** What the places look like. */
  public enum Verdict {
    /** They fit as declared. */
    AS_DECLARED,
    /** They fit once taken for GCJ-02. */
    LIKELY_GCJ02,
    /** They fit once taken for BD-09. */
    LIKELY_BD09,
    /** Too few places, or they fit in no datum: the reference says nothing about them. */
    CANNOT_TELL
  }

  /**
   * Holds places against lines that are known to be WGS-84.
   *
   * @param declared a track of the area, or the border of an imported zone
   * @param known roads, or borders, that it ought to follow
   */
  public static Verdict of(List<Wgs84Point> declared, List<List<Wgs84Point>> known) {
    var edges = new ArrayList<Edge>();
    for (List<Wgs84Point> line : known) {
      for (int i = 0; i + 1 < line.size(); i++) {
        Edge edge = Rings.edge(line, i);
        if (!Rings.isPoint(edge)) edges.add(edge);
      }
    }
    if (declared.size() < LEAST_POINTS || edges.isEmpty()) return Verdict.CANNOT_TELL;
    var lines = new Edges(edges);
    double as = median(declared, lines, point -> point);
    if (as <= ON_UP_TO_METRES) return Verdict.AS_DECLARED;
    if (as < OFF_FROM_METRES) return Verdict.CANNOT_TELL;
    double gcj =
        median(declared, lines, p -> new Gcj02Point(p.latitude(), p.longitude()).toWgs84());
    double bd = median(declared, lines, p -> new Bd09Point(p.latitude(), p.longitude()).toWgs84());
    double best = Math.min(gcj, bd);
    if (best > ON_UP_TO_METRES || best > as / 3) return Verdict.CANNOT_TELL;
    return gcj <= bd ? Verdict.LIKELY_GCJ02 : Verdict.LIKELY_BD09;
  }

  private static double median(
      List<Wgs84Point> points, Edges lines, UnaryOperator<Wgs84Point> shift) {
    double[] metres = new double[points.size()];
    for (int i = 0; i < metres.length; i++) {
      Wgs84Point point = shift.apply(points.get(i));
      double y = point.latitude();
      metres[i] =
          lines.distance(
              point.longitude(), y, Earth.metresPerDegreeEast(y), Earth.metresPerDegreeNorth(y));
    }
    Arrays.sort(metres);
    return metres[metres.length / 2];
  }
}
