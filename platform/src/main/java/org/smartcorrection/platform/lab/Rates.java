package org.smartcorrection.platform.lab;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.tracking.AlarmKind;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** How often the alarms of an agency are false by its officers' findings, as a page shows it. */
@Component
class Rates {
  /** The months that a reader chooses from. */
  static final List<Integer> MONTHS = List.of(3, 12, 36);

  private static final int MOST_DEVICES = 30;

  private final Findings findings;
  private final Clock clock;

  Rates(Findings findings, Clock clock) {
    this.findings = findings;
    this.clock = clock;
  }

  /** A time, counted in whole months back from today. */
  record Time(int months, LocalDate first, LocalDate last) {
    Instant from() {
      return LegalCalendar.startOf(first);
    }

    Instant until() {
      return LegalCalendar.endOf(last);
    }
  }

  /**
   * The alarms of one kind.
   *
   * @param kind of the alarms; {@code null} for all of them
   * @param error how many of them were false
   */
  record OfKind(@Nullable AlarmKind kind, Share error, int goodReason, int noGoodReason) {
    public Text label() {
      return kind == null ? Text.of("lab.rates.all") : Text.of("tracking.kind." + kind.name());
    }
  }

  /** What officers named as the cause of so many of the false ones. */
  record OfCause(Text label, Share share) {}

  /** All that a page says. */
  record Page(
      Time time,
      List<OfKind> kinds,
      OfKind all,
      List<OfCause> causes,
      List<Findings.OfDevice> devices,
      Whiskers drawing) {
    Page {
      kinds = List.copyOf(kinds);
      causes = List.copyOf(causes);
      devices = List.copyOf(devices);
    }
  }

  /** The time that an address asks for; a year where it asks for none that is offered. */
  Time time(@Nullable Integer months) {
    int asked = months != null && MONTHS.contains(months) ? months : 12;
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    return new Time(asked, today.minusMonths(asked).plusDays(1), today);
  }

  Page of(AgencyId agency, Time time) {
    List<OfKind> kinds = kinds(findings.byKind(agency, time.from(), time.until()));
    OfKind all = all(kinds);
    int errors = all.error().part();
    List<OfCause> causes =
        findings.byCause(agency, time.from(), time.until()).stream()
            .map(one -> new OfCause(cause(one.cause()), new Share(one.count(), errors)))
            .toList();
    var drawn = new ArrayList<Whiskers.Of>();
    kinds.forEach(one -> drawn.add(new Whiskers.Of(one.label(), one.error())));
    if (kinds.size() > 1) drawn.add(new Whiskers.Of(all.label(), all.error()));
    return new Page(
        time,
        kinds,
        all,
        causes,
        findings.byDevice(agency, time.from(), time.until(), MOST_DEVICES),
        Whiskers.of(drawn));
  }

  static Text cause(@Nullable String cause) {
    return Text.of(cause == null ? "lab.rates.cause.none" : "choice." + cause);
  }

  static List<OfKind> kinds(List<Findings.OfKind> counted) {
    Map<AlarmKind, Map<Verdict, Integer>> counts = new EnumMap<>(AlarmKind.class);
    for (Findings.OfKind one : counted)
      counts
          .computeIfAbsent(one.kind(), _ -> new EnumMap<>(Verdict.class))
          .put(one.verdict(), one.count());
    return counts.entrySet().stream().map(one -> kind(one.getKey(), one.getValue())).toList();
  }

  private static OfKind kind(AlarmKind kind, Map<Verdict, Integer> counts) {
    int error = counts.getOrDefault(Verdict.ERROR, 0);
    int good = counts.getOrDefault(Verdict.GOOD_REASON, 0);
    int none = counts.getOrDefault(Verdict.NO_GOOD_REASON, 0);
    return new OfKind(kind, new Share(error, error + good + none), good, none);
  }

  private static OfKind all(List<OfKind> kinds) {
    int error = kinds.stream().mapToInt(one -> one.error().part()).sum();
    int of = kinds.stream().mapToInt(one -> one.error().of()).sum();
    return new OfKind(
        null,
        new Share(error, of),
        kinds.stream().mapToInt(OfKind::goodReason).sum(),
        kinds.stream().mapToInt(OfKind::noGoodReason).sum());
  }
}
