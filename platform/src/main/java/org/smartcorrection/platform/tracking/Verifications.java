package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.smartcorrection.location.Fix;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Single points that a phone gave (L16a): capped, sealed under a key of their own, no track. */
@Repository
class Verifications {
  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  Verifications(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /** How many were kept on the legal day of now. */
  int today(PersonId person, Instant now) {
    return since(person, LegalCalendar.startOf(LegalCalendar.legalDay(now)));
  }

  /** How many were kept in the week of now, which begins on Monday. */
  int thisWeek(PersonId person, Instant now) {
    LocalDate monday =
        LegalCalendar.legalDay(now).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return since(person, LegalCalendar.startOf(monday));
  }

  private int since(PersonId person, Instant start) {
    return jdbc.sql(
            "select count(*) from tracking.verifications where person = ? and received_at >= ?")
        .params(person.value(), start.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  /** Keeps one point. The same one sent twice is one. */
  void keep(PersonId person, Fix fix, Instant receivedAt) {
    byte[] sealed =
        vault.seal(
            person,
            Purpose.VERIFICATION,
            "tracking.verifications/" + person,
            PositionForm.write(new Position(fix, Optional.empty())));
    jdbc.sql(
            """
            insert into tracking.verifications (id, person, at, received_at, sealed)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            Uuids.next(clock),
            person.value(),
            fix.time().atOffset(ZoneOffset.UTC),
            receivedAt.atOffset(ZoneOffset.UTC),
            sealed)
        .update();
  }
}
