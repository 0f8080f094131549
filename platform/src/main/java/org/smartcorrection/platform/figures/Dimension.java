package org.smartcorrection.platform.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.Identity;

/** By what people are divided in the tables. */
@SuppressWarnings("ImmutableEnumChecker") // the list is never written
enum Dimension {
  CATEGORY("c.category", "choice", names(Summary.Category.values())),
  SEX("c.sex", "choice", names(Identity.Gender.values())),
  AGE("", "figures.age", List.of("MINOR", "UP_TO_45", "UP_TO_60", "OLDER")),
  LEVEL("s.level", "figures.level", names(Summary.Level.values())),
  OFFENCE("c.offence", "figures.offence", names(Offence.values())),
  /** How it began or ended; only of those who came or went. */
  HOW(
      "",
      "figures.how",
      Stream.concat(
              Arrays.stream(Counting.Began.values()).map(Enum::name),
              Arrays.stream(Counting.Ended.values()).map(Enum::name))
          .distinct()
          .toList());

  /** The value of whoever's identity is not known any more. */
  static final String UNKNOWN = "UNKNOWN";

  private final String column;
  private final String prefix;
  private final List<String> groups;

  Dimension(String column, String prefix, List<String> groups) {
    this.column = column;
    this.prefix = prefix;
    this.groups = List.copyOf(groups);
  }

  List<String> groups() {
    return groups;
  }

  /** The groups of a table's rows; the unknown one stands where somebody has it. */
  List<String> groups(boolean unknown) {
    return unknown ? Stream.concat(groups.stream(), Stream.of(UNKNOWN)).toList() : groups;
  }

  boolean knows(String value) {
    return value.equals(UNKNOWN) || groups.contains(value);
  }

  Text label(String value) {
    if (value.equals(UNKNOWN)) return Text.of("figures.unknown");
    return Text.of(prefix + "." + value);
  }

  /** What the database groups by, in one column of the tables. */
  String sql(Column in) {
    String value =
        switch (this) {
          case AGE ->
              """
              case when c.minor_until is null then null when c.minor_until > %1$s then 'MINOR'
                when c.minor_until + interval '28 years' > %1$s then 'UP_TO_45'
                when c.minor_until + interval '43 years' > %1$s then 'UP_TO_60' else 'OLDER' end
              """
                  .formatted(in.day());
          case HOW ->
              switch (in) {
                case CAME -> "s.began";
                case WENT -> "s.ended";
                case BEGINNING, END -> "null::text";
              };
          case CATEGORY, SEX, LEVEL, OFFENCE -> column;
        };
    return "coalesce(" + value + ", '" + UNKNOWN + "')";
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }
}
