package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Charges;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The sealed records of minors (CPL 286, rule D14). No list of cases has them. Whoever keeps them
 * finds them by number: the head, and the officers charged with the procedure {@value #PROCEDURE},
 * who answer those that the law lets ask. Court and procuratorate open one that they know of.
 */
@Repository
public class SealedRecords {
  public static final String PROCEDURE = "sealing";

  private final JdbcClient jdbc;
  private final Charges charges;
  private final Clock clock;

  SealedRecords(JdbcClient jdbc, Charges charges, Clock clock) {
    this.jdbc = jdbc;
    this.charges = charges;
    this.clock = clock;
  }

  /** Whether the actor keeps the sealed records of the agencies that the post covers. */
  public boolean keeps(Actor actor) {
    return switch (actor.role()) {
      case BUREAU_HEAD -> actor.headsBureau();
      case AGENCY_OFFICER ->
          charges.charged(actor.post(), PROCEDURE, LegalCalendar.legalDay(clock.instant()));
      case COURT,
          JUDICIAL_OFFICE,
          CITY_AGENCY,
          PROSECUTOR,
          HOST_AGENCY,
          SUBJECT,
          AUDITOR,
          ADMINISTRATOR,
          SYSTEM ->
          false;
    };
  }

  /** Whether a sealed record opens to somebody whose post covers it. */
  boolean opens(Actor actor) {
    return switch (actor.role()) {
      case COURT, PROSECUTOR -> true;
      case AGENCY_OFFICER,
          JUDICIAL_OFFICE,
          BUREAU_HEAD,
          CITY_AGENCY,
          HOST_AGENCY,
          SUBJECT,
          AUDITOR,
          ADMINISTRATOR,
          SYSTEM ->
          keeps(actor);
    };
  }

  /** Those of an agency, the latest first. */
  public Slice<Summary> page(AgencyId agency, @Nullable String before, int size) {
    List<Summary> rows =
        jdbc.sql(
                """
                select * from casework.all_summaries
                where sealed and agency = :agency
                  and (:before::uuid is null or case_id < :before::uuid)
                order by case_id desc limit :limit
                """)
            .param("agency", agency.value())
            .param("before", before)
            .param("limit", size + 1)
            .query((row, _) -> Summaries.summary(row))
            .list();
    return Slice.of(rows, size, row -> row.caseId().toString());
  }
}
