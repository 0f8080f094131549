package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.procedure.Counter;
import org.smartcorrection.procedure.Counting;
import org.smartcorrection.procedure.Deadline;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Rule;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.Span;
import org.smartcorrection.procedure.Start;
import org.smartcorrection.procedure.act.Effect;
import org.smartcorrection.procedure.act.Role;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Enters the copies that an act owes, in the transaction of the act. What a court or procuratorate
 * does itself, it copies itself (CCL 20).
 */
@Component
class CopyBook {
  /** Numbers by which rules say how soon an organ is told or sent something. */
  private static final Set<String> TELLING = Set.of("tellDays", "sendDays");

  private static final String HOUSE = "H8";

  private final JdbcClient jdbc;
  private final Addressees addressees;
  private final Agencies agencies;
  private final Law law;
  private final Clock clock;

  CopyBook(JdbcClient jdbc, Addressees addressees, Agencies agencies, Law law, Clock clock) {
    this.jdbc = jdbc;
    this.addressees = addressees;
    this.agencies = agencies;
    this.law = law;
    this.clock = clock;
  }

  @EventListener
  void on(ActRecorded recorded) {
    if (owes(recorded)) owed(recorded);
  }

  private boolean owes(ActRecorded recorded) {
    return agencies.get(recorded.in().agency()).kind() == AgencyKind.CORRECTION_AGENCY
        && switch (recorded.act().role()) {
          case AGENCY_OFFICER,
              JUDICIAL_OFFICE,
              BUREAU_HEAD,
              CITY_AGENCY,
              HOST_AGENCY,
              SUBJECT,
              SYSTEM ->
              true;
          case COURT, PROSECUTOR, AUDITOR, ADMINISTRATOR -> false;
        };
  }

  private void owed(ActRecorded recorded) {
    var told = new LinkedHashSet<Role>();
    for (Effect effect : recorded.effects())
      if (effect instanceof Effect.Inform(var role)) told.add(role);
    told.removeIf(role -> addressees.post(role, recorded).isPresent());
    told.addAll(toldBefore(recorded.act()));
    if (told.isEmpty()) return;
    Rule rule = rule(recorded);
    Deadline by = by(rule, recorded.act());
    for (Role role : told) add(recorded.act(), role, recorded.in().agency(), rule.id(), by);
  }

  /** Whoever was to get the wrong act gets what puts it right as well. */
  private Set<Role> toldBefore(Act act) {
    if (act.corrects() == null) return Set.of();
    return jdbc.sql("select addressee from casework.copies where act = ?")
        .param(act.corrects().value())
        .query((row, _) -> Role.valueOf(row.getString("addressee")))
        .set();
  }

  private void add(Act act, Role role, AgencyId agency, String rule, Deadline by) {
    jdbc.sql(
            """
            insert into casework.copies (id, case_id, act, addressee, agency, rule, due_on, ends_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Uuids.next(clock),
            act.caseId().value(),
            act.id().value(),
            role.name(),
            agency.value(),
            rule,
            by.day(),
            by.end().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The shortest number of the act's own rules; where they have none, the house's. */
  private Rule rule(ActRecorded recorded) {
    Act act = recorded.act();
    Rules rules = law.rules(recorded.in().agency()).at(LegalCalendar.legalDay(act.occurredAt()));
    return law
        .definition(act.procedure(), recorded.instance().instance().version())
        .act(act.type())
        .stream()
        .flatMap(defined -> defined.rules().stream())
        .flatMap(id -> rules.find(id).stream())
        .filter(rule -> rule.numbers().keySet().stream().anyMatch(TELLING::contains))
        .min(Comparator.comparingInt(CopyBook::days))
        .orElseGet(() -> rules.rule(HOUSE));
  }

  private static int days(Rule rule) {
    return TELLING.stream()
        .filter(rule.numbers()::containsKey)
        .mapToInt(rule::number)
        .min()
        .orElseThrow();
  }

  private Deadline by(Rule rule, Act act) {
    LocalDate day = LegalCalendar.legalDay(act.recordedAt());
    return new Counter(law.calendar())
        .count(
            Start.on(day, "act." + act.type()),
            Counting.deadline(Span.calendarDays(days(rule)), rule.id()));
  }
}
