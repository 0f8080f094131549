package org.smartcorrection.platform.lab;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.supervision.Figure;
import org.smartcorrection.location.supervision.Supervision;
import org.smartcorrection.location.supervision.SupervisionRules;
import org.smartcorrection.platform.access.LiveFeed;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.kernel.Keeper;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.tracking.PastTracks;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/**
 * Runs trials, one after the other and one person after the other, on a single thread that leaves
 * the rest to those who are judged now. Before a track is read, the person's record says who looked
 * at it and for what. It goes on where it stopped, and stops where whoever asked may no longer.
 */
@Component
class TrialKeeper extends Keeper {
  private static final int PEOPLE_AT_ONCE = 4;

  private final Trials trials;
  private final PastTracks tracks;
  private final Looks looks;
  private final Accounts accounts;
  private final LiveFeed feed;
  private final Clock clock;

  TrialKeeper(
      Trials trials,
      PastTracks tracks,
      Looks looks,
      Accounts accounts,
      LiveFeed feed,
      Clock clock) {
    super("lab", Duration.ofSeconds(2));
    this.trials = trials;
    this.tracks = tracks;
    this.looks = looks;
    this.accounts = accounts;
    this.feed = feed;
    this.clock = clock;
  }

  @Override
  protected void round() {
    for (var next = trials.next(); next.isPresent(); next = trials.next()) {
      some(next.get());
      if (!isRunning()) return;
    }
  }

  /** The next people of a trial; it ends when there are none. */
  void some(Trial trial) {
    Optional<Actor> asking =
        accounts
            .acting(trial.account(), trial.post(), LegalCalendar.legalDay(clock.instant()))
            .filter(Actor::headsBureau);
    if (asking.isEmpty()) {
      end(trial, Trial.State.NOT_ENTITLED);
      return;
    }
    List<PersonId> people =
        tracks.people(trial.agency(), trial.span(), trial.reached(), PEOPLE_AT_ONCE);
    if (people.isEmpty()) {
      end(trial, Trial.State.DONE);
      return;
    }
    Supervision inForce = new Supervision(rules("in-force", trial, false));
    Supervision tried = new Supervision(rules("tried", trial, true));
    @Nullable PersonId before = trial.reached();
    for (PersonId person : people) {
      looks.record(asking.get(), trial.purpose(), "replay", List.of(person));
      PastTracks.Judged judged = tracks.judge(person, trial.span(), inForce, tried);
      Compared compared = Compared.of(judged);
      if (!trials.judged(trial.id(), before, person, compared, judged.messages())) return;
      before = person;
      tell(trial);
    }
  }

  private void end(Trial trial, Trial.State state) {
    if (trials.end(trial.id(), state)) tell(trial);
  }

  private void tell(Trial trial) {
    feed.tell("lab", actor -> actor.account().equals(trial.account()));
  }

  private static SupervisionRules rules(String version, Trial trial, boolean tried) {
    Map<Figure, Integer> figures = new EnumMap<>(Figure.class);
    trial
        .figures()
        .forEach(value -> figures.put(value.figure(), tried ? value.tried() : value.inForce()));
    return Figure.set(version, SupervisionRules.standard(), figures);
  }
}
