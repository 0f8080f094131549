package org.smartcorrection.platform.subjects;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people under correction. Their identities are sealed; lists open many in one query. */
@Repository
public class People {
  private static final HexFormat HEX = HexFormat.of();

  private final JdbcClient jdbc;
  private final Vault vault;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final IdentityDigest digest;
  private final LikenessMarks marks;
  private final ObjectProvider<Veil> veils;

  People(
      JdbcClient jdbc,
      Vault vault,
      ApplicationEventPublisher events,
      Clock clock,
      ObjectProvider<Veil> veils) {
    this.veils = veils;
    this.jdbc = jdbc;
    this.vault = vault;
    this.events = events;
    this.clock = clock;
    this.digest = new IdentityDigest(vault.deriveForInstallation("subjects/identity-number"));
    this.marks = new LikenessMarks(vault.deriveForInstallation("subjects/likeness"));
  }

  /** Finds somebody by identity number, so that the same person is never two people. */
  public Optional<PersonId> withIdentityNumber(String number) {
    return jdbc.sql("select id from subjects.people where identity_digest = ?")
        .param(digest.of(number))
        .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
        .optional();
  }

  /**
   * Holds, for the rest of the transaction, whoever else opens a case for this identity number: so
   * that two never open two cases of one person.
   */
  public void oneAtATime(String identityNumber) {
    long key = ByteBuffer.wrap(digest.of(identityNumber)).getLong();
    jdbc.sql("select pg_advisory_xact_lock(?)").param(key).query(_ -> {});
  }

  /** Those of these identity numbers that are known, in one query. */
  public Map<String, PersonId> withIdentityNumbers(Collection<String> numbers) {
    var byDigest = new HashMap<String, String>();
    for (String number : numbers) byDigest.put(HEX.formatHex(digest.of(number)), number);
    var found = new HashMap<String, PersonId>();
    jdbc.sql("select id, identity_digest from subjects.people where identity_digest = any(?)")
        .param(byDigest.keySet().stream().map(HEX::parseHex).toArray(byte[][]::new))
        .query(
            row -> {
              found.put(
                  byDigest.get(HEX.formatHex(row.getBytes("identity_digest"))),
                  new PersonId(row.getObject("id", UUID.class)));
            });
    return found;
  }

  /**
   * Forgets who somebody is: afterwards the identity number finds nobody, and nothing that is left
   * can be opened. The vault's keys are destroyed apart from this.
   */
  public void forget(PersonId id) {
    jdbc.sql(
            """
            update subjects.people set identity_digest = ?, minor_until = null, sealed = ''::bytea
            where id = ?
            """)
        .params(digest.of("forgotten/" + id), id.value())
        .update();
    jdbc.sql("delete from subjects.photographs where person = ?").param(id.value()).update();
    mark(id, new Long[0]);
    events.publishEvent(new PersonForgotten(id));
  }

  /** Those of these people who are not forgotten, though they should be by now. */
  public List<PersonId> stillKnown(Collection<PersonId> forgotten) {
    return jdbc.sql("select id from subjects.people where id = any(?) and sealed <> ''::bytea")
        .param(forgotten.stream().map(PersonId::value).toArray(UUID[]::new))
        .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
        .list();
  }

  /** Adds a person. The identity number must not be known yet. */
  public PersonId add(Identity identity) {
    return add(new PersonId(Uuids.next(clock)), identity);
  }

  /** Adds a person under an identifier for which keys were prepared. */
  public PersonId add(PersonId id, Identity identity) {
    jdbc.sql(
            """
            insert into subjects.people (id, identity_digest, minor_until, sealed)
            values (?, ?, ?, ?)
            """)
        .params(
            id.value(),
            digest.of(identity.identityNumber()),
            identity.born().plusYears(18),
            vault.seal(id, Purpose.IDENTITY, place(id), Json.bytes(identity)))
        .update();
    mark(id, marks.of(identity));
    return id;
  }

  private void mark(PersonId id, Long[] said) {
    jdbc.sql(
            """
            insert into subjects.likeness (person, marks) values (?, ?)
            on conflict (person) do update set marks = excluded.marks
            """)
        .params(id.value(), said)
        .update();
  }

  /**
   * Marks records that came before records were marked ({@link Likeness}).
   *
   * @return how many there were, at most so many
   */
  int markOlder(int most) {
    List<PersonId> missing =
        jdbc.sql(
                """
                select p.id from subjects.people p
                where not exists (select from subjects.likeness l where l.person = p.id)
                order by p.id limit ?
                """)
            .param(most)
            .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
            .list();
    Map<PersonId, Identity> known = unveiled(missing);
    for (PersonId person : missing) {
      @Nullable Identity identity = known.get(person);
      // whose identity was destroyed is like nobody; who was forgotten meanwhile stays so
      jdbc.sql("insert into subjects.likeness (person, marks) values (?, ?) on conflict do nothing")
          .params(person.value(), identity == null ? new Long[0] : marks.of(identity))
          .update();
    }
    return missing.size();
  }

  /**
   * Who this is.
   *
   * @throws NotFound when nobody has the identifier, or the identity was destroyed
   */
  public Identity get(PersonId id) {
    return Optional.ofNullable(unveiled(List.of(id)).get(id)).orElseThrow(NotFound::new);
  }

  /**
   * Many identities, to be shown; those that were destroyed are missing from the answer, and those
   * that whoever reads now may not read ({@link Veil}). Only of those who are guarded is it asked.
   */
  public Map<PersonId, Identity> all(Collection<PersonId> ids) {
    var guarded = new HashSet<PersonId>();
    var found = new HashMap<>(open(ids, guarded));
    if (guarded.isEmpty()) return found;
    veils.orderedStream().forEach(veil -> veil.over(guarded).forEach(found::remove));
    return found;
  }

  /** Many identities in one query, for what is computed and shown to nobody. */
  public Map<PersonId, Identity> unveiled(Collection<PersonId> ids) {
    return open(ids, new HashSet<>());
  }

  private Map<PersonId, Identity> open(Collection<PersonId> ids, Set<PersonId> guarded) {
    var found = new HashMap<PersonId, Identity>();
    if (ids.isEmpty()) return found;
    jdbc.sql("select id, sealed, guarded from subjects.people where id = any(?)")
        .param(ids.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
        .query(
            row -> {
              var id = new PersonId(row.getObject("id", UUID.class));
              if (row.getBoolean("guarded")) guarded.add(id);
              vault
                  .open(id, Purpose.IDENTITY, place(id), row.getBytes("sealed"))
                  .ifPresent(json -> found.put(id, Json.read(json, Identity.class)));
            });
    return found;
  }

  /** Whether the person is under eighteen on that day (CCL 52–58: handled apart). */
  public boolean minor(PersonId id, LocalDate day) {
    @Nullable LocalDate until = adultOn(id);
    return until != null && day.isBefore(until);
  }

  /** The day on which somebody is eighteen; {@code null} when nobody knows any more. */
  public @Nullable LocalDate adultOn(PersonId id) {
    return jdbc.sql("select minor_until from subjects.people where id = ?")
        .param(id.value())
        .query((row, _) -> Optional.ofNullable(row.getObject("minor_until", LocalDate.class)))
        .optional()
        .flatMap(Function.identity())
        .orElse(null);
  }

  /** Says whether the name may have to be withheld from somebody ({@link Veil}). */
  public void guard(PersonId id, boolean guarded) {
    jdbc.sql("update subjects.people set guarded = ? where id = ? and guarded <> ?")
        .params(guarded, id.value(), guarded)
        .update();
  }

  public boolean guarded(PersonId id) {
    return jdbc.sql("select guarded from subjects.people where id = ?")
        .param(id.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private static String place(PersonId id) {
    return "subjects.people/" + id;
  }
}
