package org.smartcorrection.platform.lab;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.tracking.AlarmKind;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/**
 * How often alarms are false, as the public may know it: by the findings of the twelve months up to
 * the end of the last quarter, so that no figure moves with a single finding. A kind is shown on
 * its own only where at least five people had false alarms and at least five people others; what is
 * too small is put together until it is large enough, or not given at all.
 */
@Component
public class PublicRates {
  private static final int SMALLEST = 5;
  private static final int MONTHS = 12;

  private final Findings findings;
  private final Clock clock;
  private final Map<AgencyId, Counted> counted = new ConcurrentHashMap<>();

  PublicRates(Findings findings, Clock clock) {
    this.findings = findings;
    this.clock = clock;
  }

  /** Counted on a day: once is enough for everybody who asks. */
  private record Counted(LocalDate on, OfAgency figures) {}

  /**
   * The figures of one agency.
   *
   * @param first and last legal day of the findings
   * @param groups empty where there are too few
   */
  public record OfAgency(LocalDate first, LocalDate last, List<Group> groups) {
    public OfAgency {
      groups = List.copyOf(groups);
    }
  }

  /**
   * Alarms of one kind, or of several together: which those are could already say too much.
   *
   * @param kind of the alarms; {@code null} for several
   * @param low and high between what the true share lies (95 %)
   * @param few whether it says little
   */
  public record Group(
      @Nullable AlarmKind kind,
      int errors,
      int of,
      double share,
      double low,
      double high,
      boolean few) {}

  /** The figures of an agency. */
  public OfAgency of(AgencyId agency) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    return counted
        .compute(
            agency,
            (_, before) ->
                before != null && before.on().equals(today)
                    ? before
                    : new Counted(today, count(agency, today)))
        .figures();
  }

  private OfAgency count(AgencyId agency, LocalDate today) {
    LocalDate last = endOfLastQuarter(today);
    LocalDate first = YearMonth.from(last).minusMonths(MONTHS - 1).atDay(1);
    List<Findings.OfPerson> found =
        findings.byPerson(agency, LegalCalendar.startOf(first), LegalCalendar.endOf(last));
    return new OfAgency(first, last, groups(found));
  }

  static LocalDate endOfLastQuarter(LocalDate today) {
    YearMonth month = YearMonth.from(today);
    return month.minusMonths(1 + (month.getMonthValue() - 1) % 3).atEndOfMonth();
  }

  /** Puts together what is too small to be told alone. */
  static List<Group> groups(List<Findings.OfPerson> found) {
    Map<AlarmKind, Tally> kinds = new EnumMap<>(AlarmKind.class);
    for (Findings.OfPerson one : found) kinds.computeIfAbsent(one.kind(), Tally::new).add(one);
    var parts = new ArrayList<>(kinds.values());
    while (true) {
      Optional<Tally> small =
          parts.stream().filter(Tally::isSmall).min(Comparator.comparingInt(Tally::people));
      if (small.isEmpty()) return parts.stream().map(Tally::group).toList();
      parts.remove(small.get());
      Optional<Tally> next = parts.stream().min(Comparator.comparingInt(Tally::people));
      if (next.isEmpty()) return List.of();
      next.get().add(small.get());
    }
  }

  /** What was found of some kinds, and of how many people. */
  private static final class Tally {
    private @Nullable AlarmKind kind;
    private final Set<PersonId> withErrors = new HashSet<>();
    private final Set<PersonId> withOthers = new HashSet<>();
    private int errors;
    private int of;

    Tally(AlarmKind kind) {
      this.kind = kind;
    }

    void add(Findings.OfPerson one) {
      of++;
      if (one.error()) errors++;
      (one.error() ? withErrors : withOthers).add(one.person());
    }

    void add(Tally other) {
      kind = null;
      withErrors.addAll(other.withErrors);
      withOthers.addAll(other.withOthers);
      errors += other.errors;
      of += other.of;
    }

    int people() {
      return Math.min(withErrors.size(), withOthers.size());
    }

    boolean isSmall() {
      return people() < SMALLEST;
    }

    Group group() {
      var share = new Share(errors, of);
      return new Group(kind, errors, of, share.value(), share.low(), share.high(), share.few());
    }
  }
}
