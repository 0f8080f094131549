package org.smartcorrection.platform.tracking;

import org.smartcorrection.location.TrackState;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is remembered of each track to judge the next fix; gone as soon as the ground is. */
@Repository
class Tracks {
  private final JdbcClient jdbc;
  private final Vault vault;

  Tracks(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** The state of a person's track; the start when nothing is remembered. */
  TrackState of(PersonId person) {
    return jdbc.sql("select sealed from tracking.tracks where person = ?")
        .param(person.value())
        .query((row, _) -> row.getBytes("sealed"))
        .optional()
        .flatMap(bytes -> vault.open(person, Purpose.POSITIONING, place(person), bytes))
        .map(TrackState::decode)
        .orElseGet(TrackState::start);
  }

  void save(PersonId person, TrackState state) {
    jdbc.sql(
            """
            insert into tracking.tracks (person, sealed) values (?, ?)
            on conflict (person) do update set sealed = excluded.sealed
            """)
        .params(
            person.value(), vault.seal(person, Purpose.POSITIONING, place(person), state.encode()))
        .update();
  }

  void forget(PersonId person) {
    jdbc.sql("delete from tracking.tracks where person = ?").param(person.value()).update();
  }

  private static String place(PersonId person) {
    return "tracking.tracks/" + person;
  }
}
