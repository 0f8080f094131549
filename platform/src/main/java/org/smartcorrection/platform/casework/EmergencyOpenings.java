package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who opened a closed case in an emergency, and why: what head, responsible officer and
 * procuratorate read at once (rule H13). Nobody keeps watch at the door; so everybody who answers
 * for it sees.
 */
@Repository
public class EmergencyOpenings {
  private static final Duration SHOWN = Duration.ofDays(30);
  private static final int MOST = 20;

  private final JdbcClient jdbc;
  private final Acts acts;
  private final Clock clock;

  EmergencyOpenings(JdbcClient jdbc, Acts acts, Clock clock) {
    this.jdbc = jdbc;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * One of them.
   *
   * @param until when the case closes again
   */
  public record Opening(Summary in, Act act, Instant until, boolean open) {
    public String reason() {
      return act.facts().said("reason");
    }
  }

  /**
   * Those of the last days in an agency's cases, the latest first.
   *
   * @param officer whose cases alone; {@code null} for all
   */
  public List<Opening> of(AgencyId custody, @Nullable AccountId officer) {
    Instant now = clock.instant();
    return jdbc
        .sql(
            """
            select s.*, o.act opening, o.until
            from casework.restriction_openings o
              join casework.summaries s on s.case_id = o.case_id
            where s.agency = :agency and o.until > :since
              and (:officer::uuid is null or s.officer = :officer::uuid)
            order by o.until desc, o.act desc limit :most
            """)
        .param("agency", custody.value())
        .param("since", now.minus(SHOWN).atOffset(ZoneOffset.UTC))
        .param("officer", officer == null ? null : officer.value())
        .param("most", MOST)
        .query(
            (row, _) -> {
              Instant until = row.getObject("until", OffsetDateTime.class).toInstant();
              return new Found(
                  Summaries.summary(row), new ActId(row.getObject("opening", UUID.class)), until);
            })
        .list()
        .stream()
        .map(
            found ->
                new Opening(
                    found.in(), acts.get(found.act()), found.until(), found.until().isAfter(now)))
        .toList();
  }

  private record Found(Summary in, ActId act, Instant until) {}
}
