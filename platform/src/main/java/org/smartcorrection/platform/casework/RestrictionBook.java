package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What acts say of who opens a case: written with them, and read by {@link Restrictions}. */
@Repository
class RestrictionBook {
  private final JdbcClient jdbc;

  RestrictionBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The posts as an act states them. */
  static Set<PostId> posts(String said) {
    return Arrays.stream(said.split(" "))
        .filter(id -> !id.isEmpty() && !id.equals(Restrictions.NOBODY_ELSE))
        .map(id -> new PostId(UUID.fromString(id)))
        .collect(Collectors.toSet());
  }

  void restrict(CaseId id, UUID run, Set<PostId> openTo) {
    jdbc.sql(
            """
            insert into casework.restrictions (case_id, run, open_to) values (?, ?, ?)
            on conflict (case_id) do update set run = excluded.run, open_to = excluded.open_to
            """)
        .params(id.value(), run, openTo.stream().map(PostId::value).toArray(UUID[]::new))
        .update();
  }

  /** What was opened in an emergency stays known, and opens nothing from now on. */
  void lift(CaseId id, Instant at) {
    jdbc.sql("delete from casework.restrictions where case_id = ?").param(id.value()).update();
    jdbc.sql("update casework.restriction_openings set until = ? where case_id = ? and until > ?")
        .params(at.atOffset(ZoneOffset.UTC), id.value(), at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void open(Act act, Instant until) {
    jdbc.sql(
            """
            insert into casework.restriction_openings (act, case_id, account, until)
            values (?, ?, ?, ?)
            """)
        .params(
            act.id().value(),
            act.caseId().value(),
            act.account().value(),
            until.atOffset(ZoneOffset.UTC))
        .update();
  }
}
