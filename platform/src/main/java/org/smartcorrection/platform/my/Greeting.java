package org.smartcorrection.platform.my;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.procedure.LegalCalendar;

/** How a person is addressed: by family name, with Mr or Ms (先生, 女士). */
final class Greeting {
  private static final Set<String> OF_TWO_CHARACTERS =
      Set.of("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯");

  private Greeting() {}

  /** Good morning, Ms He; 何女士，上午好. */
  static Text of(Identity identity, Instant now, Locale locale) {
    return Text.of("my.hello." + partOfDay(now), name(identity, locale));
  }

  /** Ms He; 何女士. */
  static Text name(Identity identity, Locale locale) {
    String title = identity.gender() == Identity.Gender.FEMALE ? "my.ms" : "my.mr";
    return Text.of(title, Text.literal(familyName(identity, locale)));
  }

  private static String familyName(Identity identity, Locale locale) {
    if (!locale.getLanguage().equals("zh") && !identity.nameLatin().isBlank()) {
      String latin = identity.nameLatin().strip();
      int space = latin.indexOf(' ');
      return space < 0 ? latin : latin.substring(0, space);
    }
    String name = identity.name();
    boolean two = name.length() > 2 && OF_TWO_CHARACTERS.contains(name.substring(0, 2));
    return two ? name.substring(0, 2) : identity.monogram();
  }

  private static String partOfDay(Instant now) {
    LocalTime time = now.atZone(LegalCalendar.ZONE).toLocalTime();
    if (time.isBefore(LocalTime.NOON)) return "morning";
    return time.isBefore(LocalTime.of(18, 0)) ? "afternoon" : "evening";
  }
}
