package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.LocalNumber;
import org.smartcorrection.procedure.LocalNumbers;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Flaw;
import org.smartcorrection.procedure.local.Changes;
import org.smartcorrection.procedure.local.LocalDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what an agency does officially without a case: it sets numbers and publishes
 * procedures of its own (rule H6). As with {@link Casework}, the act and everything that follows
 * from it commit together.
 */
@Component
public class AgencyActs {
  /**
   * Shortly before midnight counts as the next day: whoever decides at midnight without having seen
   * what is about to be committed still decides by numbers that count then.
   */
  private static final Duration BEFORE_MIDNIGHT = Duration.ofMinutes(5);

  private final AgencyRegister register;
  private final LocalNumbersOfAgencies numbers;
  private final LocalDefinitionsOfAgencies definitions;
  private final DefinitionDrafts drafts;
  private final List<AgencyActSource> sources;
  private final Law law;
  private final Standing standing;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;
  private final Clock clock;

  AgencyActs(
      AgencyRegister register,
      LocalNumbersOfAgencies numbers,
      LocalDefinitionsOfAgencies definitions,
      DefinitionDrafts drafts,
      List<AgencyActSource> sources,
      Law law,
      Standing standing,
      Agencies agencies,
      Jurisdiction jurisdiction,
      Clock clock) {
    this.register = register;
    this.numbers = numbers;
    this.definitions = definitions;
    this.drafts = drafts;
    this.sources = sources;
    this.law = law;
    this.standing = standing;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
    this.clock = clock;
  }

  /**
   * What speaks against a number; nothing is recorded. Publishing asks the same again.
   *
   * @throws NotFound when the actor has nothing to do with the agency
   */
  public List<Reason> against(AgencyId custody, LocalNumber wanted, Actor by) {
    List<Reason> unable = unable(custody, by);
    if (!unable.isEmpty()) return unable;
    return switch (decide(numbers.of(custody), wanted)) {
      case LocalNumbers.Published _ -> List.of();
      case LocalNumbers.Refused(var reasons) -> reasons;
    };
  }

  /**
   * Sets the number, or says why not.
   *
   * @throws NotFound when the actor has nothing to do with the agency
   */
  @Transactional
  public Publication publish(PublishNumber command) {
    AgencyId custody = command.custody();
    List<Reason> unable = unable(custody, command.by());
    if (!unable.isEmpty()) return new Publication.Refused(unable);
    LocalNumbers own = numbers.read(custody);
    return switch (decide(own, command.wanted())) {
      case LocalNumbers.Refused(var reasons) -> new Publication.Refused(reasons);
      case LocalNumbers.Published _ -> {
        PublishedNumber act = act(command);
        numbers.add(act, command.by());
        yield new Publication.Published(act);
      }
    };
  }

  private LocalNumbers.Publication decide(LocalNumbers own, LocalNumber wanted) {
    LocalDate today = LegalCalendar.legalDay(clock.instant().plus(BEFORE_MIDNIGHT));
    return own.publish(wanted, law.rules(), today);
  }

  private PublishedNumber act(PublishNumber command) {
    AgencyId custody = command.custody();
    LocalNumber wanted = command.wanted();
    AgencyAct.Made made = register.next(custody, command.by());
    Rules before = law.rules().with(numbers.read(custody)).at(wanted.validFrom());
    return new PublishedNumber(
        made, wanted, before.rule(wanted.rule()).number(wanted.name()), command.reason());
  }

  /**
   * Publishes a procedure as the agency follows it from a day on, or says why not. What runs keeps
   * the version it began with.
   *
   * @throws NotFound when the actor has nothing to do with the agency
   */
  @Transactional
  public DefinitionPublication publish(PublishDefinition command) {
    AgencyId custody = command.custody();
    List<Reason> unable = unable(custody, command.by());
    if (!unable.isEmpty()) return new DefinitionPublication.Refused(unable);
    LocalDate today = LegalCalendar.legalDay(clock.instant().plus(BEFORE_MIDNIGHT));
    LocalDate from = command.validFrom();
    if (!from.isAfter(today))
      return new DefinitionPublication.Refused(
          List.of(
              Reason.of("reason.definition.back", "H6", new Arg.Day(from), new Arg.Day(today))));
    LocalDefinition wanted = command.wanted();
    List<Flaw> flaws = flaws(wanted, from);
    if (!flaws.isEmpty()) return new DefinitionPublication.Flawed(flaws);
    AgencyAct.Made made = register.next(custody, command.by());
    String procedure = wanted.definition().id();
    Optional<Definition> before = law.newest(custody, procedure, from);
    if (before.isPresent() && Changes.between(before, wanted.definition()).isEmpty())
      return new DefinitionPublication.Refused(
          List.of(Reason.of("reason.definition.same", "H6", new Arg.Day(from))));
    var act =
        new PublishedDefinition(
            made,
            wanted.published(definitions.nextVersion(), from),
            law.local().base(wanted, from).map(Definition::version).orElse(null),
            before.map(Definition::version).orElse(null),
            command.reason());
    definitions.add(act, command.by());
    drafts.drop(custody, procedure);
    return new DefinitionPublication.Published(act);
  }

  /**
   * One act of an agency, of whichever kind.
   *
   * @throws NotFound when there is none
   */
  public AgencyAct get(ActId id) {
    return sources.stream()
        .flatMap(source -> source.find(id).stream())
        .map((AgencyAct act) -> act)
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** All that is wrong with a procedure that an agency wants to follow from a day on. */
  public List<Flaw> flaws(LocalDefinition wanted, LocalDate from) {
    List<Flaw> flaws = new ArrayList<>(law.local().flaws(wanted, from));
    // one name means one thing, whoever reads it
    wanted.words().entrySet().stream()
        .filter(
            word ->
                definitions
                    .find(word.getKey())
                    .filter(known -> !known.equals(word.getValue()))
                    .isPresent())
        .map(word -> new Flaw(wanted.definition().id(), Flaw.Kind.LOCAL_NAME_TAKEN, word.getKey()))
        .forEach(flaws::add);
    return List.copyOf(flaws);
  }

  /**
   * Why somebody cannot order the agency's house by the head's own acts; nothing when they can. The
   * head of the county bureau alone: administrators keep accounts, and set nothing of law.
   *
   * @throws NotFound when the actor has nothing to do with the agency
   */
  public List<Reason> unable(AgencyId custody, Actor by) {
    boolean concerned =
        agencies.get(custody).kind() == AgencyKind.CORRECTION_AGENCY
            && jurisdiction.covers(by, custody, null);
    if (!concerned) throw new NotFound();
    if (!by.headsBureau()) return List.of(Reason.of("reason.number.power", "H6"));
    return standing.absent(by).stream().toList();
  }
}
