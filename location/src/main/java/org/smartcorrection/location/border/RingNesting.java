package org.smartcorrection.location.border;

import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.Wgs84Point;

/**
 * Which rings of a shape are outlines and which are holes in them: outlines run clockwise. A file
 * in which no ring does is taken to have outlines only.
 */
final class RingNesting {
  private RingNesting() {}

  static List<Polygon> polygons(List<List<Wgs84Point>> rings) {
    List<List<Wgs84Point>> outlines = rings.stream().filter(RingNesting::isClockwise).toList();
    if (outlines.isEmpty()) return rings.stream().map(Polygon::of).toList();
    List<List<List<Wgs84Point>>> holes = new ArrayList<>();
    outlines.forEach(_ -> holes.add(new ArrayList<>()));
    for (List<Wgs84Point> ring : rings) {
      if (!isClockwise(ring)) holes.get(around(ring, outlines)).add(ring);
    }
    var polygons = new ArrayList<Polygon>();
    for (int i = 0; i < outlines.size(); i++) {
      polygons.add(new Polygon(outlines.get(i), holes.get(i)));
    }
    return polygons;
  }

  /**
   * The outline around a hole; the first where none is, so that the check of the drawing names the
   * hole that lies outside.
   */
  private static int around(List<Wgs84Point> hole, List<List<Wgs84Point>> outlines) {
    for (int i = 0; i < outlines.size(); i++) {
      // a corner of a hole may lie on the outline, so most of them decide
      int within = 0;
      for (Wgs84Point corner : hole) if (surrounds(outlines.get(i), corner)) within++;
      if (2 * within > hole.size()) return i;
    }
    return 0;
  }

  private static boolean isClockwise(List<Wgs84Point> ring) {
    Wgs84Point first = ring.getFirst();
    double twice = 0;
    for (int i = 0; i < ring.size(); i++) {
      Wgs84Point a = ring.get(i);
      Wgs84Point b = ring.get((i + 1) % ring.size());
      twice +=
          (a.longitude() - first.longitude()) * (b.latitude() - first.latitude())
              - (b.longitude() - first.longitude()) * (a.latitude() - first.latitude());
    }
    return twice < 0;
  }

  private static boolean surrounds(List<Wgs84Point> ring, Wgs84Point point) {
    boolean inside = false;
    for (int i = 0; i < ring.size(); i++) {
      Wgs84Point a = ring.get(i);
      Wgs84Point b = ring.get((i + 1) % ring.size());
      boolean spans = a.latitude() > point.latitude() != b.latitude() > point.latitude();
      if (!spans) continue;
      double share = (point.latitude() - a.latitude()) / (b.latitude() - a.latitude());
      if (point.longitude() < a.longitude() + share * (b.longitude() - a.longitude())) {
        inside = !inside;
      }
    }
    return inside;
  }
}
