package org.smartcorrection.platform.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.Validity;
import org.smartcorrection.location.supervision.DeadZone;
import org.smartcorrection.location.supervision.ForbiddenZone;
import org.smartcorrection.location.supervision.PresenceBasis;
import org.smartcorrection.location.supervision.RequiredPresence;
import org.smartcorrection.location.supervision.Schedule;

/**
 * Ground that is forbidden to a person, where they have to be, or where their device is silent, as
 * an act set it.
 *
 * @param instance the run of the procedure it comes from
 * @param name as the officer named it
 * @param basis of a presence, from the closed list; empty for the other kinds
 * @param during while it is in force
 * @param hours of the week, as the act states them
 * @param span the grace of a presence, the longest silence of a dead zone; otherwise zero
 * @param admitted stretches for which the agency admitted the person
 */
record SetZone(
    UUID instance,
    ZoneKind kind,
    String name,
    String basis,
    Validity during,
    String hours,
    Schedule schedule,
    Area area,
    Duration span,
    List<Validity> admitted) {
  SetZone {
    admitted = List.copyOf(admitted);
  }

  ForbiddenZone forbidden() {
    return new ForbiddenZone(
        instance.toString(), kind.prohibition().orElseThrow(), during, schedule, area, admitted);
  }

  /**
   * Where the person has to be.
   *
   * @param leaves that were granted: nobody has to be anywhere during one
   */
  RequiredPresence required(List<Validity> leaves) {
    Schedule but = schedule;
    for (Validity leave : leaves) but = but.suspended(leave);
    return new RequiredPresence(
        instance.toString(), PresenceBasis.valueOf(basis), during, but, area, span);
  }

  /** A dead zone as the library knows it, which has no times of its own. */
  DeadZone silent() {
    return new DeadZone(instance.toString(), area, span);
  }

  public boolean holdsAt(Instant at) {
    return during.holdsAt(at);
  }

  /** The rule on which it rests. */
  String rule() {
    return kind.rule(basis);
  }

  /** Its outline for a map. */
  List<Polygon> polygons() {
    return GroundForm.outlines(area);
  }
}
