package org.smartcorrection.location.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.CircleArea;
import org.smartcorrection.location.LocalFrame;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Wgs84Point;

/** The ground of one simulated person: a district, and the places of a life. */
final class Town {
  private static final int CORNERS = 90;
  private static final double FORBIDDEN_RADIUS = 350;
  private static final double OFFICE_RADIUS = 150;
  private static final double NEAR_BORDER_SHARE = 0.25;
  private static final double STEP = 50;
  private static final double LEAST_AROUND = 3_000;

  final LocalFrame frame;
  final PolygonArea district;
  final PolygonArea farTown;
  final CircleArea forbidden;
  final CircleArea office;
  final List<CircleArea> deadZones = new ArrayList<>();
  final List<CircleArea> approvedDeadZones = new ArrayList<>();

  final Spot home;
  final Spot work;
  final List<Spot> errands = new ArrayList<>();
  final List<Spot> beyond = new ArrayList<>();
  final Spot officeDoor;
  final Spot forbiddenDoor;
  final Spot farSquare;

  private final double[] waves = new double[8];
  private final DoubleUnaryOperator border;
  private final double radius;

  /** A district of its own. */
  Town(long seed) {
    this(new Chance(seed).apart(1), null);
  }

  /** A life in a district that there is. */
  Town(long seed, PolygonArea district) {
    this(new Chance(seed).apart(1), district);
  }

  private Town(Chance chance, @Nullable PolygonArea given) {
    if (given == null) {
      frame =
          new LocalFrame(
              new Wgs84Point(30.5 + chance.uniform() * 1.5, 104 + chance.uniform() * 1.5));
      radius = chance.between(6_000, 9_000);
      for (int i = 0; i < waves.length; i++) waves[i] = chance.between(-1, 1);
      district = ring();
      border = this::wave;
    } else {
      frame = new LocalFrame(middle(given.bounds()));
      if (given.signedDistanceMetres(frame.origin()) > -LEAST_AROUND)
        throw new IllegalArgumentException("the middle is not well inside the district");
      district = given;
      border = this::march;
      radius = march(0);
    }
    home =
        chance.happens(NEAR_BORDER_SHARE)
            ? inside(chance, 120, 500)
            : inside(chance, 500, radius * 0.9);
    work = apartFrom(chance, home, 900, 300);
    for (int i = 0; i < 4; i++) errands.add(apartFrom(chance, home, 400, 150));
    officeDoor = apartFrom(chance, home, 800, 400);
    forbiddenDoor = farFromLife(chance);
    for (int i = 0; i < 3; i++) {
      double angle = chance.between(-Math.PI, Math.PI);
      beyond.add(Spot.polar(new Spot(0, 0), angle, reach(angle) + beyondBy(chance)));
    }
    farSquare = Spot.polar(new Spot(0, 0), chance.between(-Math.PI, Math.PI), 45_000);
    farTown = square(farSquare, 5_000);
    forbidden = new CircleArea(at(forbiddenDoor), FORBIDDEN_RADIUS);
    office = new CircleArea(at(officeDoor), OFFICE_RADIUS);
    if (chance.happens(0.3)) addDeadZone(chance);
  }

  Wgs84Point at(Spot spot) {
    return frame.pointAt(new LocalFrame.Offset(spot.x(), spot.y()));
  }

  /** A broad strip that leads to the far town. */
  PolygonArea way() {
    double length = home.to(farSquare);
    double aside = 2_500 / length;
    double x = (farSquare.y() - home.y()) * aside;
    double y = (home.x() - farSquare.x()) * aside;
    return PolygonArea.of(
        List.of(
            Polygon.of(
                List.of(
                    at(home.plus(x, y)),
                    at(farSquare.plus(x, y)),
                    at(farSquare.plus(-x, -y)),
                    at(home.plus(-x, -y))))));
  }

  private void addDeadZone(Chance chance) {
    double share = chance.between(0.35, 0.65);
    var between =
        new Spot(
            home.x() + (work.x() - home.x()) * share, home.y() + (work.y() - home.y()) * share);
    var zone = new CircleArea(at(between), chance.between(200, 600));
    deadZones.add(zone);
    if (chance.happens(0.5)) approvedDeadZones.add(zone);
  }

  private static double beyondBy(Chance chance) {
    return Math.clamp(chance.logNormal(2_000, 1.1), 250, 15_000);
  }

  private static Wgs84Point middle(BoundingBox box) {
    return new Wgs84Point((box.south() + box.north()) / 2, (box.west() + box.east()) / 2);
  }

  /** How far the border is from the middle in a direction. */
  private double reach(double angle) {
    return border.applyAsDouble(angle);
  }

  /** To the first step that leaves the district. */
  private double march(double angle) {
    double metres = STEP;
    while (district.signedDistanceMetres(at(Spot.polar(new Spot(0, 0), angle, metres))) < 0)
      metres += STEP;
    return metres;
  }

  private double wave(double angle) {
    double wave = 0;
    for (int i = 0; i < waves.length / 2; i++) {
      wave +=
          (waves[2 * i] * StrictMath.cos((i + 2) * angle)
                  + waves[2 * i + 1] * StrictMath.sin((i + 2) * angle))
              / (i + 3);
    }
    return radius * (1 + 0.25 * wave);
  }

  private PolygonArea ring() {
    var corners = new ArrayList<Wgs84Point>();
    for (int i = 0; i < CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      corners.add(at(Spot.polar(new Spot(0, 0), angle, wave(angle))));
    }
    return PolygonArea.of(List.of(Polygon.of(corners)));
  }

  private PolygonArea square(Spot middle, double half) {
    return PolygonArea.of(
        List.of(
            Polygon.of(
                List.of(
                    at(middle.plus(-half, -half)),
                    at(middle.plus(half, -half)),
                    at(middle.plus(half, half)),
                    at(middle.plus(-half, half))))));
  }

  /** A place so many metres inside the border. */
  private Spot inside(Chance chance, double least, double most) {
    while (true) {
      double angle = chance.between(-Math.PI, Math.PI);
      Spot spot =
          Spot.polar(
              new Spot(0, 0), angle, Math.max(0, reach(angle) - chance.between(least, most)));
      if (-district.signedDistanceMetres(at(spot)) >= least) return spot;
    }
  }

  private Spot apartFrom(Chance chance, Spot other, double metres, double depth) {
    while (true) {
      Spot spot = inside(chance, depth, radius * 0.9);
      if (spot.to(other) >= metres) return spot;
    }
  }

  private Spot farFromLife(Chance chance) {
    while (true) {
      Spot spot = inside(chance, 600, radius * 0.9);
      if (spot.to(home) > 1_200
          && spot.to(work) > 1_200
          && spot.to(officeDoor) > 1_200
          && errands.stream().allMatch(errand -> errand.to(spot) > 1_200)) return spot;
    }
  }
}
