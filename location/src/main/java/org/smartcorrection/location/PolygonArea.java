package org.smartcorrection.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Edges.Edge;

/**
 * One or several polygons with holes, taken together: a line between two of them that touch is no
 * border. Made by {@link #draw}, which checks the drawing; then immutable and ready for millions of
 * questions. Two of the same drawing are equal.
 */
public final class PolygonArea implements Area {
  /** More points than the most detailed county border has. */
  public static final int MOST_POINTS = 200_000;

  private final byte[] packed;
  private final BoundingBox bounds;

  /** Laid out when they are first asked for: of a thousand zones most never are. */
  private @Nullable Sides sides;

  /** Safe to be made twice, and to be seen by whichever thread. */
  private record Sides(List<Edges> parts, Edges border) {
    static Sides of(List<Polygon> polygons) {
      List<List<Edge>> sides = polygons.stream().map(Rings::edges).toList();
      List<Edges> parts = sides.stream().map(Edges::new).toList();
      return new Sides(parts, parts.size() == 1 ? parts.getFirst() : UnionBorder.of(sides));
    }
  }

  private PolygonArea(byte[] packed, BoundingBox bounds) {
    this.packed = packed;
    this.bounds = bounds;
  }

  private static PolygonArea lookedOver(List<Polygon> polygons) {
    return new PolygonArea(PackedRings.of(polygons), Rings.bounds(polygons));
  }

  /**
   * Of a drawing that was looked over when it was stored.
   *
   * @param packed by {@link #packed}, not to be changed any more
   */
  static PolygonArea stored(byte[] packed, BoundingBox bounds) {
    return new PolygonArea(packed, bounds);
  }

  /** What {@link #polygons} unpacks; not to be changed. */
  byte[] packed() {
    return packed;
  }

  private Sides sides() {
    Sides known = sides;
    if (known == null) {
      known = Sides.of(polygons());
      sides = known;
    }
    return known;
  }

  /** Checks a drawing and makes an area of it, or says what is wrong with it and where. */
  public static Drawing draw(List<Polygon> polygons) {
    List<AreaProblem> problems = AreaCheck.of(polygons);
    if (problems.stream().anyMatch(problem -> problem.kind().refuses())) {
      return new Drawing.Refused(problems);
    }
    return new Drawing.Drawn(lookedOver(polygons), problems);
  }

  /**
   * As {@link #draw} for shapes that are known to be right, such as stored ones.
   *
   * @throws IllegalArgumentException if they are not
   */
  public static PolygonArea of(List<Polygon> polygons) {
    return switch (draw(polygons)) {
      case Drawing.Drawn drawn -> drawn.area();
      case Drawing.Refused refused ->
          throw new IllegalArgumentException("no area: " + refused.problems());
    };
  }

  /** A rectangle as an area. */
  public static PolygonArea of(BoundingBox box) {
    return of(List.of(Polygon.of(box)));
  }

  /** Several areas as one, such as the districts of one urban area (M17). */
  public static PolygonArea union(List<PolygonArea> areas) {
    var all = new ArrayList<Polygon>();
    areas.forEach(area -> all.addAll(area.polygons()));
    return of(all);
  }

  /** The polygons as drawn, unpacked for whoever asks. */
  public List<Polygon> polygons() {
    return PackedRings.polygons(packed);
  }

  @Override
  public double signedDistanceMetres(Wgs84Point point) {
    return signedDistanceMetres(point, Earth.degree(point.latitude()));
  }

  double signedDistanceMetres(Wgs84Point point, Earth.Degree degree) {
    double x = point.longitude();
    double y = point.latitude();
    Sides all = sides();
    double distance = all.border.distance(x, y, degree.east(), degree.north());
    return bounds.contains(point) && UnionBorder.inAny(all.parts, x, y) ? -distance : distance;
  }

  @Override
  public BoundingBox bounds() {
    return bounds;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PolygonArea area && Arrays.equals(packed, area.packed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }

  /** What became of a drawing. */
  public sealed interface Drawing {
    /** An area, perhaps with warnings (its size). */
    record Drawn(PolygonArea area, List<AreaProblem> warnings) implements Drawing {}

    /** No area can be made of it. */
    record Refused(List<AreaProblem> problems) implements Drawing {}
  }
}
