package org.smartcorrection.platform.welfare;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.location.protocol.VitalSign;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The health grounds, written in the transaction of the act that gives or ends one. */
@Repository
class HealthGrounds {
  private final JdbcClient jdbc;

  HealthGrounds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Gives one, or changes what a correction put right. */
  void give(HealthGround ground) {
    jdbc.sql(
            """
            insert into welfare.grounds (id, case_id, person, custody, signs, sees, from_at,
              until_at) values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set signs = excluded.signs, sees = excluded.sees,
              from_at = excluded.from_at, until_at = excluded.until_at
            """)
        .params(
            ground.id(),
            ground.caseId().value(),
            ground.person().value(),
            ground.custody().value(),
            ground.signs().stream().map(VitalSign::name).toArray(String[]::new),
            ground.sees().name(),
            ground.from().atOffset(ZoneOffset.UTC),
            ground.until().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Waits for whoever is just keeping something on it; afterwards nobody does. */
  boolean end(UUID id, Instant now) {
    return jdbc.sql("update welfare.grounds set ended_at = ? where id = ? and ended_at is null")
            .params(now.atOffset(ZoneOffset.UTC), id)
            .update()
        == 1;
  }

  /**
   * The one that holds now: until this transaction ends, it does not, and nobody else weighs values
   * of it.
   */
  Optional<HealthGround> held(PersonId person, Instant now) {
    return jdbc.sql(HOLDS + " for no key update")
        .params(person.value(), now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> ground(row))
        .optional();
  }

  /** The one that holds now. */
  Optional<HealthGround> of(PersonId person, Instant now) {
    return jdbc.sql(HOLDS)
        .params(person.value(), now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> ground(row))
        .optional();
  }

  private static final String HOLDS =
      """
      select * from welfare.grounds
      where person = ? and ended_at is null and until_at > ? order by id limit 1
      """;

  Optional<HealthGround> find(UUID id) {
    return jdbc.sql("select * from welfare.grounds where id = ?")
        .param(id)
        .query((row, _) -> ground(row))
        .optional();
  }

  List<HealthGround> all(Collection<UUID> ids) {
    return jdbc.sql("select * from welfare.grounds where id = any(?)")
        .param(ids.toArray(UUID[]::new))
        .query((row, _) -> ground(row))
        .list();
  }

  /** Those of a case that nobody ended. */
  List<HealthGround> open(CaseId in) {
    return jdbc.sql("select * from welfare.grounds where case_id = ? and ended_at is null")
        .param(in.value())
        .query((row, _) -> ground(row))
        .list();
  }

  /** All of a person that were ever given. */
  List<HealthGround> all(PersonId person) {
    return jdbc.sql("select * from welfare.grounds where person = ?")
        .param(person.value())
        .query((row, _) -> ground(row))
        .list();
  }

  private static HealthGround ground(ResultSet row) throws SQLException {
    var signs = EnumSet.noneOf(VitalSign.class);
    Array named = row.getArray("signs");
    Arrays.stream((String[]) named.getArray()).map(VitalSign::valueOf).forEach(signs::add);
    return new HealthGround(
        row.getObject("id", UUID.class),
        new CaseId(row.getObject("case_id", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        new AgencyId(row.getObject("custody", UUID.class)),
        signs,
        HealthGround.Sees.valueOf(row.getString("sees")),
        row.getObject("from_at", OffsetDateTime.class).toInstant(),
        row.getObject("until_at", OffsetDateTime.class).toInstant());
  }
}
