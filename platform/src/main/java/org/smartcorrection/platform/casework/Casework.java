package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.Instance;
import org.smartcorrection.procedure.act.Outcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The one door to anything official. In one transaction: the law decides, the act is numbered and
 * recorded, its documents are kept, the derived state follows, and everybody concerned hears of it.
 */
@Component
public class Casework {
  private final Cases cases;
  private final Acts acts;
  private final Instances instances;
  private final Derivation derivation;
  private final Recording recording;
  private final Hindrances hindrances;
  private final Papers papers;
  private final Law law;
  private final Consequences consequences;
  private final Prefill prefill;
  private final Standing standing;
  private final Hosts hosts;
  private final List<DerivedFacts> derivedFacts;
  private final List<Counsel> counsels;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Casework(
      Cases cases,
      Acts acts,
      Instances instances,
      Derivation derivation,
      Recording recording,
      Hindrances hindrances,
      Papers papers,
      Law law,
      Consequences consequences,
      Prefill prefill,
      Standing standing,
      Hosts hosts,
      List<DerivedFacts> derivedFacts,
      List<Counsel> counsels,
      ApplicationEventPublisher events,
      Clock clock) {
    this.cases = cases;
    this.acts = acts;
    this.instances = instances;
    this.derivation = derivation;
    this.recording = recording;
    this.hindrances = hindrances;
    this.papers = papers;
    this.law = law;
    this.consequences = consequences;
    this.prefill = prefill;
    this.standing = standing;
    this.hosts = hosts;
    this.derivedFacts = derivedFacts;
    this.counsels = counsels;
    this.events = events;
    this.clock = clock;
  }

  /** Does something official in a case that exists. */
  @Transactional
  public Result perform(PerformAct command) {
    Case in = cases.lock(command.caseId());
    return perform(in, command, cases.lastAct(in.id()));
  }

  /**
   * Opens a case with its first act; when the law does not accept that, there is no case either.
   *
   * @param first the first act, once the case has its identifier
   */
  @Transactional
  public Result open(PersonId person, Agency custody, Function<Case, PerformAct> first) {
    int year = LegalCalendar.legalDay(clock.instant()).getYear();
    Case opened = cases.open(person, custody, year);
    Result result = perform(opened, first.apply(opened), 0);
    if (!(result instanceof Result.Recorded))
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    return result;
  }

  private Result perform(Case in, PerformAct command, int last) {
    @Nullable Running before = running(command.instance(), in);
    PerformAct complete = command;
    // a correction says what was wrong; what was known when the act was done stands
    if (command.corrects() == null)
      for (DerivedFacts known : derivedFacts)
        complete = complete.with(known.derive(in, before, complete));
    List<Known> record = command.corrects() == null ? record(in, before, command) : List.of();
    List<Reason> otherwise = new ArrayList<>(prefill.otherwise(record, complete.facts()));
    if (command.corrects() == null)
      for (Counsel counsel : counsels) otherwise.addAll(counsel.against(in, before, complete));
    complete = complete.with(prefill.missing(record, asked(in, command, before), complete.facts()));
    complete.documents().forEach(Documents::check);
    complete = papers.complete(in, complete, before);
    Act act = recording.act(in, complete, last + 1);
    Optional<Reason> unable =
        standing
            .against(
                law.definition(in.agency(), act.procedure(), before, act.occurredAt()),
                act,
                complete.by())
            .or(() -> hosts.against(in, act, before));
    if (unable.isPresent()) return new Result.Refused(List.of(unable.get()));
    // a vote is nobody else's to put right, and what is closed stays as it was (rule H11)
    if (act.corrects() != null && act.deliberates())
      return new Result.Refused(List.of(Reason.of("reason.committee.stays", "H11")));
    if (act.corrects() != null) return correct(in, act, complete);
    Optional<Reason> shut = before == null ? hindrances.against(act, in) : Optional.empty();
    if (shut.isPresent()) return new Result.Refused(List.of(shut.get()));
    Outcome outcome = law.decide(in.agency(), instance(before), act, restsOn(act, in));
    return switch (outcome) {
      case Outcome.Refused(var reasons) -> new Result.Refused(reasons);
      case Outcome.NeedsReason(var warnings, _) ->
          new Result.NeedsReason(Stream.concat(otherwise.stream(), warnings.stream()).toList());
      case Outcome.Accepted _ when !otherwise.isEmpty() && act.overrideReason() == null ->
          new Result.NeedsReason(otherwise);
      case Outcome.Accepted accepted -> {
        List<Attached> attached = recording.record(in, act, complete, accepted);
        Derivation.Followed followed = derivation.apply(in, before, act, accepted);
        Running after = followed.instance();
        events.publishEvent(
            new ActRecorded(
                in, act, after, followed.summary(), complete.by(), attached, accepted.effects()));
        Case now = handed(in, accepted);
        yield bringing(now, consequences.of(now, act, after), new Result.Recorded(now, act, after));
      }
    };
  }

  /** The case as it is after an act: perhaps another agency's. */
  private Case handed(Case in, Outcome.Accepted accepted) {
    Case now = in.heldBy(Hosts.handedTo(accepted).orElse(in.agency()));
    if (now.equals(in)) return in;
    events.publishEvent(new CustodyMoved(now, in.agency()));
    return now;
  }

  /** What the record says already of what the act states. */
  private List<Known> record(Case in, @Nullable Running before, PerformAct command) {
    return asked(in, command, before).map(act -> prefill.of(in, before, act)).orElse(List.of());
  }

  private Optional<org.smartcorrection.procedure.act.Act> asked(
      Case in, PerformAct command, @Nullable Running before) {
    return law.definition(in.agency(), command.procedure(), before, clock.instant())
        .act(command.type());
  }

  /** A correction is recorded as any act; what the acts add up to is folded again with it. */
  private Result correct(Case in, Act act, PerformAct command) {
    var history = new ArrayList<>(acts.history(in.id()));
    history.add(act);
    return switch (Fold.of(law, cases.firstCustody(in.id()), history)) {
      case Fold.Broken(var reasons) -> new Result.Refused(reasons);
      // whose case it is changes by an act, and not in hindsight
      case Fold.Whole whole when !whole.custody(in.agency()).equals(in.agency()) ->
          new Result.Refused(List.of(Reason.of("reason.relocation.moved-on", "M24")));
      case Fold.Whole whole -> {
        List<Attached> attached = recording.corrected(in, act, command);
        Summary summary = derivation.replace(in, history, whole);
        Running after = instances.find(act.instance()).orElseThrow();
        events.publishEvent(
            new ActRecorded(in, act, after, summary, command.by(), attached, List.of()));
        List<PerformAct> follow =
            whole
                .latest(act)
                .map(right -> consequences.corrected(in, right, after))
                .orElse(List.of());
        yield bringing(in, follow, new Result.Recorded(in, act, after));
      }
    };
  }

  /** What an act brings by itself stands or falls with it: there is no ruling without effect. */
  private Result bringing(Case in, List<PerformAct> follow, Result.Recorded done) {
    for (PerformAct next : follow) {
      Result result = perform(in, next, cases.lastAct(in.id()));
      if (result instanceof Result.Recorded) continue;
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return result;
    }
    Running now = follow.isEmpty() ? done.instance() : running(done.instance().id(), in);
    return new Result.Recorded(in, done.act(), Objects.requireNonNull(now));
  }

  private @Nullable Running running(@Nullable UUID id, Case in) {
    if (id == null) return null;
    return instances
        .find(id)
        .filter(running -> running.caseId().equals(in.id()))
        .orElseThrow(NotFound::new);
  }

  private static @Nullable Instance instance(@Nullable Running running) {
    return running == null ? null : running.instance();
  }

  private Optional<Instance> restsOn(Act act, Case in) {
    return Optional.ofNullable(running(act.restsOn(), in)).map(Running::instance);
  }
}
