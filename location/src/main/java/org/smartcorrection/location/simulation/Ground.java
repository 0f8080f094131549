package org.smartcorrection.location.simulation;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.smartcorrection.location.CircleArea;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Validity;

/**
 * What was agreed and ruled for a simulated person.
 *
 * @param district where the correction is carried out
 * @param forbidden what a prohibition names, the margin around it included
 * @param office where the person has to be once a week
 * @param appointment on which day
 * @param from at which hour of the legal day
 * @param until until which hour
 * @param leaves when they may be away
 * @param leaveGround where to and which way, as ground beside the district
 * @param approvedDeadZones where a device is known to fall silent
 */
public record Ground(
    PolygonArea district,
    CircleArea forbidden,
    CircleArea office,
    DayOfWeek appointment,
    LocalTime from,
    LocalTime until,
    List<Validity> leaves,
    List<PolygonArea> leaveGround,
    List<CircleArea> approvedDeadZones) {

  /** Copies the lists. */
  public Ground {
    leaves = List.copyOf(leaves);
    leaveGround = List.copyOf(leaveGround);
    approvedDeadZones = List.copyOf(approvedDeadZones);
  }
}
