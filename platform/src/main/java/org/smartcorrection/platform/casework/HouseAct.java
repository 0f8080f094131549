package org.smartcorrection.platform.casework;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An official act by which an agency orders its own house, such as that it sets up a committee.
 * What it says stands in the rows of the module that it belongs to.
 *
 * @param type its name is the message {@code act.<type>}
 * @param says what the ledger fixes of it, by name
 */
public record HouseAct(Made made, String type, SortedMap<String, String> says)
    implements AgencyAct {
  public HouseAct {
    says = Collections.unmodifiableSortedMap(new TreeMap<>(says));
  }

  /** Nobody is asked for one. */
  @Override
  public String reason() {
    return "";
  }
}
