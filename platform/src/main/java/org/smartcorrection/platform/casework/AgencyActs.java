package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.LocalNumber;
import org.smartcorrection.procedure.LocalNumbers;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.Rules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what an agency does officially without a case: it sets numbers of its own (rule H6).
 * As with {@link Casework}, the act and everything that follows from it commit together.
 */
@Component
public class AgencyActs {
  /**
   * Shortly before midnight counts as the next day: whoever decides at midnight without having seen
   * what is about to be committed still decides by numbers that count then.
   */
  private static final Duration BEFORE_MIDNIGHT = Duration.ofMinutes(5);

  private final LocalNumbersOfAgencies numbers;
  private final Law law;
  private final Standing standing;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AgencyActs(
      LocalNumbersOfAgencies numbers,
      Law law,
      Standing standing,
      Agencies agencies,
      Jurisdiction jurisdiction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.numbers = numbers;
    this.law = law;
    this.standing = standing;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
    this.events = events;
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
        numbers.add(act);
        events.publishEvent(new NumberPublished(act, command.by()));
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
    // the agency's row is held from here on: what stands before is read after it
    int number = numbers.next(custody);
    Rules before = law.rules().with(numbers.read(custody)).at(wanted.validFrom());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new PublishedNumber(
        new ActId(Uuids.next(clock)),
        custody,
        number,
        wanted,
        before.rule(wanted.rule()).number(wanted.name()),
        command.reason(),
        command.by().agency().id(),
        command.by().account(),
        command.by().post(),
        command.by().role(),
        command.by().inPlace() == null ? null : command.by().inPlace().substitution(),
        now);
  }

  /** The head of the county bureau alone: administrators keep accounts, and set nothing of law. */
  private List<Reason> unable(AgencyId custody, Actor by) {
    boolean concerned =
        agencies.get(custody).kind() == AgencyKind.CORRECTION_AGENCY
            && jurisdiction.covers(by, custody, null);
    if (!concerned) throw new NotFound();
    if (!by.headsBureau()) return List.of(Reason.of("reason.number.power", "H6"));
    return standing.absent(by).stream().toList();
  }
}
