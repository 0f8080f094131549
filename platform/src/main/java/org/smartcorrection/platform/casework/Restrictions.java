package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.subjects.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The one place that says to whom a guarded case opens, among those whose post covers it.
 *
 * <p>A restricted one (rule H13): to the head of the bureau, the responsible officer, the posts
 * that the head named, and whoever opened it in an emergency, for some hours. One of a minor (CCL
 * 52 to 58) in the same way to the posts charged with minors, and to the city agency while it owes
 * something in it. Court and procuratorate keep what they have. A sealed one (CPL 286): to those of
 * {@link SealedRecords}; for everybody else there is none.
 */
@Repository
public class Restrictions {
  public static final String PROCEDURE = "restriction";

  /** The acts by which somebody opens a case in an emergency: a restricted one, one of a minor. */
  public static final String OPENED = "RestrictedCaseOpened";

  public static final String MINOR_OPENED = "MinorCaseOpened";

  /** What an act states when it names no post. */
  public static final String NOBODY_ELSE = "none";

  private final JdbcClient jdbc;
  private final Jurisdiction jurisdiction;
  private final Minors minors;
  private final SealedRecords sealed;
  private final People people;
  private final Clock clock;

  Restrictions(
      JdbcClient jdbc,
      Jurisdiction jurisdiction,
      Minors minors,
      SealedRecords sealed,
      People people,
      Clock clock) {
    this.jdbc = jdbc;
    this.jurisdiction = jurisdiction;
    this.minors = minors;
    this.sealed = sealed;
    this.people = people;
    this.clock = clock;
  }

  /** Whether this case is closed to somebody whose post covers it. */
  public boolean closed(Actor actor, Summary in) {
    if (in.sealed()) return !sealed.opens(actor);
    return in.guarded() && !always(actor) && !opens(actor, in, granted(actor));
  }

  /**
   * Lets by whoever may open a case.
   *
   * @throws CaseRestricted when it is closed to the actor
   * @throws NotFound when its record is sealed, and not for the actor to open
   */
  public void check(Actor actor, Summary in) {
    if (!closed(actor, in)) return;
    if (in.sealed()) throw new NotFound();
    throw new CaseRestricted(in.caseId());
  }

  /**
   * Whose names the actor does not read: everybody's with a case that is closed to them, and those
   * of whom there are sealed records alone.
   *
   * @param people who are guarded
   */
  public Set<PersonId> hidden(Actor actor, Collection<PersonId> people) {
    if (people.isEmpty()) return Set.of();
    // whoever keeps accounts or reads the audit trail meets nobody's case
    if (actor.role() == Role.AUDITOR || actor.role() == Role.ADMINISTRATOR)
      return Set.copyOf(people);
    Map<PersonId, List<Summary>> cases =
        jdbc
            .sql("select * from casework.all_summaries where person = any(?)")
            .param(people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
            .query((row, _) -> Summaries.summary(row))
            .list()
            .stream()
            .filter(in -> near(actor, in))
            .collect(Collectors.groupingBy(Summary::person));
    var granted = granted(actor);
    var hidden = new HashSet<PersonId>();
    cases.forEach(
        (person, all) -> {
          List<Summary> open = all.stream().filter(in -> !in.sealed()).toList();
          boolean closed =
              open.isEmpty()
                  ? !sealed.opens(actor)
                  : !always(actor)
                      && open.stream().anyMatch(in -> in.guarded() && !opens(actor, in, granted));
          if (closed) hidden.add(person);
        });
    return hidden;
  }

  private Granted granted(Actor actor) {
    return new Granted(jdbc, minors, actor, clock.instant());
  }

  /** Whether somebody's name is withheld from the actor. */
  public boolean withheld(Actor actor, PersonId person) {
    return people.guarded(person) && hidden(actor, List.of(person)).contains(person);
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

  private boolean opens(Actor actor, Summary in, Granted granted) {
    @Nullable Officer officer = in.officer();
    boolean responsible =
        officer != null
            && (officer.account().equals(actor.account()) || officer.post().equals(actor.post()));
    if (responsible) return true;
    // whom the head named is the narrower decision, of a minor's case too
    boolean named =
        in.restricted()
            ? granted.named(in.caseId())
            : granted.withMinors() || granted.turn(in.caseId());
    return named || granted.inEmergency(in.caseId());
  }
}
