package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.smartcorrection.platform.casework.Summary.Category;
import org.smartcorrection.platform.casework.Summary.Level;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Rule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much each officer carries: open cases by their weight, and what is due soon (rule H10). */
@Repository
public class Workloads {
  /** Received, not ended, and nobody is named. */
  static final String WITHOUT_ANYBODY = "officer is null and status in ('IN_RECEPTION', 'ACTIVE')";

  private final JdbcClient jdbc;
  private final Law law;
  private final Clock clock;

  Workloads(JdbcClient jdbc, Law law, Clock clock) {
    this.jdbc = jdbc;
    this.law = law;
    this.clock = clock;
  }

  /**
   * What one officer carries.
   *
   * @param open cases that have not ended
   * @param strict of them, at the strict level
   * @param relaxed of them, at the relaxed level
   * @param medical of them, execution outside prison
   * @param dueSoon open deadlines of staff that end within the agency's horizon
   * @param overdue of these, what has passed already
   * @param points all of it, weighted with the agency's own numbers
   */
  public record Load(
      int open, int strict, int relaxed, int medical, int dueSoon, int overdue, int points) {
    public static final Load NONE = new Load(0, 0, 0, 0, 0, 0, 0);

    Load plus(Load other) {
      return new Load(
          open + other.open,
          strict + other.strict,
          relaxed + other.relaxed,
          medical + other.medical,
          dueSoon + other.dueSoon,
          overdue + other.overdue,
          points + other.points);
    }
  }

  /** The load of everybody who is responsible for an open case of this agency. */
  public Map<AccountId, Load> of(AgencyId agency) {
    Rule numbers = rule(agency);
    var loads = new HashMap<AccountId, Load>();
    jdbc.sql(
            """
            select officer, level, category, count(*) n from casework.summaries
            where agency = ? and officer is not null and status <> 'ENDED'
            group by officer, level, category
            """)
        .param(agency.value())
        .query(
            row -> {
              add(
                  loads,
                  row.getObject("officer", UUID.class),
                  cases(
                      Level.valueOf(row.getString("level")),
                      Category.valueOf(row.getString("category")),
                      row.getInt("n"),
                      numbers));
            });
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    jdbc.sql(
            """
            select s.officer, count(*) n, count(*) filter (where d.due_on < :today) late
            from casework.deadlines d join casework.summaries s on s.case_id = d.case_id
            where d.agency = :agency and d.met_by is null and s.officer is not null
              and d.owner in ('AGENCY_OFFICER', 'JUDICIAL_OFFICE') and d.due_on <= :last
            group by s.officer
            """)
        .param("agency", agency.value())
        .param("today", today)
        .param("last", today.plusDays(numbers.number("horizonDays")))
        .query(
            row -> {
              int due = row.getInt("n");
              int points = due * numbers.number("deadlinePoints");
              add(
                  loads,
                  row.getObject("officer", UUID.class),
                  new Load(0, 0, 0, 0, due, row.getInt("late"), points));
            });
    return loads;
  }

  /** The points of one case by itself: with so much a load grows when it is taken over. */
  public int points(Summary in) {
    return cases(in.level(), in.category(), 1, rule(in.agency())).points();
  }

  /** How many days count as soon. */
  public int horizon(AgencyId agency) {
    return rule(agency).number("horizonDays");
  }

  /** How many received cases nobody is responsible for. */
  public int withoutAnybody(AgencyId agency) {
    return jdbc.sql(
            "select count(*) from casework.summaries where agency = ? and " + WITHOUT_ANYBODY)
        .param(agency.value())
        .query(Integer.class)
        .single();
  }

  /**
   * Somebody who was named for open cases.
   *
   * @param cases how many
   */
  public record Named(Officer officer, int cases) {}

  /** Everybody who is named for open cases of this agency, by post. */
  public List<Named> named(AgencyId agency) {
    return jdbc.sql(
            """
            select officer, officer_post, count(*) n from casework.summaries
            where agency = ? and officer is not null and status <> 'ENDED'
            group by officer, officer_post order by officer, officer_post
            """)
        .param(agency.value())
        .query(
            (row, _) ->
                new Named(
                    new Officer(
                        new AccountId(row.getObject("officer", UUID.class)),
                        new PostId(row.getObject("officer_post", UUID.class))),
                    row.getInt("n")))
        .list();
  }

  private Rule rule(AgencyId agency) {
    return law.rules(agency).at(LegalCalendar.legalDay(clock.instant())).rule("H10");
  }

  private static void add(Map<AccountId, Load> loads, UUID account, Load more) {
    loads.merge(new AccountId(account), more, Load::plus);
  }

  private static Load cases(Level level, Category category, int n, Rule numbers) {
    int weight =
        switch (level) {
          case STRICT -> numbers.number("strictPoints");
          case RELAXED -> numbers.number("relaxedPoints");
          case ORDINARY, UNDECIDED -> numbers.number("ordinaryPoints");
        };
    boolean medical = category == Category.TEMPORARY_EXECUTION;
    if (medical) weight += numbers.number("medicalPoints");
    return new Load(
        n,
        level == Level.STRICT ? n : 0,
        level == Level.RELAXED ? n : 0,
        medical ? n : 0,
        0,
        0,
        n * weight);
  }
}
