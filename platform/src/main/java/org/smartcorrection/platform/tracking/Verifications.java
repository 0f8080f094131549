package org.smartcorrection.platform.tracking;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.journal.Fate;
import org.smartcorrection.location.journal.Page;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.location.supervision.Verification;
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
  void keep(PersonId person, Device device, Fix fix, Instant receivedAt) {
    var entry = new Entry(Report.of(fix), device.id(), receivedAt, new Fate.Unjudged());
    byte[] sealed =
        vault.seal(person, Purpose.VERIFICATION, place(person), new Page(List.of(entry)).encode());
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

  /**
   * Where the person was shown to be after an instant, the earliest first: each is compared with
   * what their dedicated device says of that moment, and joined to nothing.
   */
  List<Verification> after(PersonId person, Instant at) {
    return after(Map.of(person, at)).getOrDefault(person, List.of());
  }

  /** The same for each of several people; absent where there is none. */
  Map<PersonId, List<Verification>> after(Map<PersonId, Instant> people) {
    var shown = new HashMap<PersonId, List<Verification>>();
    List<PersonId> all = List.copyOf(people.keySet());
    jdbc.sql(
            """
            select v.person, v.sealed from unnest(?::uuid[], ?::timestamptz[]) p (person, at)
            join tracking.verifications v on v.person = p.person and v.at > p.at
            order by v.person, v.at
            """)
        .params(
            all.stream().map(PersonId::value).toArray(UUID[]::new),
            all.stream()
                .map(person -> requireNonNull(people.get(person)).toString())
                .toArray(String[]::new))
        .query(
            row -> {
              var person = new PersonId(row.getObject("person", UUID.class));
              vault
                  .open(person, Purpose.VERIFICATION, place(person), row.getBytes("sealed"))
                  .stream()
                  .flatMap(bytes -> Page.decode(bytes).entries().stream())
                  .flatMap(entry -> entry.report().fix().stream())
                  .forEach(
                      fix ->
                          shown
                              .computeIfAbsent(person, _ -> new ArrayList<>())
                              .add(Verifications.shown(fix)));
            });
    return shown;
  }

  /** The latest points that are kept of a person, the latest first. */
  List<Fix> of(PersonId person, int most) {
    return jdbc
        .sql("select sealed from tracking.verifications where person = ? order by at desc limit ?")
        .params(person.value(), most)
        .query((row, _) -> row.getBytes("sealed"))
        .list()
        .stream()
        .flatMap(bytes -> vault.open(person, Purpose.VERIFICATION, place(person), bytes).stream())
        .flatMap(bytes -> Page.decode(bytes).entries().stream())
        .flatMap(entry -> entry.report().fix().stream())
        .toList();
  }

  /** How many points are kept of a person. */
  int count(PersonId person) {
    return since(person, Instant.EPOCH);
  }

  /** What a single point shows of where the person was. */
  static Verification shown(Fix fix) {
    return new Verification(fix.time(), fix.point(), fix.accuracyMetres());
  }

  private static String place(PersonId person) {
    return "tracking.verifications/" + person;
  }
}
