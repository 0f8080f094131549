package org.smartcorrection.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.DeadlineSpec;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What waits for the head of the county bureau, read from the definitions: every deadline that only
 * a decision of the head's answers (CCL 29), and, shortly before it ends, what only the head can
 * let go on.
 */
@Repository
public class HeadsMatters {
  /** How long before its end a term that only the head extends is shown. */
  private static final Duration AHEAD = Duration.ofDays(30);

  private static final Instant NEVER_AFTER = Instant.parse("9999-12-31T00:00:00Z");

  private final JdbcClient jdbc;
  private final Law law;

  HeadsMatters(JdbcClient jdbc, Law law) {
    this.jdbc = jdbc;
    this.law = law;
  }

  /**
   * One matter.
   *
   * @param due until when; the term itself where it {@code ends} unless the head extends it
   * @param since when it began to wait
   * @param acts what the head can do, in the order of the procedure
   */
  public record Waiting(
      Due due, int version, String state, Instant since, boolean ends, List<Act> acts) {
    public Waiting {
      acts = List.copyOf(acts);
    }
  }

  /** A deadline of a procedure; {@code ends} where acts of the head's push it on. */
  record Asked(String procedure, String name, boolean ends) {}

  /**
   * What waits, the nearest deadline first.
   *
   * @param after the key to go on from
   * @throws NotFound when the key is none
   */
  public Slice<Waiting> page(AgencyId custody, Instant now, @Nullable String after, int size) {
    List<Asked> asked = asked(law.inForce(custody, LegalCalendar.legalDay(now)));
    ClockKey key = after == null ? ClockKey.after(Instant.EPOCH) : ClockKey.parse(after);
    List<Waiting> rows =
        jdbc.sql(
                """
                select d.*, i.version, i.state, a.recorded_at as since, asked.ends
                from unnest(:procedures::text[], :names::text[], :untils::text[]::timestamptz[],
                    :ends::boolean[]) as asked (procedure, name, until, ends)
                join casework.deadlines d on d.agency = :agency and d.procedure = asked.procedure
                  and d.name = asked.name and d.met_by is null and d.ends_at <= asked.until
                  and (d.ends_at, d.id) > (:end, :id)
                join casework.instances i on i.id = d.instance
                join casework.acts a on a.case_id = d.case_id and a.number = d.opened_by
                order by d.ends_at, d.id limit :limit
                """)
            .param("procedures", asked.stream().map(Asked::procedure).toArray(String[]::new))
            .param("names", asked.stream().map(Asked::name).toArray(String[]::new))
            .param(
                "untils",
                asked.stream()
                    .map(one -> (one.ends() ? now.plus(AHEAD) : NEVER_AFTER).toString())
                    .toArray(String[]::new))
            .param("ends", asked.stream().map(Asked::ends).toArray(Boolean[]::new))
            .param("agency", custody.value())
            .param("end", key.end().atOffset(ZoneOffset.UTC))
            .param("id", key.id())
            .param("limit", size + 1)
            .query((row, _) -> waiting(row))
            .list();
    return Slice.of(rows, size, row -> new ClockKey(row.due().end(), row.due().id()).toString());
  }

  private Waiting waiting(ResultSet row) throws SQLException {
    Due due = Deadlines.due(row);
    int version = row.getInt("version");
    String state = row.getString("state");
    return new Waiting(
        due,
        version,
        state,
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getBoolean("ends"),
        law.definition(due.procedure(), version).actsFrom(state).stream()
            .filter(Standing::reserved)
            .toList());
  }

  /** Which deadlines only the head answers, or pushes on. */
  static List<Asked> asked(List<Definition> definitions) {
    var asked = new ArrayList<Asked>();
    for (Definition definition : definitions)
      for (DeadlineSpec due : definition.deadlines()) {
        boolean owed = due.owner() == Role.BUREAU_HEAD;
        if (due.metBy().stream().noneMatch(met -> reserved(definition, met.act()))) continue;
        boolean ends =
            (owed || due.then().isPresent())
                && due.starts().stream().anyMatch(start -> reserved(definition, start.act()));
        if (ends || owed) asked.add(new Asked(definition.id(), due.id(), ends));
      }
    return asked;
  }

  private static boolean reserved(Definition definition, String type) {
    return definition.act(type).filter(Standing::reserved).isPresent();
  }
}
