package org.smartcorrection.platform.subjects;

import java.time.LocalDate;
import java.util.Locale;

/**
 * Who a person is and how to reach them.
 *
 * @param nameLatin the name in Latin letters, for readers of English
 * @param identityNumber 公民身份号码, 18 characters
 */
public record Identity(
    String name,
    String nameLatin,
    Gender gender,
    LocalDate born,
    String identityNumber,
    String phone,
    String address) {
  /** As the identity document says. */
  public enum Gender {
    MALE,
    FEMALE
  }

  /** The name for a reader: people are named, never numbered. */
  public String name(Locale locale) {
    return locale.getLanguage().equals("zh") || nameLatin.isBlank() ? name : nameLatin;
  }

  /** The first character, for the monogram beside the name. */
  public String monogram() {
    return name.substring(0, name.offsetByCodePoints(0, 1));
  }

  @Override
  public String toString() {
    return "Identity[withheld]";
  }
}
