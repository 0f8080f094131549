package org.smartcorrection.location;

import java.util.Arrays;

/**
 * A grid over the rectangles of many areas: of each cell, the areas that reach into it or come
 * close. One look says for most positions that there is nothing near.
 */
final class AreaGrid {
  /** Areas that are this close to a cell belong to it. */
  static final double MARGIN_METRES = 1_000;

  private static final int FINEST = 96;
  private static final int[] NONE = {};

  private final int across;
  private final double west;
  private final double south;
  private final double cellsEast; // a degree
  private final double cellsNorth;
  private final int[][] cells;

  AreaGrid(BoundingBox[] boxes) {
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
    cells = new int[across * across][];
    Arrays.fill(cells, NONE);
    for (int i = 0; i < boxes.length; i++) add(i, boxes[i]);
  }

  private static double north(BoundingBox box) {
    return MARGIN_METRES / Earth.metresPerDegreeNorth(box.south());
  }

  private static double east(BoundingBox box) {
    double farthest = Math.max(Math.abs(box.south()), Math.abs(box.north()));
    return MARGIN_METRES / Earth.metresPerDegreeEast(Math.min(farthest, 89.9)) * 1.01;
  }

  private void add(int place, BoundingBox box) {
    int right = column(box.east() + east(box));
    int top = row(box.north() + north(box));
    for (int x = column(box.west() - east(box)); x <= right; x++) {
      for (int y = row(box.south() - north(box)); y <= top; y++) {
        int[] cell = cells[y * across + x];
        int[] more = Arrays.copyOf(cell, cell.length + 1);
        more[cell.length] = place;
        cells[y * across + x] = more;
      }
    }
  }

  private int column(double longitude) {
    return Math.clamp((int) Math.floor((longitude - west) * cellsEast), 0, across - 1);
  }

  private int row(double latitude) {
    return Math.clamp((int) Math.floor((latitude - south) * cellsNorth), 0, across - 1);
  }

  /** The areas within the margin of a place, and perhaps others. */
  int[] around(Wgs84Point point) {
    double x = (point.longitude() - west) * cellsEast;
    double y = (point.latitude() - south) * cellsNorth;
    if (!(x >= 0 && y >= 0 && x <= across && y <= across)) return NONE;
    return cells[Math.min((int) y, across - 1) * across + Math.min((int) x, across - 1)];
  }
}
