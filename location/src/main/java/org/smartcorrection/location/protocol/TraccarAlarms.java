package org.smartcorrection.location.protocol;

import org.smartcorrection.location.supervision.Sign;
import org.smartcorrection.location.supervision.Signs;

/**
 * The alarms that Traccar names ({@code Position.ALARM_…}), one or several with commas between. Of
 * those about a vehicle's driving, zones of Traccar's own and whatever else is not in our list of
 * {@link Sign}s nothing is taken. An alarm that is not named is not denied.
 */
final class TraccarAlarms {
  private TraccarAlarms() {}

  static Signs and(Signs known, String alarms) {
    Signs signs = known;
    for (String alarm : alarms.split(",", Fields.MOST_VALUES)) signs = one(signs, alarm.strip());
    return signs;
  }

  private static Signs one(Signs signs, String alarm) {
    return switch (alarm) {
      case "tampering" -> signs.with(Sign.CASE_OPEN, true);
      case "removing" -> signs.with(Sign.STRAP_OPEN, true);
      case "jamming" -> signs.with(Sign.JAMMED, true);
      case "powerOff" -> signs.with(Sign.POWERING_OFF, true);
      case "powerCut" -> signs.with(Sign.CHARGING, false);
      case "movement" -> signs.with(Sign.MOVED, true);
      default -> signs; // the list is Traccar's, not ours
    };
  }
}
