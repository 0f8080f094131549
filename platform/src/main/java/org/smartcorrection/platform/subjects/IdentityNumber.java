package org.smartcorrection.platform.subjects;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.smartcorrection.platform.subjects.Identity.Gender;

/**
 * A 公民身份号码 (GB 11643): six digits of a place, the birth date, three of an order whose last is odd
 * for men, and a check character (ISO 7064, MOD 11-2).
 */
public record IdentityNumber(String number, LocalDate born, Gender gender) {
  private static final Pattern FORM = Pattern.compile("\\d{17}[0-9X]");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";

  /** Reads a number; empty when it cannot be one. */
  public static Optional<IdentityNumber> of(String typed) {
    String number = typed.strip().toUpperCase(Locale.ROOT);
    if (!FORM.matcher(number).matches() || check(number) != number.charAt(17))
      return Optional.empty();
    try {
      LocalDate born = LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
      Gender gender = number.charAt(16) % 2 == 1 ? Gender.MALE : Gender.FEMALE;
      return Optional.of(new IdentityNumber(number, born, gender));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The check character that belongs to the first seventeen digits. */
  public static char check(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) sum += (number.charAt(i) - '0') * WEIGHTS[i];
    return CHECK.charAt(sum % 11);
  }

  @Override
  public String toString() {
    return "IdentityNumber[withheld]";
  }
}
