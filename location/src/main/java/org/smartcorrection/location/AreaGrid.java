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

  /** Of so many cells an area may be a part, on average; large or crowded ones make it coarser. */
  private static final int CELLS_EACH = 24;

  private static final int CELLS_FREE = 2_048;

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
    BoundingBox[] reaches = new BoundingBox[boxes.length];
    double least = 180;
    double lowest = 90;
    double most = -180;
    double highest = -90;
    for (int i = 0; i < boxes.length; i++) {
      BoundingBox reach = widened(boxes[i]);
      reaches[i] = reach;
      least = Math.min(least, reach.west());
      lowest = Math.min(lowest, reach.south());
      most = Math.max(most, reach.east());
      highest = Math.max(highest, reach.north());
    }
    west = least;
    south = lowest;
    double width = Math.max(most - least, 1e-9);
    double height = Math.max(highest - lowest, 1e-9);
    across = across(reaches, width, height);
    cellsEast = across / width;
    cellsNorth = across / height;
    begins = new int[across * across + 1];
    for (BoundingBox reach : reaches) eachCell(reach, cell -> begins[cell + 1]++);
    for (int cell = 0; cell < across * across; cell++) begins[cell + 1] += begins[cell];
    members = new int[begins[across * across]];
    int[] filled = begins.clone();
    for (int member : order) {
      eachCell(reaches[member], cell -> members[filled[cell]++] = member);
    }
  }

  private static int across(BoundingBox[] reaches, double width, double height) {
    int across =
        reaches.length < 4 ? 1 : Math.min(FINEST, 4 * (int) Math.sqrt((double) reaches.length));
    for (; across > 1; across /= 2) {
      double cells = 0;
      for (BoundingBox reach : reaches) {
        cells +=
            (1 + (reach.east() - reach.west()) * across / width)
                * (1 + (reach.north() - reach.south()) * across / height);
      }
      if (cells <= CELLS_FREE + CELLS_EACH * (double) reaches.length) break;
    }
    return across;
  }

  /** With the margin around it, as far as there are degrees. */
  private static BoundingBox widened(BoundingBox box) {
    double north = MARGIN_METRES / Earth.metresPerDegreeNorth(box.south());
    double farthest = Math.max(Math.abs(box.south()), Math.abs(box.north()));
    double east = MARGIN_METRES / Earth.metresPerDegreeEast(Math.min(farthest, 89.9)) * 1.01;
    return new BoundingBox(
        Math.max(-90, box.south() - north),
        Math.max(-180, box.west() - east),
        Math.min(90, box.north() + north),
        Math.min(180, box.east() + east));
  }

  private void eachCell(BoundingBox reach, IntConsumer cell) {
    int right = column(reach.east());
    int top = row(reach.north());
    for (int y = row(reach.south()); y <= top; y++) {
      for (int x = column(reach.west()); x <= right; x++) cell.accept(y * across + x);
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

  /** All of a cell, if it is an empty one. */
  CalmGround calm(int cell) {
    if (cell < 0 || begins[cell] != begins[cell + 1]) return CalmGround.NOWHERE;
    double row = Math.floorDiv(cell, across);
    double column = Math.floorMod(cell, across);
    return new CalmGround(
        west + column / cellsEast,
        south + row / cellsNorth,
        west + (column + 1) / cellsEast,
        south + (row + 1) / cellsNorth,
        MARGIN_METRES * 0.99);
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
