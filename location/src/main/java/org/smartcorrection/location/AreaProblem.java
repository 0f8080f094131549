package org.smartcorrection.location;

/**
 * What is wrong with a drawn area, and where, so that a page can point at it.
 *
 * @param kind what is wrong
 * @param polygon index of the polygon, -1 if it concerns the whole
 * @param ring 0 for the outline, then the holes; -1 if it concerns the whole polygon
 * @param vertex index of the point as drawn, -1 if it concerns the whole ring
 */
public record AreaProblem(Kind kind, int polygon, int ring, int vertex) {

  /** What can be wrong. */
  public enum Kind {
    /** No polygon at all. */
    EMPTY(true),
    /** A ring with fewer than three different points. */
    TOO_FEW_POINTS(true),
    /** More points than {@link PolygonArea#MOST_POINTS}. */
    TOO_MANY_POINTS(true),
    /** Two sides cross: which side is inside would be a guess. */
    SELF_INTERSECTING(true),
    /** A side spans half the globe, so it most likely crosses the date line. */
    CROSSES_DATE_LINE(true),
    /** A hole that does not lie in its outline. */
    HOLE_OUTSIDE(true),
    /** Smaller than a hectare: for a permitted area that is a disguised arrest (CCL 34). */
    TOO_SMALL(false),
    /** Larger than any prefecture: most likely a wrong file. */
    TOO_LARGE(false);

    private final boolean refuses;

    Kind(boolean refuses) {
      this.refuses = refuses;
    }

    /** Whether no area can be made of the drawing; otherwise it is a warning. */
    public boolean refuses() {
      return refuses;
    }
  }
}
