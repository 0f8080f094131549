package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Explanation;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.Step;

/**
 * Who decides on a leave (rules M19, M20; Implementation Measures 27).
 *
 * <p>Both ends of a leave count (D6). How the two-month window is counted is not stated; our
 * reading: the leave days that fall within the calendar months that end on the last day of the
 * leave applied for, each day once.
 *
 * @param days the days of the leave itself
 * @param window the months looked at
 * @param daysInWindow the days of this leave and earlier ones within it
 */
public record LeaveTier(
    Tier tier, long days, DayRange window, long daysInWindow, Explanation explanation) {

  /** From the lowest to the highest. */
  public enum Tier {
    OFFICE,
    AGENCY,
    ONE_LEVEL_UP;

    /** Who has the power; the agency may decide what it entrusted to the office. */
    public boolean mayDecide(Role role) {
      return switch (this) {
        case OFFICE -> role == Role.JUDICIAL_OFFICE || role == Role.AGENCY_OFFICER;
        case AGENCY -> role == Role.AGENCY_OFFICER || role == Role.BUREAU_HEAD;
        case ONE_LEVEL_UP -> role == Role.CITY_AGENCY;
      };
    }
  }

  /**
   * Finds the tier.
   *
   * @param earlier leaves granted before; others than this one
   * @param entrusted whether the office has been entrusted (L04)
   */
  public static LeaveTier of(
      DayRange leave, List<DayRange> earlier, boolean entrusted, Rules rules) {
    int months = rules.rule("M20").number("windowMonths");
    int mostDays = rules.rule("M20").number("days");
    DayRange window = window(leave.last(), months);
    long inWindow = daysWithin(window, leave, earlier);
    Tier tier;
    if (leave.length() > mostDays || inWindow > mostDays) tier = Tier.ONE_LEVEL_UP;
    else if (leave.length() <= rules.rule("M19").number("officeDays") && entrusted) {
      tier = Tier.OFFICE;
    } else tier = Tier.AGENCY;
    var explanation =
        new Explanation(
            List.of(
                Step.of("leave.days", List.of(new Arg.Count(leave.length())), "D6"),
                Step.of(
                    "leave.window",
                    List.of(
                        new Arg.Count(inWindow),
                        new Arg.Day(window.first()),
                        new Arg.Day(window.last())),
                    "M20"),
                Step.of(
                    "leave.tier",
                    List.of(new Arg.Named("tier." + tier.name())),
                    tier == Tier.ONE_LEVEL_UP ? "M20" : "M19")));
    return new LeaveTier(tier, leave.length(), window, inWindow, explanation);
  }

  /**
   * Finds the tier of a leave from what was stated of it.
   *
   * @throws IllegalArgumentException when it ends before it begins
   */
  public static LeaveTier of(Map<String, Fact> facts, Rules rules) {
    if (!(facts.get("firstDay") instanceof Fact.Day(var first))
        || !(facts.get("lastDay") instanceof Fact.Day(var last)))
      throw new IllegalArgumentException("a leave states its days");
    List<DayRange> earlier =
        facts.get("earlier") instanceof Fact.Ranges(var ranges) ? ranges : List.of();
    boolean entrusted = facts.get("entrusted") instanceof Fact.Flag(var is) && is;
    return of(new DayRange(first, last), earlier, entrusted, rules);
  }

  private static DayRange window(LocalDate last, int months) {
    return new DayRange(last.plusDays(1).minusMonths(months), last);
  }

  private static long daysWithin(DayRange window, DayRange leave, List<DayRange> earlier) {
    var days = new HashSet<LocalDate>();
    Stream.concat(Stream.of(leave), earlier.stream())
        .filter(window::overlaps)
        .flatMap(DayRange::days)
        .filter(day -> !day.isBefore(window.first()) && !day.isAfter(window.last()))
        .forEach(days::add);
    return days.size();
  }
}
