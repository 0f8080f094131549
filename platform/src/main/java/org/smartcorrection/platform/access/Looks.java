package org.smartcorrection.platform.access;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record of every look of staff at a person's data, with its purpose (PIPL 45; "Who looked" in
 * the rules digest). The person reads it in {@code /my}.
 */
@Repository
public class Looks {
  private static final String SELECT =
      """
      select l.id, l.at, l.account, l.post, l.agency, l.what, l.purpose, l.from_at, l.until_at
      from access.looks l
      """;
  private final JdbcClient jdbc;
  private final Clock clock;

  Looks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Of which stretch of time places were shown, in whole hours. */
  public record Stretch(Instant from, Instant until) {
    static Stretch around(Instant first, Instant last) {
      return new Stretch(
          first.truncatedTo(ChronoUnit.HOURS),
          last.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
    }
  }

  /**
   * One look, or several of the same kind within an hour.
   *
   * @param stretch absent where no places were shown
   */
  public record Look(
      String id,
      Instant at,
      AccountId account,
      PostId post,
      AgencyId agency,
      String what,
      ReadPurpose purpose,
      @Nullable Stretch stretch) {}

  /**
   * Records that {@code actor} sees {@code what} of these people. A person who reads their own data
   * leaves no record. Written in a transaction of its own: a look that happened stays recorded even
   * when what followed failed.
   *
   * @param what the part of the message keys {@code access.what.…} that names it
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void record(Actor actor, ReadPurpose purpose, String what, Collection<PersonId> people) {
    add(actor, purpose, what, people, null);
  }

  /**
   * Records that {@code actor} sees where somebody was (CCL 29, rule L23).
   *
   * @param what the part of the message keys {@code access.what.…} that names it
   * @param first the earliest moment of which a place is shown
   * @param last the latest one
   * @throws IllegalArgumentException for a purpose that needs no places
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void recordPlaces(
      Actor actor, ReadPurpose purpose, String what, PersonId person, Instant first, Instant last) {
    if (!purpose.opensPlaces()) throw new IllegalArgumentException(purpose + " needs no places");
    add(actor, purpose, what, List.of(person), Stretch.around(first, last));
  }

  private void add(
      Actor actor,
      ReadPurpose purpose,
      String what,
      Collection<PersonId> people,
      @Nullable Stretch stretch) {
    if (people.isEmpty() || actor.person() != null) return;
    Instant now = clock.instant();
    UUID[] persons = people.stream().map(PersonId::value).distinct().toArray(UUID[]::new);
    UUID[] ids = new UUID[persons.length];
    for (int i = 0; i < ids.length; i++) ids[i] = Uuids.next(clock);
    jdbc.sql(
            """
            insert into access.looks (id, at, hour, account, post, agency, person, what, purpose,
              from_at, until_at)
            select l.id, :at, :hour, :account, :post, :agency, l.person, :what, :purpose,
              :from::timestamptz, :until::timestamptz
            from unnest(:ids::uuid[], :persons::uuid[]) as l (id, person)
            on conflict do nothing
            """)
        .param("ids", ids)
        .param("persons", persons)
        .param("at", now.atOffset(ZoneOffset.UTC))
        .param("hour", now.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
        .param("account", actor.account().value())
        .param("post", actor.post().value())
        .param("agency", actor.agency().id().value())
        .param("what", what)
        .param("purpose", purpose.name())
        .param("from", stretch == null ? null : stretch.from().atOffset(ZoneOffset.UTC))
        .param("until", stretch == null ? null : stretch.until().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** One look at this person's data. */
  public Optional<Look> find(PersonId person, UUID look) {
    return jdbc.sql(SELECT + "where l.person = ? and l.id = ?")
        .params(person.value(), look)
        .query((row, _) -> look(row))
        .optional();
  }

  /** Who looked at this person's data, the latest first. */
  public Slice<Look> at(PersonId person, @Nullable String before, int size) {
    List<Look> looks =
        jdbc.sql(
                SELECT
                    + """
                    where l.person = :person and (:before::uuid is null or l.id < :before::uuid)
                    order by l.id desc limit :limit
                    """)
            .param("person", person.value())
            .param("before", before)
            .param("limit", size + 1)
            .query((row, _) -> look(row))
            .list();
    return Slice.of(looks, size, Look::id);
  }

  private static Look look(ResultSet row) throws SQLException {
    return new Look(
        row.getString("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new AccountId(row.getObject("account", UUID.class)),
        new PostId(row.getObject("post", UUID.class)),
        new AgencyId(row.getObject("agency", UUID.class)),
        row.getString("what"),
        ReadPurpose.valueOf(row.getString("purpose")),
        stretch(row));
  }

  private static @Nullable Stretch stretch(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime from = row.getObject("from_at", OffsetDateTime.class);
    return from == null
        ? null
        : new Stretch(
            from.toInstant(), row.getObject("until_at", OffsetDateTime.class).toInstant());
  }
}
