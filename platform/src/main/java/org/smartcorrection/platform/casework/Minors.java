package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Charges;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The partition of minors: their cases are handled apart from those of adults, by posts that the
 * head charged with it, and who they are is confidential (CCL 52, 54). The charge is that of the
 * procedure {@value #PROCEDURE} in a post's list of powers and duties.
 */
@Repository
public class Minors {
  public static final String PROCEDURE = "minor";

  private final JdbcClient jdbc;
  private final Charges charges;
  private final Agencies agencies;
  private final Clock clock;

  Minors(JdbcClient jdbc, Charges charges, Agencies agencies, Clock clock) {
    this.jdbc = jdbc;
    this.charges = charges;
    this.agencies = agencies;
    this.clock = clock;
  }

  /** How many running cases of minors an agency has. */
  public int running(AgencyId agency) {
    return jdbc.sql(
            """
            select count(*) from casework.summaries
            where agency = ? and minor and status <> 'ENDED'
            """)
        .param(agency.value())
        .query(Integer.class)
        .single();
  }

  /** Whether a post of the agency, or of an office of it, is charged with minors today. */
  public boolean somebody(AgencyId custody) {
    Set<AgencyId> all =
        Stream.concat(Stream.of(custody), agencies.below(custody).stream().map(Agency::id))
            .collect(Collectors.toSet());
    return charges.anybody(all, PROCEDURE, LegalCalendar.legalDay(clock.instant()));
  }

  /** Whether the actor's post is charged with minors today. */
  boolean charged(Actor actor) {
    return charges.charged(actor.post(), PROCEDURE, LegalCalendar.legalDay(clock.instant()));
  }
}
