package org.smartcorrection.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which records are one human (rule H12): derived from acts; every record stays as it is. */
@Repository
public class PersonLinks {
  private final JdbcClient jdbc;

  PersonLinks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All records that are the same human as this one, itself among them. */
  public Set<PersonId> group(PersonId person) {
    return Objects.requireNonNull(groups(List.of(person)).get(person));
  }

  /** The same for many in one query. Links in a row make one group. */
  public Map<PersonId, Set<PersonId>> groups(Collection<PersonId> persons) {
    var groups = new HashMap<PersonId, Set<PersonId>>();
    jdbc.sql(
            """
            with recursive joined (root, person) as (
              select p, p from unnest(?::uuid[]) p
              union
              select j.root, l.other_person from joined j
                join casework.person_links l on l.person = j.person
              where l.separated_by is null and l.twin is not null)
            select root, person from joined
            """)
        .param(persons.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
        .query(
            row -> {
              groups
                  .computeIfAbsent(
                      new PersonId(row.getObject("root", UUID.class)), _ -> new HashSet<>())
                  .add(new PersonId(row.getObject("person", UUID.class)));
            });
    return groups;
  }

  /** What was said of these records, what does not hold any more among it; the latest first. */
  public List<PersonLink> of(Collection<PersonId> persons) {
    return jdbc.sql(
            """
            select * from casework.person_links where person = any(?)
            order by linked_at desc, run desc
            """)
        .param(persons.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
        .query((row, _) -> link(row))
        .list();
  }

  /** What the acts of one case say. */
  List<PersonLink> ofCase(CaseId id) {
    return jdbc.sql("select * from casework.person_links where case_id = ?")
        .param(id.value())
        .query((row, _) -> link(row))
        .list();
  }

  Optional<PersonLink> find(UUID run) {
    return jdbc.sql("select * from casework.person_links where run = ?")
        .param(run)
        .query((row, _) -> link(row))
        .optional();
  }

  /** The link from the other side that waits for this one. */
  Optional<PersonLink> waiting(Case in, Case other) {
    return jdbc.sql(
            """
            select * from casework.person_links
            where case_id = ? and other_case = ? and twin is null and separated_by is null
            """)
        .params(other.id().value(), in.id().value())
        .query((row, _) -> link(row))
        .optional();
  }

  void add(Running run, Case in, Case other, Act act) {
    jdbc.sql(
            """
            insert into casework.person_links
              (run, case_id, person, other_case, other_person, linked_by, linked_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            run.id(),
            in.id().value(),
            in.person().value(),
            other.id().value(),
            other.person().value(),
            act.number(),
            act.occurredAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void pair(UUID one, UUID other) {
    jdbc.sql("update casework.person_links set twin = ? where run = ?").params(other, one).update();
    jdbc.sql("update casework.person_links set twin = ? where run = ?").params(one, other).update();
  }

  void separate(UUID run, Act act) {
    jdbc.sql("update casework.person_links set separated_by = ?, separated_at = ? where run = ?")
        .params(act.number(), act.occurredAt().atOffset(ZoneOffset.UTC), run)
        .update();
  }

  private static PersonLink link(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime separated = row.getObject("separated_at", OffsetDateTime.class);
    return new PersonLink(
        row.getObject("run", UUID.class),
        new CaseId(row.getObject("case_id", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        new CaseId(row.getObject("other_case", UUID.class)),
        new PersonId(row.getObject("other_person", UUID.class)),
        row.getObject("twin", UUID.class),
        row.getInt("linked_by"),
        row.getObject("linked_at", OffsetDateTime.class).toInstant(),
        row.getObject("separated_by", Integer.class),
        separated == null ? null : separated.toInstant());
  }
}
