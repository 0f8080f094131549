package org.smartcorrection.platform.subjects;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why two records could be one human (rule H12): purely, from two opened identities. A likeness of
 * numbers counts only between alike names, for neighbours in a register have alike numbers too.
 */
public enum Alike {
  NAME_AND_BIRTH,
  /** The first seventeen digits are the same, and the check digit is not. */
  CHECK_DIGIT,
  /** One of the first seventeen digits is another. */
  ONE_DIGIT,
  /** Two neighbours of the first seventeen digits have changed places. */
  TRANSPOSED;

  /** The digits that say who it is; the eighteenth only checks them. */
  static final int BODY = 17;

  /** All that speaks for it; empty when nothing does. */
  public static Set<Alike> between(Identity one, Identity other) {
    var found = EnumSet.noneOf(Alike.class);
    if (name(one).equals(name(other)) && one.born().equals(other.born())) found.add(NAME_AND_BIRTH);
    @Nullable String first = body(one.identityNumber()).orElse(null);
    @Nullable String second = body(other.identityNumber()).orElse(null);
    if (first != null && second != null && namesAlike(one, other)) numbers(first, second, found);
    return found;
  }

  private static void numbers(String one, String other, Set<Alike> found) {
    int first = -1;
    int differing = 0;
    for (int i = 0; i < BODY; i++)
      if (one.charAt(i) != other.charAt(i)) {
        if (first < 0) first = i;
        differing++;
      }
    if (differing == 0) found.add(CHECK_DIGIT);
    if (differing == 1) found.add(ONE_DIGIT);
    if (differing == 2
        && one.charAt(first) == other.charAt(first + 1)
        && one.charAt(first + 1) == other.charAt(first)) found.add(TRANSPOSED);
  }

  /** The same name, the same sound, or half of the characters. */
  private static boolean namesAlike(Identity one, Identity other) {
    String first = name(one);
    String second = name(other);
    if (first.equals(second) || (!latin(one).isEmpty() && latin(one).equals(latin(other))))
      return true;
    long same = first.codePoints().filter(at -> second.indexOf(at) >= 0).count();
    return same * 2 >= Math.max(first.codePointCount(0, first.length()), 1);
  }

  /** The name without what is written now this way and now that. */
  static String name(Identity identity) {
    return identity.name().replaceAll("[\\s\\p{P}]", "").toLowerCase(Locale.ROOT);
  }

  private static String latin(Identity identity) {
    return identity.nameLatin().replaceAll("[\\s\\p{P}]", "").toLowerCase(Locale.ROOT);
  }

  /** The seventeen digits of something that has the form of an identity number. */
  static Optional<String> body(String number) {
    String plain = number.strip().toUpperCase(Locale.ROOT);
    return plain.matches("\\d{17}[0-9X]")
        ? Optional.of(plain.substring(0, BODY))
        : Optional.empty();
  }
}
