package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Posted;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.Effect;
import org.smartcorrection.procedure.act.Fact;
import org.smartcorrection.procedure.act.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The agency of another place that is asked in a run, answers for itself, and to which the case may
 * go over (rules M23 to M25). It sees that run and nothing else of the case, until the case is its
 * own.
 */
@Component
public class Hosts {
  /** The fact that names the agency, where it works on this installation. */
  public static final String FACT = "hostAgency";

  private final JdbcClient jdbc;
  private final Agencies agencies;
  private final Posted posted;
  private final Instances instances;
  private final Clock clock;

  Hosts(JdbcClient jdbc, Agencies agencies, Posted posted, Instances instances, Clock clock) {
    this.jdbc = jdbc;
    this.agencies = agencies;
    this.posted = posted;
    this.instances = instances;
    this.clock = clock;
  }

  /** The agency that is asked in a run; empty where none of this installation is. */
  public static Optional<AgencyId> of(Running run) {
    return named(run.facts(), FACT);
  }

  /** The correction agencies that could be asked: others, in which somebody can answer today. */
  public List<Agency> possible(AgencyId custody) {
    List<AgencyId> others =
        agencies.ofKind(AgencyKind.CORRECTION_AGENCY).stream()
            .map(Agency::id)
            .filter(id -> !id.equals(custody))
            .toList();
    return posted
        .held(Role.AGENCY_OFFICER, others, LegalCalendar.legalDay(clock.instant()))
        .stream()
        .map(agencies::get)
        .toList();
  }

  /** The run in which this actor answers in a case of another agency. */
  public Optional<Running> answering(Actor actor, CaseId caseId) {
    if (actor.role() != Role.AGENCY_OFFICER) return Optional.empty();
    return runs(
            "host = ? and not closed and case_id = ? order by id desc limit 1",
            actor.agency().id().value(),
            caseId.value())
        .stream()
        .findFirst();
  }

  /**
   * The open runs in which an agency is asked, the latest first.
   *
   * @param before the key to go on from
   */
  public Slice<Running> asked(AgencyId host, @Nullable UUID before, int size) {
    List<Running> rows =
        before == null
            ? runs("host = ? and not closed order by id desc limit ?", host.value(), size + 1)
            : runs(
                "host = ? and not closed and id < ? order by id desc limit ?",
                host.value(),
                before,
                size + 1);
    return Slice.of(rows, size, run -> run.id().toString());
  }

  /** In how many open runs an agency is asked. */
  public int countAsked(AgencyId host) {
    return jdbc.sql("select count(*) from casework.instances where host = ? and not closed")
        .param(host.value())
        .query(Integer.class)
        .single();
  }

  private List<Running> runs(String where, Object... params) {
    List<UUID> ids =
        jdbc.sql("select id from casework.instances where " + where)
            .params(params)
            .query((row, _) -> row.getObject("id", UUID.class))
            .list();
    return instances.all(ids);
  }

  /** Why this agency cannot be asked, or why this actor cannot answer. */
  Optional<Reason> against(Case in, Act act, @Nullable Running before) {
    Optional<AgencyId> named = named(act.facts(), FACT);
    if (named.isPresent()
        && possible(in.agency()).stream().map(Agency::id).noneMatch(named.get()::equals))
      return Optional.of(Reason.of("reason.relocation.host-unknown", "M23"));
    if (act.role() != Role.HOST_AGENCY) return Optional.empty();
    boolean asked = before != null && of(before).filter(act.agency()::equals).isPresent();
    return asked ? Optional.empty() : Optional.of(Reason.of("reason.relocation.not-asked", "M23"));
  }

  /** To which agency the case goes over with an act; empty when it stays where it is. */
  static Optional<AgencyId> handedTo(Outcome.Accepted accepted) {
    return accepted.effects().stream()
        .flatMap(
            effect ->
                effect instanceof Effect.HandOver(var fact)
                    ? named(new Facts(accepted.next().facts()), fact).stream()
                    : Stream.empty())
        .findFirst();
  }

  private static Optional<AgencyId> named(Facts facts, String fact) {
    return facts.values().get(fact) instanceof Fact.Text(var id)
        ? Optional.of(AgencyId.of(id))
        : Optional.empty();
  }
}
