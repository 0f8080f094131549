package org.smartcorrection.platform.tracking;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The open alarms that somebody's post covers: the gravest first, of those the latest. */
@Repository
class AlarmQueue {
  private static final int MOST_CASES = 2_000;

  private static final String OPEN =
      """
      from tracking.alarms a
      where a.agency = :agency and not a.closed and a.instance is not null
        and (:all or a.case_id = any(:cases))
        and (:kind::text is null or a.kind = :kind)
        and (not :unseen or a.seen_at is null)
      """;

  private final JdbcClient jdbc;
  private final Jurisdiction jurisdiction;
  private final Summaries summaries;

  AlarmQueue(JdbcClient jdbc, Jurisdiction jurisdiction, Summaries summaries) {
    this.jdbc = jdbc;
    this.jurisdiction = jurisdiction;
    this.summaries = summaries;
  }

  /** How many are open, and whether one of them is about a person (◆). */
  record Tally(int open, boolean grave) {}

  /**
   * A page of them.
   *
   * @param after the alarm to go on from
   */
  Slice<Alarm> page(Actor actor, AlarmFilter filter, @Nullable String after, int size) {
    List<Alarm> rows =
        asked(
                "select a.* "
                    + OPEN
                    + """
                    and (:after::uuid is null or (tracking.gravity(a.severity), a.opened_at, a.id)
                      < (select tracking.gravity(b.severity), b.opened_at, b.id
                         from tracking.alarms b where b.id = :after::uuid))
                    order by tracking.gravity(a.severity) desc, a.opened_at desc, a.id desc
                    limit :limit
                    """,
                actor,
                filter)
            .param("after", after)
            .param("limit", size + 1)
            .query((row, _) -> Alarms.alarm(row))
            .list();
    return Slice.of(rows, size, alarm -> alarm.id().toString());
  }

  Tally tally(Actor actor) {
    return tally(actor, AlarmFilter.NONE);
  }

  Tally tally(Actor actor, AlarmFilter filter) {
    return asked(
            "select count(*) open, coalesce(bool_or(a.severity = 'RED'), false) grave " + OPEN,
            actor,
            filter)
        .query((row, _) -> new Tally(row.getInt("open"), row.getBoolean("grave")))
        .single();
  }

  private JdbcClient.StatementSpec asked(String sql, Actor actor, AlarmFilter filter) {
    AgencyId custody = jurisdiction.custody(actor);
    @Nullable AgencyId office = Jurisdiction.office(actor);
    boolean all = !filter.mine() && office == null;
    return jdbc.sql(sql)
        .param("agency", custody.value())
        .param("all", all)
        .param("cases", all ? new UUID[0] : cases(actor, custody, office, filter.mine()))
        .param("kind", filter.kind() == null ? null : filter.kind().name())
        .param("unseen", filter.unseen());
  }

  private UUID[] cases(Actor actor, AgencyId custody, @Nullable AgencyId office, boolean mine) {
    Collection<CaseId> cases =
        mine
            ? mine(actor, custody, office).map(Summary::caseId).toList()
            : summaries.ids(custody, office);
    return cases.stream().map(CaseId::value).toArray(UUID[]::new);
  }

  private Stream<Summary> mine(Actor actor, AgencyId custody, @Nullable AgencyId office) {
    return summaries.openOf(custody, actor.account(), MOST_CASES).stream()
        .filter(row -> office == null || office.equals(row.office()));
  }
}
