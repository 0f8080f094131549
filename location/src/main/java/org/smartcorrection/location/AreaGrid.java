package org.smartcorrection.location;

import java.util.function.IntConsumer;

/**
 * A grid over the rectangles of many areas: of each cell, the areas that reach into it or come
 * close. One look says for most positions that there is nothing near. All cells lie in two arrays,
 * so that a look costs two reads of memory and not four.
 */
final class AreaGrid {
  /** Areas that are this close to a cell belong to it. */
  static final double MARGIN_METRES = 1_000;

  private static final int FINEST = 96;

  /** A place outside of the grid. */
  private static final int NOWHERE = -1;

  private final int across;
  private final double west;
  private final double south;
  private final double cellsEast; // a degree
  private final double cellsNorth;
  private final int[] begins; // of each cell in members; that of the next one is its end
  private final int[] members;

  /**
   * Over rectangles.
   *
   * @param order in which each cell names them
   */
  AreaGrid(BoundingBox[] boxes, int[] order) {
    double least = 180;
    double lowest = 90;
    double most = -180;
    double highest = -90;
    for (BoundingBox box : boxes) {
      least = Math.min(least, box.west() - east(box));
      lowest = Math.min(lowest, box.south() - north(box));
      most = Math.max(most, box.east() + east(box));
      highest = Math.max(highest, box.north() + north(box));
    }
    across = boxes.length < 4 ? 1 : Math.min(FINEST, 4 * (int) Math.sqrt(boxes.length));
    west = least;
    south = lowest;
    cellsEast = across / (most - least);
    cellsNorth = across / (highest - lowest);
    begins = new int[across * across + 1];
    for (BoundingBox box : boxes) eachCell(box, cell -> begins[cell + 1]++);
    for (int cell = 0; cell < across * across; cell++) begins[cell + 1] += begins[cell];
    members = new int[begins[across * across]];
    int[] filled = begins.clone();
    for (int member : order) {
      eachCell(boxes[member], cell -> members[filled[cell]++] = member);
    }
  }

  private static double north(BoundingBox box) {
    return MARGIN_METRES / Earth.metresPerDegreeNorth(box.south());
  }

  private static double east(BoundingBox box) {
    double farthest = Math.max(Math.abs(box.south()), Math.abs(box.north()));
    return MARGIN_METRES / Earth.metresPerDegreeEast(Math.min(farthest, 89.9)) * 1.01;
  }

  private void eachCell(BoundingBox box, IntConsumer cell) {
    int right = column(box.east() + east(box));
    int top = row(box.north() + north(box));
    for (int y = row(box.south() - north(box)); y <= top; y++) {
      for (int x = column(box.west() - east(box)); x <= right; x++) cell.accept(y * across + x);
    }
  }

  private int column(double longitude) {
    return Math.clamp((int) Math.floor((longitude - west) * cellsEast), 0, across - 1);
  }

  private int row(double latitude) {
    return Math.clamp((int) Math.floor((latitude - south) * cellsNorth), 0, across - 1);
  }

  /** The cell of a place; a negative number if no area is within the margin of it. */
  int cell(Wgs84Point point) {
    double x = (point.longitude() - west) * cellsEast;
    double y = (point.latitude() - south) * cellsNorth;
    if (!(x >= 0 && y >= 0 && x <= across && y <= across)) return NOWHERE;
    return Math.min((int) y, across - 1) * across + Math.min((int) x, across - 1);
  }

  /** The first of a cell's areas, for {@link #member}: those within the margin, perhaps others. */
  int begin(int cell) {
    return cell < 0 ? 0 : begins[cell];
  }

  /** Behind the last of them. */
  int end(int cell) {
    return cell < 0 ? 0 : begins[cell + 1];
  }

  /** Which area it is, by its place among the rectangles. */
  int member(int at) {
    return members[at];
  }
}
