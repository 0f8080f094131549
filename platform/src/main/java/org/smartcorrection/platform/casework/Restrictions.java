package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The one place that says who opens a restricted case (rule H13), among those whose post covers it:
 * the head of the bureau, the responsible officer, the posts that the head named, and whoever
 * opened it in an emergency, for some hours. Court and procuratorate keep what they have.
 */
@Repository
public class Restrictions {
  public static final String PROCEDURE = "restriction";

  private final JdbcClient jdbc;
  private final Jurisdiction jurisdiction;
  private final Clock clock;

  Restrictions(JdbcClient jdbc, Jurisdiction jurisdiction, Clock clock) {
    this.jdbc = jdbc;
    this.jurisdiction = jurisdiction;
    this.clock = clock;
  }

  /** Whether this case is closed to somebody whose post covers it. */
  public boolean closed(Actor actor, Summary in) {
    return in.restricted() && !opens(actor, in);
  }

  /**
   * Lets by whoever may open a case.
   *
   * @throws CaseRestricted when it is closed to the actor
   */
  public void check(Actor actor, Summary in) {
    if (closed(actor, in)) throw new CaseRestricted(in.caseId());
  }

  /** Whose names the actor does not read: everybody's with a case that is closed to them. */
  public Set<PersonId> hidden(Actor actor, Collection<PersonId> people) {
    if (people.isEmpty() || always(actor)) return Set.of();
    List<Summary> restricted =
        jdbc.sql("select * from casework.summaries where restricted and person = any(?)")
            .param(people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
            .query((row, _) -> Summaries.summary(row))
            .list();
    var hidden = new HashSet<PersonId>();
    for (Summary in : restricted) if (near(actor, in) && !opens(actor, in)) hidden.add(in.person());
    return hidden;
  }

  /** The posts that the head named. */
  public Set<PostId> openTo(CaseId id) {
    return jdbc.sql("select unnest(open_to) post from casework.restrictions where case_id = ?")
        .param(id.value())
        .query((row, _) -> new PostId(row.getObject("post", UUID.class)))
        .set();
  }

  /** The agency that has the case, and whoever stands above it; another agency has its own case. */
  private boolean near(Actor actor, Summary in) {
    return jurisdiction.custody(actor).equals(in.agency())
        || jurisdiction.covers(actor, in.agency(), in.office());
  }

  private static boolean always(Actor actor) {
    return switch (actor.role()) {
      case AGENCY_OFFICER, JUDICIAL_OFFICE, CITY_AGENCY -> false;
      case BUREAU_HEAD -> actor.headsBureau();
      case COURT, PROSECUTOR, HOST_AGENCY, SUBJECT, AUDITOR, ADMINISTRATOR, SYSTEM -> true;
    };
  }

  private boolean opens(Actor actor, Summary in) {
    @Nullable Officer officer = in.officer();
    boolean responsible =
        officer != null
            && (officer.account().equals(actor.account()) || officer.post().equals(actor.post()));
    return always(actor)
        || responsible
        || openTo(in.caseId()).contains(actor.post())
        || inEmergency(actor, in.caseId());
  }

  private boolean inEmergency(Actor actor, CaseId id) {
    return jdbc.sql(
            """
            select exists (select from casework.restriction_openings
              where case_id = ? and account = ? and until > ?)
            """)
        .params(id.value(), actor.account().value(), clock.instant().atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /** What an act states when it names no post. */
  public static final String NOBODY_ELSE = "none";

  /** The posts as an act states them. */
  static Set<PostId> posts(String said) {
    return Arrays.stream(said.split(" "))
        .filter(id -> !id.isEmpty() && !id.equals(NOBODY_ELSE))
        .map(id -> new PostId(UUID.fromString(id)))
        .collect(Collectors.toSet());
  }

  void restrict(CaseId id, UUID run, Set<PostId> openTo) {
    jdbc.sql(
            """
            insert into casework.restrictions (case_id, run, open_to) values (?, ?, ?)
            on conflict (case_id) do update set run = excluded.run, open_to = excluded.open_to
            """)
        .params(id.value(), run, openTo.stream().map(PostId::value).toArray(UUID[]::new))
        .update();
  }

  void lift(CaseId id) {
    jdbc.sql("delete from casework.restrictions where case_id = ?").param(id.value()).update();
    jdbc.sql("delete from casework.restriction_openings where case_id = ?")
        .param(id.value())
        .update();
  }

  void open(Act act, Instant until) {
    jdbc.sql(
            """
            insert into casework.restriction_openings (act, case_id, account, until)
            values (?, ?, ?, ?)
            """)
        .params(
            act.id().value(),
            act.caseId().value(),
            act.account().value(),
            until.atOffset(ZoneOffset.UTC))
        .update();
  }
}
