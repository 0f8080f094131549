package org.smartcorrection.platform.tracking;

import java.util.List;

/**
 * The zones of a person, as the acts about them add up.
 *
 * @param permitted where they may be
 * @param set where they must not be, have to be, or where their device is silent
 */
record Zones(List<Zone> permitted, List<SetZone> set) {
  Zones {
    permitted = List.copyOf(permitted);
    set = List.copyOf(set);
  }
}
