package org.smartcorrection.platform.committee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The committees of all agencies and their meetings. The database keeps every row. */
@Repository
public class Committees {
  private final JdbcClient jdbc;
  private final Clock clock;

  Committees(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The committee of an agency as it is now. */
  public Optional<Committee> of(AgencyId agency) {
    return jdbc.sql(
            "select * from committee.committees where agency = ? order by set_at desc, id desc"
                + " limit 1")
        .param(agency.value())
        .query((row, _) -> committee(row))
        .optional();
  }

  /** Sets it anew; what is on an agenda already keeps the members it was put there with. */
  public void set(AgencyId agency, List<PostId> members, Collection<String> matters, Actor by) {
    jdbc.sql(
            """
            insert into committee.committees (id, agency, members, matters, set_at, set_by, set_post)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Uuids.next(clock),
            agency.value(),
            members.stream().map(PostId::value).toArray(UUID[]::new),
            matters.stream().sorted().toArray(String[]::new),
            now(),
            by.account().value(),
            by.post().value())
        .update();
  }

  /** Calls a meeting. */
  public Meeting call(AgencyId agency, Instant opensAt, String place, Actor by) {
    var meeting =
        new Meeting(
            Uuids.next(clock), agency, opensAt.truncatedTo(ChronoUnit.MICROS), place, by.account());
    jdbc.sql(
            """
            insert into committee.meetings (id, agency, opens_at, place, called_at, called_by,
              called_post)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            meeting.id(),
            agency.value(),
            meeting.opensAt().atOffset(ZoneOffset.UTC),
            place,
            now(),
            by.account().value(),
            by.post().value())
        .update();
    return meeting;
  }

  public Optional<Meeting> meeting(UUID id) {
    return jdbc.sql("select * from committee.meetings where id = ?")
        .param(id)
        .query((row, _) -> meeting(row))
        .optional();
  }

  /** The meetings of an agency, the latest first. */
  public List<Meeting> meetings(AgencyId agency, int most) {
    return jdbc.sql(
            "select * from committee.meetings where agency = ? order by opens_at desc, id desc"
                + " limit ?")
        .params(agency.value(), most)
        .query((row, _) -> meeting(row))
        .list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Committee committee(ResultSet row) throws SQLException {
    return new Committee(
        row.getObject("id", UUID.class),
        new AgencyId(row.getObject("agency", UUID.class)),
        Stream.of((UUID[]) row.getArray("members").getArray()).map(PostId::new).toList(),
        Set.of((String[]) row.getArray("matters").getArray()),
        row.getObject("set_at", OffsetDateTime.class).toInstant(),
        new AccountId(row.getObject("set_by", UUID.class)));
  }

  private static Meeting meeting(ResultSet row) throws SQLException {
    return new Meeting(
        row.getObject("id", UUID.class),
        new AgencyId(row.getObject("agency", UUID.class)),
        row.getObject("opens_at", OffsetDateTime.class).toInstant(),
        row.getString("place"),
        new AccountId(row.getObject("called_by", UUID.class)));
  }
}
