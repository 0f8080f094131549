package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.roster.DutyHours;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What being on duty is: alarms by day and by night, how soon acknowledged, how many false. */
@Controller
class WorkloadFigures {
  private static final List<Integer> DAYS = List.of(7, 30, 90);
  private static final int USUAL = 30;
  private static final double WIDTH = 100;

  private final Workload workload;
  private final DutyHours hours;
  private final Accounts accounts;
  private final Jurisdiction jurisdiction;
  private final Clock clock;

  WorkloadFigures(
      Workload workload,
      DutyHours hours,
      Accounts accounts,
      Jurisdiction jurisdiction,
      Clock clock) {
    this.workload = workload;
    this.hours = hours;
    this.accounts = accounts;
    this.jurisdiction = jurisdiction;
    this.clock = clock;
  }

  /**
   * A row of the table and its bar.
   *
   * @param name absent for what nobody has acknowledged
   * @param minutes until half were acknowledged
   * @param errors share of those with a finding that were errors, 0 to 1; absent without a finding
   * @param dayWidth of the bar, in per cent of the longest, as {@code nightWidth}
   */
  record Line(
      @Nullable String name,
      int all,
      int day,
      int night,
      double nightShare,
      @Nullable Long minutes,
      int found,
      @Nullable Double errors,
      double dayWidth,
      double nightWidth) {
    static Line of(Workload.Row row, @Nullable String name, int most) {
      double unit = most == 0 ? 0 : WIDTH / most;
      return new Line(
          name,
          row.all(),
          row.day(),
          row.night(),
          row.all() == 0 ? 0 : row.night() / (double) row.all(),
          row.half() == null ? null : row.half().toMinutes(),
          row.found(),
          row.found() == 0 ? null : row.errors() / (double) row.found(),
          row.day() * unit,
          row.night() * unit);
    }
  }

  @GetMapping("/console/alarms/figures")
  String page(@RequestParam @Nullable String days, Model model, Locale locale) {
    AgencyId custody = jurisdiction.custody(Present.actor());
    int chosen = DAYS.stream().filter(one -> one.toString().equals(days)).findFirst().orElse(USUAL);
    Instant now = clock.instant();
    Instant from = LegalCalendar.startOf(LegalCalendar.legalDay(now).minusDays(chosen - 1L));
    var turns = hours.hours(custody, LegalCalendar.legalDay(now));
    List<Workload.Row> rows = workload.of(custody, from, now, turns);
    Map<AccountId, Accounts.StaffName> names =
        accounts.names(rows.stream().map(Workload.Row::officer).filter(Objects::nonNull).toList());
    int most = rows.stream().mapToInt(Workload.Row::all).max().orElse(0);
    model.addAttribute(
        "lines", rows.stream().map(row -> Line.of(row, name(row, names, locale), most)).toList());
    model.addAttribute("whole", Line.of(workload.whole(custody, from, now, turns), null, most));
    model.addAttribute("days", DAYS);
    model.addAttribute("chosen", chosen);
    model.addAttribute("from", from);
    model.addAttribute("hours", turns);
    return "tracking/workload";
  }

  private static @Nullable String name(
      Workload.Row row, Map<AccountId, Accounts.StaffName> names, Locale locale) {
    Accounts.@Nullable StaffName name = row.officer() == null ? null : names.get(row.officer());
    return name == null ? null : name.in(locale);
  }
}
