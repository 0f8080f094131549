package org.smartcorrection.location.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.location.PermittedZone;
import org.smartcorrection.location.Wgs84Point;

/**
 * Warnings about zones that are right one by one and absurd together, for whoever sets them. Areas
 * are compared by a grid of places in each.
 */
public final class TermsCheck {
  private static final int GRID = 12;
  private static final double LARGEST_FORBIDDEN_KILOMETRES = 20;
  private static final double SMALLEST_REQUIRED_METRES = 60;

  private TermsCheck() {}

  /**
   * What is odd, and about which zones.
   *
   * @param zone the id
   * @param other the other one's, or empty
   */
  public record Oddity(What what, String zone, String other) {}

  /** What can be odd. */
  public enum What {
    /** A forbidden zone takes most of the place of execution: a disguised arrest (CCL 34). */
    FORBIDDEN_COVERS_PERMITTED,
    /** A forbidden zone larger than any place that an order names. */
    FORBIDDEN_TOO_LARGE,
    /** Two forbidden zones overlap: one step, two questions. */
    FORBIDDEN_OVERLAP,
    /** Where the person has to be they may not be. */
    REQUIRED_NOT_PERMITTED,
    /** Where the person has to be they must not be. */
    REQUIRED_FORBIDDEN,
    /** The person has to be at two places at once. */
    REQUIRED_AT_TWO_PLACES,
    /** Smaller than a position is accurate. */
    REQUIRED_TOO_SMALL
  }

  /** Looks over what holds at an instant. */
  public static List<Oddity> of(Terms terms, Instant at) {
    var oddities = new ArrayList<Oddity>();
    terms.forbidden().forEach(zone -> checkForbidden(zone, terms, oddities));
    for (RequiredPresence zone : terms.required()) checkRequired(zone, terms, at, oddities);
    return List.copyOf(oddities);
  }

  private static void checkForbidden(ForbiddenZone zone, Terms terms, List<Oddity> oddities) {
    if (across(zone.area()) > LARGEST_FORBIDDEN_KILOMETRES * 1_000) {
      oddities.add(new Oddity(What.FORBIDDEN_TOO_LARGE, zone.id(), ""));
    }
    terms.permitted().stream()
        .flatMap(area -> area.zones().stream())
        .filter(base -> base.basis() == LegalBasis.PLACE_OF_EXECUTION)
        .filter(base -> share(base.area(), zone.area()) > 0.5)
        .forEach(
            base ->
                oddities.add(new Oddity(What.FORBIDDEN_COVERS_PERMITTED, zone.id(), base.id())));
    for (ForbiddenZone other : terms.forbidden()) {
      if (zone.id().compareTo(other.id()) < 0 && share(zone.area(), other.area()) > 0) {
        oddities.add(new Oddity(What.FORBIDDEN_OVERLAP, zone.id(), other.id()));
      }
    }
  }

  private static void checkRequired(
      RequiredPresence zone, Terms terms, Instant at, List<Oddity> oddities) {
    if (across(zone.area()) < SMALLEST_REQUIRED_METRES) {
      oddities.add(new Oddity(What.REQUIRED_TOO_SMALL, zone.id(), ""));
    }
    if (terms.permitted().isPresent()) {
      List<PermittedZone> grounds =
          terms.permitted().get().zones().stream()
              .filter(ground -> ground.during().holdsAt(at))
              .toList();
      if (!grounds.isEmpty()
          && grounds.stream().noneMatch(ground -> share(zone.area(), ground.area()) > 0.5)) {
        oddities.add(new Oddity(What.REQUIRED_NOT_PERMITTED, zone.id(), ""));
      }
    }
    for (ForbiddenZone forbidden : terms.forbidden()) {
      if (share(zone.area(), forbidden.area()) > 0) {
        oddities.add(new Oddity(What.REQUIRED_FORBIDDEN, zone.id(), forbidden.id()));
      }
    }
    for (RequiredPresence other : terms.required()) {
      if (zone.id().compareTo(other.id()) < 0
          && share(zone.area(), other.area()) == 0
          && atOnce(zone.schedule(), other.schedule())) {
        oddities.add(new Oddity(What.REQUIRED_AT_TWO_PLACES, zone.id(), other.id()));
      }
    }
  }

  private static boolean atOnce(Schedule one, Schedule other) {
    for (Schedule.Window a : one.windows()) {
      for (Schedule.Window b : other.windows()) {
        if (a.day() == b.day()
            && a.fromSecond() < b.untilSecond()
            && b.fromSecond() < a.untilSecond()) return true;
      }
    }
    return false;
  }

  /** Which share of one area lies in another. */
  private static double share(Area of, Area in) {
    BoundingBox box = of.bounds();
    int all = 0;
    int shared = 0;
    for (int i = 0; i < GRID; i++) {
      for (int j = 0; j < GRID; j++) {
        var point =
            new Wgs84Point(
                box.south() + (box.north() - box.south()) * (i + 0.5) / GRID,
                box.west() + (box.east() - box.west()) * (j + 0.5) / GRID);
        if (!of.contains(point)) continue;
        all++;
        if (in.contains(point)) shared++;
      }
    }
    return all == 0 ? 0 : (double) shared / all;
  }

  private static double across(Area area) {
    BoundingBox box = area.bounds();
    return new Wgs84Point(box.south(), box.west())
        .metresTo(new Wgs84Point(box.north(), box.east()));
  }
}
