package org.smartcorrection.platform.casework;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says of two records that they are one human, and that they are not (rule H12). Each is an act in
 * both cases ({@link PersonLinkFollower} does the second); within an agency they come one after the
 * other, so that each knows which records are one already.
 */
@Component
public class PersonJoining {
  public static final String PROCEDURE = "duplicate";
  static final String JOINED = "RecordsLinked";
  static final String SEPARATED = "RecordsSeparated";

  /** The fact that names the other case by its number. */
  static final String OTHER = "otherCase";

  /** The fact that says whose identity number is wrong, and what it says. */
  public static final String WRONG = "wrongNumber";

  public static final String HERE = "NUMBER_HERE";
  public static final String THERE = "NUMBER_THERE";

  private final Casework casework;
  private final Cases cases;
  private final PersonLinks links;
  private final Instances instances;
  private final JdbcClient jdbc;

  PersonJoining(
      Casework casework, Cases cases, PersonLinks links, Instances instances, JdbcClient jdbc) {
    this.casework = casework;
    this.cases = cases;
    this.links = links;
    this.instances = instances;
    this.jdbc = jdbc;
  }

  /**
   * Joins the records of two cases.
   *
   * @param wrong which identity number is wrong, {@link #HERE} or {@link #THERE}; empty for none
   */
  @Transactional
  public Result join(CaseId id, CaseId other, String wrong, String reason, Actor by) {
    hold(cases.get(id).agency(), id, other);
    Facts facts = Facts.NONE.text(OTHER, cases.get(other).number());
    if (!wrong.isEmpty()) facts = facts.choice(WRONG, wrong);
    if (!reason.isEmpty()) facts = facts.text("reason", reason);
    return casework.perform(PerformAct.opening(id, PROCEDURE, JOINED, facts, by));
  }

  /**
   * Separates what one act joined.
   *
   * @throws NotFound when that case has no such run
   */
  @Transactional
  public Result separate(CaseId id, UUID run, String reason, Actor by) {
    PersonLink link =
        links.find(run).filter(found -> found.caseId().equals(id)).orElseThrow(NotFound::new);
    hold(cases.get(id).agency(), id, link.otherCase());
    @Nullable Running running = instances.find(run).orElse(null);
    if (running == null) throw new NotFound();
    Facts facts = reason.isEmpty() ? Facts.NONE : Facts.NONE.text("reason", reason);
    return casework.perform(PerformAct.in(running, SEPARATED, facts, by));
  }

  /**
   * The other case of a link that holds.
   *
   * @throws NotFound when that case has no such run, or it was separated
   */
  public Case other(CaseId id, UUID run) {
    return links
        .find(run)
        .filter(link -> link.caseId().equals(id) && link.holds())
        .map(link -> cases.get(link.otherCase()))
        .orElseThrow(NotFound::new);
  }

  /** One at a time in an agency, and the two cases always in the same order. */
  private void hold(AgencyId agency, CaseId one, CaseId other) {
    long key = agency.value().getLeastSignificantBits();
    jdbc.sql("select pg_advisory_xact_lock(?)").param(key).query(_ -> {});
    List<CaseId> ordered =
        Stream.of(one, other).distinct().sorted((a, b) -> a.value().compareTo(b.value())).toList();
    ordered.forEach(cases::lock);
  }
}
