package org.smartcorrection.platform.notify;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.StatuteClock;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells what is overdue one level up (rule H5): after so many working days from an office to its
 * agency, after more to the head of the bureau. Nobody is judged by it, and nothing is said of the
 * person but the case.
 */
@Component
class Escalating {
  private static final String RULE = "H5";
  private static final int BATCH = 200;

  /** What others owe is not in the agency's hands, and what the head owes has no level above. */
  private static final List<String> OWNERS =
      List.of(Role.AGENCY_OFFICER.name(), Role.JUDICIAL_OFFICE.name());

  private final StatuteClock statute;
  private final Escalations escalations;
  private final Notices notices;
  private final Law law;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Escalating(
      StatuteClock statute,
      Escalations escalations,
      Notices notices,
      Law law,
      ApplicationEventPublisher events,
      TransactionTemplate transactions,
      Clock clock) {
    this.statute = statute;
    this.escalations = escalations;
    this.notices = notices;
    this.law = law;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Tells all that has to be told by now. The upper level comes first: of one duty no two levels
   * are told in the same round, however long the platform was away.
   */
  synchronized void tell() {
    Instant now = clock.instant();
    tell(Escalations.Level.HEAD, now);
    tell(Escalations.Level.AGENCY, now);
  }

  /**
   * The first day of which it is not yet too late: what was due before it is overdue by so many
   * whole working days.
   */
  static LocalDate before(LocalDate today, int workingDays, LegalCalendar calendar) {
    LocalDate day = today;
    for (int over = 0; over < workingDays; ) {
      day = day.minusDays(1);
      if (calendar.isWorkingDay(day)) over++;
    }
    return day;
  }

  private void tell(Escalations.Level level, Instant now) {
    LocalDate today = LegalCalendar.legalDay(now);
    int days = law.rules().at(today).rule(RULE).number(level.days());
    LocalDate before = before(today, days, law.calendar());
    @Nullable Due last = null;
    while (true) {
      List<Due> overdue = statute.overdue(before, OWNERS, last, BATCH);
      List<Escalations.Told> told = escalations.of(overdue.stream().map(Due::instance).toList());
      overdue.stream()
          .filter(due -> concerns(due, level, told, today))
          .forEach(due -> transactions.executeWithoutResult(_ -> tell(due, level, now)));
      if (overdue.size() < BATCH) return;
      last = overdue.getLast();
    }
  }

  private static boolean concerns(
      Due due, Escalations.Level level, List<Escalations.Told> told, LocalDate today) {
    List<Escalations.Told> ofThis = told.stream().filter(one -> one.of(due)).toList();
    if (ofThis.stream().anyMatch(one -> one.level() == level)) return false;
    return switch (level) {
      case AGENCY -> due.office() != null;
      // the agency first, and a day for it to act
      case HEAD ->
          due.office() == null
              || ofThis.stream().anyMatch(one -> LegalCalendar.legalDay(one.at()).isBefore(today));
    };
  }

  private void tell(Due due, Escalations.Level level, Instant now) {
    if (!escalations.note(due, level, now)) return;
    var notice =
        new Notices.Notice(
            Uuids.next(clock),
            due.agency(),
            due.office(),
            level.role(),
            due.caseId(),
            null,
            due.procedure() + "." + due.name(),
            now);
    notices.add(notice);
    events.publishEvent(new Informing.NoticeGiven(notice));
  }
}
