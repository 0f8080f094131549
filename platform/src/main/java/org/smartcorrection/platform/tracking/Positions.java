package org.smartcorrection.platform.tracking;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The positions that were kept on a live ground (CCL 29). */
@Repository
public class Positions {
  private static final double ROUGH = 100; // a hundredth of a degree is about a kilometre
  private static final String PLACE = "tracking.positions/";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Vault vault;
  private final Grounds grounds;

  Positions(JdbcClient jdbc, JdbcTemplate batches, Vault vault, Grounds grounds) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.vault = vault;
    this.grounds = grounds;
  }

  /**
   * Roughly where somebody is.
   *
   * @param around rounded to a hundredth of a degree, about a kilometre, WGS-84
   * @param at when the device measured it
   */
  public record Whereabouts(PersonId person, Wgs84Point around, Instant at) {}

  /** Roughly where these people are: only those with a ground that is live now. */
  public List<Whereabouts> latest(Collection<PersonId> people) {
    Map<PersonId, Ground> live = grounds.of(people);
    if (live.isEmpty()) return List.of();
    var found = new ArrayList<Whereabouts>();
    jdbc.sql(
            """
            select p.person, p.at, p.device, p.sealed from unnest(?::uuid[]) as q (person)
            cross join lateral (
              select * from tracking.positions where person = q.person order by at desc limit 1
            ) p
            """)
        .param(live.keySet().stream().map(PersonId::value).toArray(UUID[]::new))
        .query(
            row -> {
              var person = new PersonId(row.getObject("person", UUID.class));
              Instant since = requireNonNull(live.get(person)).from();
              read(row, person)
                  .map(Position::fix)
                  .filter(fix -> !fix.time().isBefore(since))
                  .ifPresent(
                      fix -> found.add(new Whereabouts(person, rough(fix.point()), fix.time())));
            });
    return found;
  }

  private static Wgs84Point rough(Wgs84Point point) {
    return new Wgs84Point(
        Math.round(point.latitude() * ROUGH) / ROUGH,
        Math.round(point.longitude() * ROUGH) / ROUGH);
  }

  /** What was kept of a person between two instants, the earliest first, at most so many. */
  List<Position> between(PersonId person, Instant from, Instant until, int most) {
    return jdbc
        .sql(
            """
            select * from (
              select * from tracking.positions
              where person = ? and at >= ? and at < ? order by at desc limit ?
            ) latest order by at
            """)
        .params(person.value(), from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC), most)
        .query((row, _) -> read(row, person))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** A position to be kept, and whose and when it came. */
  record Kept(Device device, Position position, Instant receivedAt) {}

  /** Keeps many at once; one that is there already is left as it is. */
  void keep(List<Kept> all) {
    batches.batchUpdate(
        """
        insert into tracking.positions (person, at, device, received_at, sealed)
        values (?, ?, ?, ?, ?) on conflict do nothing
        """,
        all,
        Math.max(1, all.size()),
        (row, kept) -> {
          Device device = kept.device();
          // as precise as the database is, so that place and row agree
          Instant at = kept.position().fix().time().truncatedTo(ChronoUnit.MICROS);
          row.setObject(1, device.person().value());
          row.setObject(2, at.atOffset(ZoneOffset.UTC));
          row.setObject(3, device.id());
          row.setObject(4, kept.receivedAt().atOffset(ZoneOffset.UTC));
          row.setBytes(
              5,
              vault.seal(
                  device.person(),
                  Purpose.POSITIONING,
                  place(device.person(), device.id(), at),
                  PositionForm.write(kept.position())));
        });
  }

  private Optional<Position> read(ResultSet row, PersonId person) throws SQLException {
    UUID device = row.getObject("device", UUID.class);
    Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
    return vault
        .open(person, Purpose.POSITIONING, place(person, device, at), row.getBytes("sealed"))
        .map(PositionForm::read);
  }

  private static String place(PersonId person, UUID device, Instant at) {
    return PLACE + person + "/" + device + "/" + at.toEpochMilli();
  }
}
