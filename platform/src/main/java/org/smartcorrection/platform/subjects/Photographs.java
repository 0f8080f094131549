package org.smartcorrection.platform.subjects;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One photograph of a person, to know them by, sealed under their identity key. It is compared with
 * nobody's face by a machine. Another takes its place; the old one is gone.
 */
@Repository
public class Photographs {
  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  Photographs(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /** Keeps what {@link Portrait} made. */
  public void keep(PersonId person, byte[] jpeg, AccountId by, PostId post) {
    jdbc.sql(
            """
            insert into subjects.photographs (person, sealed, noted_at, noted_by, noted_post)
            values (?, ?, ?, ?, ?)
            on conflict (person) do update set sealed = excluded.sealed,
              noted_at = excluded.noted_at, noted_by = excluded.noted_by,
              noted_post = excluded.noted_post
            """)
        .params(
            person.value(),
            vault.seal(person, Purpose.IDENTITY, place(person), jpeg),
            clock.instant().atOffset(ZoneOffset.UTC),
            by.value(),
            post.value())
        .update();
  }

  /** Whether there is one. */
  public boolean has(PersonId person) {
    return jdbc.sql("select exists (select from subjects.photographs where person = ?)")
        .param(person.value())
        .query(Boolean.class)
        .single();
  }

  /** The picture as a JPEG; empty when there is none, or its key was destroyed. */
  public Optional<byte[]> get(PersonId person) {
    return jdbc.sql("select sealed from subjects.photographs where person = ?")
        .param(person.value())
        .query((row, _) -> row.getBytes("sealed"))
        .optional()
        .flatMap(bytes -> vault.open(person, Purpose.IDENTITY, place(person), bytes));
  }

  public void remove(PersonId person) {
    jdbc.sql("delete from subjects.photographs where person = ?").param(person.value()).update();
  }

  private static String place(PersonId person) {
    return "subjects.photographs/" + person;
  }
}
