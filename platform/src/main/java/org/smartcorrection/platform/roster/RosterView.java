package org.smartcorrection.platform.roster;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.springframework.stereotype.Component;

/** The turns of some days as a table. */
@Component
class RosterView {
  private final Roster roster;
  private final OnDuty onDuty;
  private final DutyNumbers numbers;
  private final DutyHours hours;

  RosterView(Roster roster, OnDuty onDuty, DutyNumbers numbers, DutyHours hours) {
    this.roster = roster;
    this.onDuty = onDuty;
    this.numbers = numbers;
    this.hours = hours;
  }

  /** A day with its two turns. */
  record Row(LocalDate day, Turn dayTurn, Turn night) {}

  /**
   * One turn.
   *
   * @param officer absent where nobody has it
   * @param silent whether the officer has stated no telephone, and cannot be called
   */
  record Turn(
      @Nullable String officer,
      @Nullable String deputy,
      boolean now,
      boolean over,
      boolean silent) {}

  List<Row> of(AgencyId custody, LocalDate first, int days, Locale locale) {
    List<Duty> duties = roster.between(custody, first, first.plusDays(days - 1L));
    Map<Shift, Duty> byShift = new HashMap<>();
    duties.forEach(duty -> byShift.put(duty.shift(), duty));
    Map<AccountId, String> names = onDuty.names(duties, locale);
    Set<AccountId> reachable =
        numbers.known(
            duties.stream()
                .map(Duty::officer)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Shift now = hours.now(custody);
    return Stream.iterate(first, day -> day.plusDays(1))
        .limit(days)
        .map(
            day ->
                new Row(
                    day,
                    turn(new Shift(day, Shift.Half.DAY), byShift, names, reachable, now),
                    turn(new Shift(day, Shift.Half.NIGHT), byShift, names, reachable, now)))
        .toList();
  }

  private static Turn turn(
      Shift shift,
      Map<Shift, Duty> duties,
      Map<AccountId, String> names,
      Set<AccountId> reachable,
      Shift now) {
    @Nullable Duty duty = duties.get(shift);
    @Nullable AccountId officer = duty == null ? null : duty.officer();
    return new Turn(
        OnDuty.name(names, officer),
        OnDuty.name(names, duty == null ? null : duty.deputy()),
        shift.equals(now),
        over(shift, now),
        officer != null && !reachable.contains(officer));
  }

  /** Whether it ended before the turn that goes on. */
  static boolean over(Shift shift, Shift now) {
    return shift.day().isBefore(now.day())
        || (shift.day().equals(now.day())
            && shift.half() == Shift.Half.DAY
            && now.half() == Shift.Half.NIGHT);
  }
}
