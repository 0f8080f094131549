package org.smartcorrection.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.procedure.Explanation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is due, by whom, and why on that day: derived from acts. */
@Repository
public class Deadlines {
  private static final String UNEXPLAINED =
      """
      id, case_id, instance, procedure, name, rule, owner, agency, office, due_on, ends_at,
        provisional, null as explanation, then_act, opened_by, met_by, met_at
      """;
  private static final String MISSED =
      """
      from casework.deadlines
      where agency = ? and (met_by is null and ends_at <= ?
          or met_at >= ends_at and met_at > ? and (name <> 'end' or met_at > ends_at))
        and owner not in ('PROSECUTOR', 'SYSTEM')
        and (owner <> 'SUBJECT' or rule <> 'M13' and met_by is null)
      """;

  private final JdbcClient jdbc;

  Deadlines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All deadlines of a case as a page shows them: the open ones first, the nearest on top. */
  public List<Due> ofCase(CaseId caseId) {
    return jdbc.sql(
            """
            select * from casework.deadlines where case_id = ?
            order by met_by is not null, case when met_by is null then ends_at end, met_at desc
            """)
        .param(caseId.value())
        .query((row, _) -> due(row))
        .list();
  }

  /**
   * Every deadline of a case that is open, however many there are: what a comparison goes through.
   */
  List<Due> open(CaseId caseId) {
    return jdbc.sql("select * from casework.deadlines where case_id = ? and met_by is null")
        .param(caseId.value())
        .query((row, _) -> due(row))
        .list();
  }

  /** What is open in one agency's cases (or in one office's part of them), the nearest first. */
  public List<Due> open(AgencyId agency, @Nullable AgencyId office, int most) {
    return jdbc.sql(
            """
            select * from casework.deadlines
            where agency = :agency and met_by is null
              and (:office::uuid is null or office = :office::uuid)
            order by ends_at limit :most
            """)
        .param("agency", agency.value())
        .param("office", office == null ? null : office.value())
        .param("most", most)
        .query((row, _) -> due(row))
        .list();
  }

  /**
   * How much of an agency is open.
   *
   * @param over of it, whose end has passed
   * @param today of it, what ends on this legal day
   */
  public record Tally(int open, int over, int today) {}

  /** How much is open in the cases of an agency, or of one of its offices. */
  public Tally tally(AgencyId agency, @Nullable AgencyId office, Instant now, LocalDate today) {
    return jdbc.sql(
            """
            select count(*) as open, count(*) filter (where ends_at <= :now) as over,
              count(*) filter (where ends_at > :now and due_on = :today) as today
            from casework.deadlines
            where agency = :agency and met_by is null
              and (:office::uuid is null or office = :office::uuid)
            """)
        .param("agency", agency.value())
        .param("office", office == null ? null : office.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("today", today)
        .query((row, _) -> new Tally(row.getInt("open"), row.getInt("over"), row.getInt("today")))
        .single();
  }

  /**
   * What falls due on one day.
   *
   * @param total all of it; {@code first} holds the nearest few
   */
  public record OfDay(int total, List<Due> first) {
    public OfDay {
      first = List.copyOf(first);
    }
  }

  /** The next days until the last one, each with its first few; what is overdue stands on today. */
  public Map<LocalDate, OfDay> days(
      AgencyId agency, @Nullable AgencyId office, LocalDate today, LocalDate last, int few) {
    record Placed(LocalDate day, int total, Due due) {}
    List<Placed> placed =
        jdbc.sql(
                "select * from (select "
                    + UNEXPLAINED
                    + """
                    , greatest(due_on, :today) as day,
                      row_number() over (partition by greatest(due_on, :today) order by ends_at, id)
                        as place,
                      count(*) over (partition by greatest(due_on, :today)) as total
                    from casework.deadlines
                    where agency = :agency and met_by is null and due_on <= :last
                      and (:office::uuid is null or office = :office::uuid)
                    ) d where place <= :few order by day, place
                    """)
            .param("agency", agency.value())
            .param("office", office == null ? null : office.value())
            .param("today", today)
            .param("last", last)
            .param("few", few)
            .query(
                (row, _) ->
                    new Placed(
                        row.getObject("day", LocalDate.class), row.getInt("total"), due(row)))
            .list();
    return placed.stream()
        .collect(
            Collectors.groupingBy(
                Placed::day,
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    list ->
                        new OfDay(
                            list.getFirst().total(), list.stream().map(Placed::due).toList()))));
  }

  /** What is open in these cases, the nearest first, without how it was counted. */
  public List<Due> open(Collection<CaseId> cases) {
    return jdbc.sql(
            "select "
                + UNEXPLAINED
                + """
                 from casework.deadlines
                where case_id = any(?) and met_by is null order by ends_at
                """)
        .param(cases.stream().map(CaseId::value).toArray(UUID[]::new))
        .query((row, _) -> due(row))
        .list();
  }

  /**
   * Deadlines in the cases of one agency that passed before anybody kept them, the longest ago
   * first; of those that were kept late after all, the ones kept since then. How they were counted
   * is left out: {@link #explanation} has it. Reports that a person owes are not among them, nor is
   * what a person was late with and did: both are the agency's own work.
   */
  public List<Due> missed(AgencyId agency, Instant now, Instant since, int most) {
    return jdbc.sql("select " + UNEXPLAINED + MISSED + "order by ends_at limit ?")
        .params(agency.value(), now.atOffset(ZoneOffset.UTC), since.atOffset(ZoneOffset.UTC), most)
        .query((row, _) -> due(row))
        .list();
  }

  /** How many those are. */
  public int countMissed(AgencyId agency, Instant now, Instant since) {
    return jdbc.sql("select count(*) " + MISSED)
        .params(agency.value(), now.atOffset(ZoneOffset.UTC), since.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  /** How a deadline was counted. */
  public Explanation explanation(UUID id) {
    return jdbc.sql("select explanation from casework.deadlines where id = ?")
        .param(id)
        .query((row, _) -> FactsJson.explanation(row.getString("explanation")))
        .optional()
        .orElse(Explanation.NONE);
  }

  static Due due(ResultSet row) throws SQLException {
    @Nullable UUID office = row.getObject("office", UUID.class);
    @Nullable OffsetDateTime metAt = row.getObject("met_at", OffsetDateTime.class);
    @Nullable String explanation = row.getString("explanation");
    return new Due(
        row.getObject("id", UUID.class),
        new CaseId(row.getObject("case_id", UUID.class)),
        row.getObject("instance", UUID.class),
        row.getString("procedure"),
        row.getString("name"),
        row.getString("rule"),
        row.getString("owner"),
        new AgencyId(row.getObject("agency", UUID.class)),
        office == null ? null : new AgencyId(office),
        row.getObject("due_on", LocalDate.class),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("provisional"),
        explanation == null ? Explanation.NONE : FactsJson.explanation(explanation),
        row.getString("then_act"),
        row.getInt("opened_by"),
        row.getObject("met_by", Integer.class),
        metAt == null ? null : metAt.toInstant());
  }
}
