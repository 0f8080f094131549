package org.smartcorrection.platform.organisation;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An administrative division: its code and names, without a border.
 *
 * @param code six digits down to the county (GB/T 2260), nine for a township or street (GB/T
 *     10114), twelve for a community or village
 */
public record Division(String code, String nameZh, String nameEn) {
  private static final Pattern CODE = Pattern.compile("[0-9]{6}|[0-9]{9}|[0-9]{12}");
  private static final int COUNTY = 6;

  /** Whether a text has the form of a code. */
  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /** The code of the county in which it lies, or which it is. */
  public String county() {
    return code.substring(0, COUNTY);
  }

  /** Whether it is small enough to be the area of an office: a township, a street or less. */
  public boolean local() {
    return code.length() > COUNTY;
  }

  public String name(Locale locale) {
    return locale.getLanguage().equals("zh") ? nameZh : nameEn;
  }
}
