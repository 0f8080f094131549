package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The statute clock of an agency: all that is open in its cases, by whoever it is owed, in the
 * order in which it ends. What people entrust to the procuratorate is not in it (CCL 34).
 */
@Repository
public class StatuteClock {
  /** How many days count as soon, from tomorrow on. */
  private static final int SOON_DAYS = 7;

  private static final Instant NEVER_BEFORE = Instant.EPOCH;
  private static final Instant NEVER_AFTER = Instant.parse("9999-12-31T00:00:00Z");

  private static final String ASKED =
      """
      from casework.deadlines d
      where d.agency = :agency and d.met_by is null
        and (:office::uuid is null or d.office = :office::uuid)
        and (:procedure::text is null or d.procedure = :procedure::text)
        and (cardinality(:owners::text[]) = 0 or d.owner = any(:owners::text[]))
        and (:entrusted::boolean is null or (d.office is not null) = :entrusted::boolean)
        and not (d.owner = 'PROSECUTOR' and d.rule = 'L29')
      """;

  private final JdbcClient jdbc;

  StatuteClock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** When something ends, seen from now. */
  public enum When {
    OVERDUE,
    TODAY,
    /** In the seven days after today. */
    SOON,
    LATER;

    private Instant after(Instant now) {
      LocalDate today = LegalCalendar.legalDay(now);
      return switch (this) {
        case OVERDUE -> NEVER_BEFORE;
        case TODAY -> now;
        case SOON -> LegalCalendar.endOf(today);
        case LATER -> LegalCalendar.endOf(today.plusDays(SOON_DAYS));
      };
    }

    private Instant until(Instant now) {
      LocalDate today = LegalCalendar.legalDay(now);
      return switch (this) {
        case OVERDUE -> now;
        case TODAY -> LegalCalendar.endOf(today);
        case SOON -> LegalCalendar.endOf(today.plusDays(SOON_DAYS));
        case LATER -> NEVER_AFTER;
      };
    }
  }

  /**
   * What is asked for.
   *
   * @param office one office's part of the agency's cases; {@code null} for all of them
   * @param owners the roles that owe it; empty for all
   * @param entrusted whether the case is entrusted to an office; {@code null} for either
   */
  public record Asked(
      AgencyId agency,
      @Nullable AgencyId office,
      List<String> owners,
      @Nullable Boolean entrusted,
      @Nullable String procedure) {
    public Asked {
      owners = List.copyOf(owners);
    }

    /** Everything in an agency's cases, or in one office's part of them. */
    public static Asked all(AgencyId agency, @Nullable AgencyId office) {
      return new Asked(agency, office, List.of(), null, null);
    }

    public Asked owedBy(List<String> roles) {
      return new Asked(agency, office, roles, entrusted, procedure);
    }
  }

  /**
   * One open deadline with the run that it belongs to.
   *
   * @param version of the procedure's definition
   * @param state in which the run stands
   */
  public record Open(Due due, int version, String state) {}

  /** The roles as which a post owes: an office works on what its agency owes. */
  public static List<String> owners(Role role) {
    return role == Role.JUDICIAL_OFFICE
        ? List.of(Role.JUDICIAL_OFFICE.name(), Role.AGENCY_OFFICER.name())
        : List.of(role.name());
  }

  /**
   * What is open, the nearest first.
   *
   * @param when {@code null} for any time
   * @param after the key to go on from
   * @throws NotFound when the key is none
   */
  public Slice<Open> page(
      Asked asked, @Nullable When when, Instant now, @Nullable String after, int size) {
    Instant from = when == null ? NEVER_BEFORE : when.after(now);
    Instant until = when == null ? NEVER_AFTER : when.until(now);
    ClockKey key = after == null ? ClockKey.after(from) : ClockKey.parse(after);
    List<Open> rows =
        asked(
                """
                select d.*, i.version, i.state from (select d.*
                """
                    + ASKED
                    + """
                      and (d.ends_at, d.id) > (:end, :id) and d.ends_at <= :until
                    order by d.ends_at, d.id limit :limit) d
                    join casework.instances i on i.id = d.instance order by d.ends_at, d.id
                    """,
                asked)
            .param("end", key.end().atOffset(ZoneOffset.UTC))
            .param("id", key.id())
            .param("until", until.atOffset(ZoneOffset.UTC))
            .param("limit", size + 1)
            .query(
                (row, _) ->
                    new Open(Deadlines.due(row), row.getInt("version"), row.getString("state")))
            .list();
    return Slice.of(rows, size, row -> new ClockKey(row.due().end(), row.due().id()).toString());
  }

  /**
   * How much of one deadline is open.
   *
   * @param overdue of it, whose end has passed
   */
  public record Count(int open, int overdue) {
    public static final Count NONE = new Count(0, 0);
  }

  /** How much of each deadline is open, by procedure and name, such as {@code leave.decide}. */
  public Map<String, Count> counts(Asked asked, Instant now) {
    var counts = new HashMap<String, Count>();
    asked(
            """
            select d.procedure, d.name, count(*) as open,
              count(*) filter (where d.ends_at <= :now) as overdue
            """
                + ASKED
                + " group by d.procedure, d.name",
            asked)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              counts.put(
                  row.getString("procedure") + "." + row.getString("name"),
                  new Count(row.getInt("open"), row.getInt("overdue")));
            });
    return counts;
  }

  /** How much is open at which time. */
  public Map<When, Integer> tally(Asked asked, Instant now) {
    var tally = new EnumMap<When, Integer>(When.class);
    asked(
            """
            select count(*) filter (where d.ends_at <= :now) as overdue,
              count(*) filter (where d.ends_at > :now and d.ends_at <= :tonight) as today,
              count(*) filter (where d.ends_at > :tonight and d.ends_at <= :week) as soon,
              count(*) filter (where d.ends_at > :week) as later
            """
                + ASKED,
            asked)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("tonight", When.TODAY.until(now).atOffset(ZoneOffset.UTC))
        .param("week", When.SOON.until(now).atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              tally.put(When.OVERDUE, row.getInt("overdue"));
              tally.put(When.TODAY, row.getInt("today"));
              tally.put(When.SOON, row.getInt("soon"));
              tally.put(When.LATER, row.getInt("later"));
            });
    return tally;
  }

  /** How much is overdue, for those who need no more than the number, counted up to a most. */
  public int overdue(Asked asked, Instant now, int most) {
    return asked(
            "select count(*) from (select " + ASKED + " and d.ends_at <= :now limit :most) d",
            asked)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  /**
   * What these roles owe, of any agency, that fell due before a day and is open still.
   *
   * @param after the last of the page before; {@code null} to begin
   */
  public List<Due> overdue(LocalDate before, List<String> owners, @Nullable Due after, int most) {
    return jdbc.sql(
            """
            select * from casework.deadlines
            where met_by is null and due_on < :before and owner = any(:owners)
              and (due_on, id) > (:day, :id)
            order by due_on, id limit :most
            """)
        .param("before", before)
        .param("owners", owners.toArray(String[]::new))
        .param("day", after == null ? LocalDate.EPOCH : after.day())
        .param("id", after == null ? new UUID(0, 0) : after.id())
        .param("most", most)
        .query((row, _) -> Deadlines.due(row))
        .list();
  }

  private JdbcClient.StatementSpec asked(String sql, Asked asked) {
    return jdbc.sql(sql)
        .param("agency", asked.agency().value())
        .param("office", asked.office() == null ? null : asked.office().value())
        .param("procedure", asked.procedure())
        .param("owners", asked.owners().toArray(String[]::new))
        .param("entrusted", asked.entrusted());
  }
}
