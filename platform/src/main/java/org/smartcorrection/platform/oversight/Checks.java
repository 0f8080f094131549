package org.smartcorrection.platform.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every comparison that a prosecutor asked for, with what it found at its time. */
@Repository
class Checks {
  private final JdbcClient jdbc;
  private final Clock clock;

  Checks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(Check check, AccountId by) {
    jdbc.sql(
            """
            insert into oversight.checks (id, case_id, at, account, acts, sound, waiting, broken,
              places, heads, micros)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Uuids.next(clock),
            check.caseId().value(),
            check.at().atOffset(ZoneOffset.UTC),
            by.value(),
            check.acts(),
            check.sound(),
            check.waiting(),
            check.broken().toArray(Integer[]::new),
            check.places().toArray(String[]::new),
            heads(check.heads()),
            check.micros())
        .update();
  }

  /** The latest of one case. */
  Optional<Check> latest(CaseId caseId) {
    return jdbc.sql("select * from oversight.checks where case_id = ? order by id desc limit 1")
        .param(caseId.value())
        .query((row, _) -> check(row))
        .optional();
  }

  private static String heads(List<Check.Head> heads) {
    return heads.stream()
        .map(head -> head.log() + " " + head.size() + " " + head.root())
        .collect(Collectors.joining("\n"));
  }

  private static List<Check.Head> heads(String text) {
    return text.lines()
        .map(line -> line.split(" ", -1))
        .map(parts -> new Check.Head(parts[0], Long.parseLong(parts[1]), parts[2]))
        .toList();
  }

  private static Check check(ResultSet row) throws SQLException {
    return new Check(
        new CaseId(row.getObject("case_id", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getInt("acts"),
        row.getInt("sound"),
        row.getInt("waiting"),
        List.of((Integer[]) row.getArray("broken").getArray()),
        List.of((String[]) row.getArray("places").getArray()),
        heads(row.getString("heads")),
        row.getLong("micros"));
  }
}
