package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which closed cases one reader was let into, and why. Each ground is asked for once and for all
 * cases together, when the first case needs it: a list with a hundred such cases asks no more than
 * one with a single case.
 */
final class Granted {
  private final JdbcClient jdbc;
  private final Minors minors;
  private final Actor actor;
  private final Instant now;
  private @Nullable Boolean charged;
  private @Nullable Set<CaseId> named;
  private @Nullable Set<CaseId> opened;
  private @Nullable Set<CaseId> owing;

  Granted(JdbcClient jdbc, Minors minors, Actor actor, Instant now) {
    this.jdbc = jdbc;
    this.minors = minors;
    this.actor = actor;
    this.now = now;
  }

  /** Whether the reader is charged with minors. */
  boolean withMinors() {
    if (charged == null) charged = minors.charged(actor);
    return charged;
  }

  /** Whether the head named the reader's post for this restricted case. */
  boolean named(CaseId id) {
    if (named == null)
      named =
          cases(
              jdbc.sql("select case_id from casework.restrictions where ? = any(open_to)")
                  .param(actor.post().value()));
    return named.contains(id);
  }

  /** Whether the reader opened it in an emergency, and that still lasts. */
  boolean inEmergency(CaseId id) {
    if (opened == null)
      opened =
          cases(
              jdbc.sql(
                      "select case_id from casework.restriction_openings"
                          + " where account = ? and until > ?")
                  .params(actor.account().value(), now.atOffset(ZoneOffset.UTC)));
    return opened.contains(id);
  }

  /** Whether the city agency owes something in it: who has to decide has to read. */
  boolean turn(CaseId id) {
    if (actor.role() != Role.CITY_AGENCY) return false;
    if (owing == null)
      owing =
          cases(
              jdbc.sql(
                  """
                  select d.case_id from casework.deadlines d
                    join casework.summaries s on s.case_id = d.case_id
                  where d.met_by is null and d.owner = 'CITY_AGENCY' and s.minor
                  """));
    return owing.contains(id);
  }

  private static Set<CaseId> cases(JdbcClient.StatementSpec asked) {
    return asked.query((row, _) -> new CaseId(row.getObject("case_id", UUID.class))).set();
  }
}
