package org.smartcorrection.platform.subjects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The particulars of people, version by version. Each is sealed under the person's identity key, so
 * that all of them end with it.
 */
@Repository
public class Surroundings {
  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  Surroundings(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * One version.
   *
   * @param number from 1 on
   * @param reason what it rests on, such as a certificate or what the person said
   */
  public record Noted(
      int number, Particulars particulars, String reason, Instant at, AccountId by, PostId post) {}

  private record Sealed(Particulars particulars, String reason) {}

  /** What is known now; nothing when nobody noted anything, or the key was destroyed. */
  public Particulars of(PersonId person) {
    return history(person, 1).stream().findFirst().map(Noted::particulars).orElse(Particulars.NONE);
  }

  /** The versions, the latest first; those whose key was destroyed are missing. */
  public List<Noted> history(PersonId person, int most) {
    return jdbc
        .sql(
            """
            select * from subjects.particulars where person = ? order by number desc limit ?
            """)
        .params(person.value(), most)
        .query((row, _) -> noted(person, row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** The number of the latest version; 0 when there is none. */
  public int latest(PersonId person) {
    return jdbc.sql("select coalesce(max(number), 0) from subjects.particulars where person = ?")
        .param(person.value())
        .query(Integer.class)
        .single();
  }

  /**
   * Notes another version.
   *
   * @param seen the number of the version that it was made from
   * @return false when somebody else noted one since then: nothing is kept
   */
  public boolean note(
      PersonId person, int seen, Particulars now, String reason, AccountId by, PostId post) {
    if (latest(person) != seen) return false;
    int number = seen + 1;
    byte[] sealed =
        vault.seal(
            person, Purpose.IDENTITY, place(person, number), Json.bytes(new Sealed(now, reason)));
    return jdbc.sql(
                """
                insert into subjects.particulars
                  (person, number, sealed, noted_at, noted_by, noted_post)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                person.value(),
                number,
                sealed,
                clock.instant().atOffset(ZoneOffset.UTC),
                by.value(),
                post.value())
            .update()
        == 1;
  }

  private Optional<Noted> noted(PersonId person, ResultSet row) throws SQLException {
    int number = row.getInt("number");
    Instant at =
        Objects.requireNonNull(row.getObject("noted_at", OffsetDateTime.class)).toInstant();
    var by = new AccountId(row.getObject("noted_by", UUID.class));
    var post = new PostId(row.getObject("noted_post", UUID.class));
    return vault
        .open(person, Purpose.IDENTITY, place(person, number), row.getBytes("sealed"))
        .map(json -> Json.read(json, Sealed.class))
        .map(open -> new Noted(number, open.particulars(), open.reason(), at, by, post));
  }

  private static String place(PersonId person, int number) {
    return "subjects.particulars/" + person + "/" + number;
  }
}
