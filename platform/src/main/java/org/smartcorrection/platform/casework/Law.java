package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.procedure.Cited;
import org.smartcorrection.procedure.Explanations;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.act.ActProposal;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Definitions;
import org.smartcorrection.procedure.act.Instance;
import org.smartcorrection.procedure.act.Interpreter;
import org.smartcorrection.procedure.act.Outcome;
import org.smartcorrection.procedure.act.Role;
import org.smartcorrection.procedure.local.LocalLaw;
import org.springframework.stereotype.Component;

/**
 * The law as the platform asks it: the published procedures and rules, the numbers that agencies
 * have set and the procedures that they have published for themselves, and the interpreter.
 */
@Component
public class Law {
  private final Definitions published = Definitions.published();
  private final Rules rules = Rules.published();
  private final LegalCalendar calendar = LegalCalendar.published();
  private final LocalNumbersOfAgencies numbers;
  private final LocalDefinitionsOfAgencies locals;
  private final Explanations explanations;
  private final LocalLaw localLaw = new LocalLaw(published, rules);

  /** The published procedures with those of all agencies, for as long as nothing is added. */
  private volatile @Nullable Every every;

  private record Every(List<PublishedDefinition> locals, Definitions definitions) {}

  Law(LocalNumbersOfAgencies numbers, LocalDefinitionsOfAgencies locals) {
    this.numbers = numbers;
    this.locals = locals;
    this.explanations = new Explanations(rules, locals);
  }

  /** The definition of a procedure, in the version an instance began with, whoever published it. */
  public Definition definition(String procedure, int version) {
    return knowing(procedure, version).get(procedure, version);
  }

  /**
   * The definition that an instance follows, or with which a new one begins at this instant.
   *
   * @param custody the agency that has the case: it may have published one of its own
   */
  public Definition definition(
      AgencyId custody, String procedure, @Nullable Running running, Instant now) {
    return running != null
        ? definition(procedure, running.instance().version())
        : newest(custody, procedure, LegalCalendar.legalDay(now)).orElseThrow();
  }

  /** The definition that the law itself has at this instant. */
  public Definition published(String procedure, Instant now) {
    return published.newest(procedure, LegalCalendar.legalDay(now)).orElseThrow();
  }

  /** An act as any version of its procedure knows it: for its words and articles. */
  public Optional<org.smartcorrection.procedure.act.Act> act(String procedure, String type) {
    return known().stream()
        .filter(definition -> definition.id().equals(procedure))
        .flatMap(definition -> definition.act(type).stream())
        .findFirst();
  }

  /** The articles on which an act of any version of its procedure rests, each once. */
  public List<Cited> articles(String procedure, String type, Locale locale) {
    return act(procedure, type).stream()
        .flatMap(act -> act.rules().stream())
        .flatMap(rule -> explanations.cited(rule, locale).stream())
        .distinct()
        .toList();
  }

  /** Every published definition, without those of agencies. */
  public List<Definition> definitions() {
    return published.all();
  }

  /** Every definition that anything may follow, those of agencies among them. */
  public List<Definition> known() {
    return every().all();
  }

  /** The same with those that an agency has published for its own cases. */
  public Definitions definitions(AgencyId custody) {
    return Definitions.of(
        Stream.concat(
                published.all().stream(),
                locals.all().stream()
                    .filter(act -> act.custody().equals(custody))
                    .map(act -> act.own().definition()))
            .toList());
  }

  /** With which version something may begin in the agency's cases on this day. */
  public Optional<Definition> newest(AgencyId custody, String procedure, LocalDate day) {
    Optional<Definition> law = published.newest(procedure, day);
    return locals.newest(custody, procedure, law, day).or(() -> law);
  }

  /** The newest version of each procedure with which something may begin on this day. */
  public List<Definition> inForce(LocalDate day) {
    return published.all().stream()
        .filter(
            definition ->
                published.newest(definition.id(), day).filter(definition::equals).isPresent())
        .toList();
  }

  /** The same in the cases of one agency, with the procedures that it has published. */
  public List<Definition> inForce(AgencyId custody, LocalDate day) {
    return Stream.concat(
            published.all().stream().map(Definition::id),
            locals.all().stream()
                .filter(act -> act.custody().equals(custody))
                .map(PublishedDefinition::procedure))
        .distinct()
        .flatMap(id -> newest(custody, id, day).stream())
        .toList();
  }

  /** Holds procedures of agencies' own against the published law. */
  public LocalLaw local() {
    return localLaw;
  }

  /** The published rules: their words, articles and bounds. Whoever counts asks for an agency's. */
  public Rules rules() {
    return rules;
  }

  /** The rules as they count in the cases of one agency: {@link Rules#at} has its own numbers. */
  public Rules rules(AgencyId custody) {
    return rules.with(numbers.of(custody));
  }

  /** Writes reasons and deadlines out, with the names that agencies have added. */
  public Explanations explanations() {
    return explanations;
  }

  public LegalCalendar calendar() {
    return calendar;
  }

  /** Whether the person's correction ended with this act (CCL 44, 45). */
  public boolean endsCorrection(Act act, Running in) {
    return definition(in.procedure(), in.instance().version())
        .act(act.type())
        .filter(org.smartcorrection.procedure.act.Act::ends)
        .isPresent();
  }

  /** How a run ends because the person's correction did; empty when it is over, or survives. */
  Optional<ActProposal> endWithCorrection(Running running, Instant at) {
    return new Interpreter(
            knowing(running.procedure(), running.instance().version()), rules, calendar)
        .endWithCorrection(running.instance(), at);
  }

  /**
   * What becomes of an act, recorded or proposed; repeatable, since no number and no procedure that
   * an agency publishes counts on a day on which it was not yet published.
   */
  Outcome decide(AgencyId custody, @Nullable Instance before, Act act, Optional<Instance> restsOn) {
    Instance instance =
        before != null
            ? before
            : newest(custody, act.procedure(), LegalCalendar.legalDay(act.occurredAt()))
                .orElseThrow()
                .begin();
    LocalDate day = LegalCalendar.legalDay(act.occurredAt());
    boolean moves =
        act.type().equals(org.smartcorrection.procedure.act.Act.VERSION_MOVED) && before != null;
    if (moves && !toNewest(custody, act, day))
      return new Outcome.Refused(List.of(Reason.of("reason.move.newest", "H6")));
    var proposal =
        new ActProposal(
            act.type(),
            Role.valueOf(act.role().name()),
            act.occurredAt(),
            act.facts().values(),
            Set.copyOf(act.documentKinds()),
            Optional.ofNullable(act.overrideReason()),
            restsOn);
    return new Interpreter(
            knowing(instance.procedure(), instance.version()), rules(custody), calendar)
        .decide(instance, proposal, act.recordedAt());
  }

  /** A run goes over to what the agency follows on that day, and to nothing else. */
  private boolean toNewest(AgencyId custody, Act act, LocalDate day) {
    return newest(custody, act.procedure(), day)
        .map(Definition::version)
        .equals(act.facts().count(org.smartcorrection.procedure.act.Act.TO_VERSION));
  }

  Outcome decide(AgencyId custody, Map<UUID, Instance> running, Act act) {
    return decide(
        custody,
        running.get(act.instance()),
        act,
        Optional.ofNullable(act.restsOn()).map(running::get));
  }

  /** All definitions; read again where another process published the one that is asked for. */
  private Definitions knowing(String procedure, int version) {
    Definitions known = every();
    if (known.find(procedure, version).isPresent()) return known;
    locals.forget();
    return every();
  }

  private Definitions every() {
    List<PublishedDefinition> now = locals.all();
    Every last = every;
    // the list is the same object until something is added
    if (last != null && last.locals().equals(now)) return last.definitions();
    Definitions all =
        Definitions.of(
            Stream.concat(published.all().stream(), now.stream().map(act -> act.own().definition()))
                .toList());
    every = new Every(now, all);
    return all;
  }
}
