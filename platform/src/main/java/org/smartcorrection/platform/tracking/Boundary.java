package org.smartcorrection.platform.tracking;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.smartcorrection.location.Datum;

/**
 * A version of the border of an administrative area, as the site imported it.
 *
 * @param code of GB/T 2260, 6 digits; 9 for a town or street
 * @param corners how many the border has here
 * @param toleranceMetres how far out ground was added at most when corners were left out
 * @param origin who made the data
 */
record Boundary(
    String code,
    int version,
    String name,
    LocalDate validFrom,
    int corners,
    int toleranceMetres,
    Datum datum,
    String origin,
    String licence) {
  private static final Pattern CODE = Pattern.compile("\\d{6}(\\d{3})?");

  static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }
}
