package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.act.MetDeadline;
import org.smartcorrection.procedure.act.OpenDeadline;
import org.smartcorrection.procedure.act.Outcome;
import org.smartcorrection.procedure.act.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what the acts add up to: instances, deadlines, the summary row. {@link #replace} builds all
 * of it again from the acts alone.
 */
@Component
class Derivation {
  private final Instances instances;
  private final DeadlineKeeping deadlines;
  private final Summaries summaries;
  private final Cases cases;
  private final People people;
  private final Guarding guarding;
  private final Law law;
  private final JdbcClient jdbc;
  private final Clock clock;

  Derivation(
      Instances instances,
      DeadlineKeeping deadlines,
      Summaries summaries,
      Cases cases,
      People people,
      Guarding guarding,
      Law law,
      JdbcClient jdbc,
      Clock clock) {
    this.instances = instances;
    this.deadlines = deadlines;
    this.summaries = summaries;
    this.cases = cases;
    this.people = people;
    this.guarding = guarding;
    this.law = law;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What an act led to. */
  record Followed(Running instance, Summary summary) {}

  /** Follows one act. */
  Followed apply(Case had, @Nullable Running before, Act act, Outcome.Accepted accepted) {
    Running after = running(before, act, accepted);
    instances.save(after, had);
    Case in = had.heldBy(Hosts.handedTo(accepted).orElse(had.agency()));
    // with its first act a case has no row yet
    @Nullable Summary old = act.number() == 1 ? null : summaries.withSealed(in.id()).orElse(null);
    Summary summary = SummaryFold.apply(old, in, people.adultOn(in.person()), act);
    summaries.save(summary);
    if (old == null ? summary.guarded() : old.guarded() != summary.guarded())
      guarding.follow(in.person());
    deadlines(in, summary.office(), before != null, act, accepted);
    if (summary.office() != null && (old == null || !summary.office().equals(old.office())))
      deadlines.entrust(in.id(), summary.office());
    if (!in.agency().equals(had.agency())) {
      cases.handOver(in);
      deadlines.handOver(in);
    }
    return new Followed(after, summary);
  }

  /** Puts in place of everything derived what the acts add up to. */
  Summary replace(Case in, List<Act> history, Fold.Whole whole) {
    UUID id = in.id().value();
    jdbc.sql("delete from casework.deadlines where case_id = ?").param(id).update();
    jdbc.sql("delete from casework.instances where case_id = ?").param(id).update();
    jdbc.sql("delete from casework.all_summaries where case_id = ?").param(id).update();
    Map<UUID, Running> running = new HashMap<>();
    Case at = in.heldBy(cases.firstCustody(in.id()));
    for (Fold.Folded step : whole.steps()) {
      Running after =
          apply(at, running.get(step.act().instance()), step.act(), step.outcome()).instance();
      running.put(after.id(), after);
      at = in.heldBy(step.custody());
    }
    Summary summary =
        SummaryFold.touched(summaries.withSealed(in.id()).orElseThrow(), history.getLast());
    summaries.save(summary);
    return summary;
  }

  private Running running(@Nullable Running before, Act act, Outcome.Accepted accepted) {
    boolean closed =
        law.definition(accepted.next().procedure(), accepted.next().version())
            .state(accepted.next().state())
            .map(State::end)
            .orElse(false);
    return new Running(
        act.instance(),
        act.caseId(),
        accepted.next(),
        closed,
        before == null ? act.number() : before.openedBy(),
        act.number());
  }

  /**
   * Follows an act's deadlines.
   *
   * @param ran whether the run was there before: a new one has no older deadline to give way
   */
  private void deadlines(
      Case in, @Nullable AgencyId office, boolean ran, Act act, Outcome.Accepted accepted) {
    // what an act meets is the older deadline, even when it opens one of the same name anew
    for (MetDeadline met : accepted.met())
      if (!accepted.opened().contains(met.deadline()))
        deadlines.met(act.instance(), met.deadline().id(), act.number(), met.metAt());
    for (OpenDeadline opened : accepted.opened()) {
      if (ran) deadlines.supersede(act.instance(), opened.id());
      deadlines.open(due(in, office, act, opened));
    }
    for (MetDeadline met : accepted.met())
      if (accepted.opened().contains(met.deadline()))
        deadlines.met(act.instance(), met.deadline().id(), act.number(), met.metAt());
    if (!ran) return;
    deadlines.closeOthers(
        act.instance(), accepted.next().deadlines().stream().map(OpenDeadline::id).toList());
  }

  private Due due(Case in, @Nullable AgencyId office, Act act, OpenDeadline opened) {
    return new Due(
        Uuids.next(clock),
        in.id(),
        act.instance(),
        act.procedure(),
        opened.id(),
        opened.rule(),
        opened.owner().name(),
        in.agency(),
        office,
        opened.deadline().day(),
        opened.deadline().end(),
        opened.deadline().provisional(),
        opened.deadline().explanation(),
        opened.then().orElse(null),
        act.number(),
        null,
        null);
  }
}
