package org.smartcorrection.location.demo;

import static org.smartcorrection.location.demo.RoughLine.STEPS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.smartcorrection.location.LocalFrame;
import org.smartcorrection.location.LocalFrame.Offset;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.demo.RoughLine.Spot;

/**
 * Draws the invented district of the demo: its border, towns, urban area, river, roads and the
 * county next to it. Neighbours share their border point by point.
 */
final class DistrictDrawing {
  static final LocalFrame FRAME = new LocalFrame(new Wgs84Point(31.2, 104.6));
  private static final double METRES_PER_UNIT = 21;
  private static final Spot CENTRE = new Spot(505, 365);

  private static final List<Spot> BORDER =
      spots(
          150, 210, 240, 120, 350, 145, 430, 70, 570, 95, 650, 160, 770, 140, 850, 225, 815, 325,
          880, 420, 815, 530, 690, 570, 600, 650, 470, 615, 370, 660, 250, 585, 215, 470, 120, 400,
          165, 300);
  private static final List<Spot> URBAN =
      spots(
          390, 360, 420, 290, 500, 265, 590, 235, 680, 190, 745, 165, 778, 192, 745, 232, 670, 270,
          620, 330, 600, 400, 560, 450, 480, 470, 410, 430);
  private static final List<Spot> BEYOND =
      spots(815, 530, 960, 720, 1220, 640, 1300, 400, 1250, 100, 1000, -60, 700, -40, 650, 160);
  private static final List<Spot> RIVER =
      spots(40, 380, 215, 400, 360, 330, 505, 420, 640, 380, 760, 440, 960, 400);
  private static final List<Spot> WANBAI_ROAD =
      spots(100, 560, 330, 480, 505, 365, 640, 250, 900, 130, 1150, 20);
  private static final List<Spot> QINGYUN_ROAD =
      spots(430, 40, 470, 240, 505, 365, 560, 500, 600, 690);

  // where the lines between the towns meet the border: indexes of its corners
  private static final int NORTH = 3;
  private static final int EAST = 8;
  private static final int SOUTH = 12;
  private static final int WEST = 18;

  private final Map<String, List<Wgs84Point>> areas = new LinkedHashMap<>();
  private final Map<String, List<Wgs84Point>> lines = new LinkedHashMap<>();

  DistrictDrawing() {
    List<Spot> border = RoughLine.ring(BORDER, 0.14, 21);
    areas.put("district", places(border));
    areas.put("urban-area", places(RoughLine.ring(URBAN, 0.10, 33)));
    List<Spot> north = townLine(NORTH, 4);
    List<Spot> east = townLine(EAST, 5);
    List<Spot> south = townLine(SOUTH, 6);
    List<Spot> west = townLine(WEST, 7);
    areas.put("liutang", places(town(border, west, WEST, NORTH, north)));
    areas.put("dongli", places(town(border, north, NORTH, EAST, east)));
    areas.put("bailuzhou", places(town(border, east, EAST, SOUTH, south)));
    areas.put("yunqiao", places(town(border, south, SOUTH, WEST, west)));
    var baishi = new ArrayList<>(arc(border, 5, 10));
    List<Spot> beyond = RoughLine.line(BEYOND, 0.12, 17);
    baishi.addAll(beyond.subList(1, beyond.size()));
    areas.put("baishi", places(baishi));
    lines.put("river", places(RoughLine.line(RIVER, 0.16, 9)));
    lines.put("wanbai-road", places(RoughLine.line(WANBAI_ROAD, 0.04, 12)));
    lines.put("qingyun-road", places(RoughLine.line(QINGYUN_ROAD, 0.04, 14)));
  }

  /** Outlines, closed, by name. */
  Map<String, List<Wgs84Point>> areas() {
    return areas;
  }

  /** River and roads by name. */
  Map<String, List<Wgs84Point>> lines() {
    return lines;
  }

  PolygonArea area(String name) {
    return PolygonArea.of(List.of(Polygon.of(outline(name))));
  }

  List<Wgs84Point> outline(String name) {
    return Objects.requireNonNull(areas.get(name), name);
  }

  /** A place given on the drawing sheet. */
  static Wgs84Point place(double x, double y) {
    Wgs84Point exact =
        FRAME.pointAt(
            new Offset((x - CENTRE.x()) * METRES_PER_UNIT, (CENTRE.y() - y) * METRES_PER_UNIT));
    return new Wgs84Point(rounded(exact.latitude()), rounded(exact.longitude()));
  }

  /** To the centimetre that the file keeps. */
  private static double rounded(double degrees) {
    return Math.round(degrees * 1e7) / 1e7;
  }

  private static List<Spot> townLine(int corner, long seed) {
    return RoughLine.line(List.of(CENTRE, BORDER.get(corner)), 0.13, seed);
  }

  /** From the centre out along one line, along the border, and back along the other line. */
  private static List<Spot> town(
      List<Spot> border, List<Spot> out, int from, int to, List<Spot> back) {
    var town = new ArrayList<>(out.subList(0, out.size() - 1));
    town.addAll(arc(border, from, to));
    town.addAll(back.reversed().subList(1, back.size()));
    return town;
  }

  /** The border from one corner to another, both included. */
  private static List<Spot> arc(List<Spot> border, int from, int to) {
    if (from < to) return border.subList(from * STEPS, to * STEPS + 1);
    var arc = new ArrayList<>(border.subList(from * STEPS, border.size() - 1));
    arc.addAll(border.subList(0, to * STEPS + 1));
    return arc;
  }

  private static List<Wgs84Point> places(List<Spot> spots) {
    return spots.stream().map(spot -> place(spot.x(), spot.y())).toList();
  }

  private static List<Spot> spots(double... numbers) {
    var spots = new ArrayList<Spot>();
    for (int i = 0; i < numbers.length; i += 2) spots.add(new Spot(numbers[i], numbers[i + 1]));
    return spots;
  }
}
