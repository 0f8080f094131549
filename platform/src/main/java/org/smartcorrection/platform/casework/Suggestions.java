package org.smartcorrection.platform.casework;

import java.util.List;
import java.util.Locale;

/**
 * Values that a fact in words can take from a list which the installation keeps, such as the
 * districts and counties around it. Several are written one after the other.
 */
public interface Suggestions {
  /** What stands between several values: as the language of the law writes lists. */
  String SEPARATOR = "、";

  /** The values for a fact of this name; empty when there is no list for it. */
  List<Suggested> of(String fact);

  /**
   * One value.
   *
   * @param value as it is recorded, in the language of the law
   */
  record Suggested(String value, String nameEn) {
    /** As a reader's form shows it. */
    public String name(Locale locale) {
      return locale.getLanguage().equals("zh") ? value : nameEn;
    }
  }
}
