package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.ActsOfTime;
import org.smartcorrection.platform.kernel.Keeper;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.SystemActors;
import org.springframework.stereotype.Component;

/**
 * Lets time act: every second, what deadlines bring about by themselves is recorded, so that a
 * positioning ends although nobody thinks of it (the gate does not wait for the record), and what
 * silence means is asked. After a start devices first have time to send what they kept meanwhile.
 */
@Component
class TimeKeeper extends Keeper {
  private static final Duration GRACE = Duration.ofMinutes(15);

  private final ActsOfTime acts;
  private final Intake intake;
  private final Questions questions;
  private final Agencies agencies;
  private final SystemActors actors;
  private final Clock clock;
  private @Nullable Instant lookFrom;
  private CompletableFuture<Void> looked = CompletableFuture.completedFuture(null);

  TimeKeeper(
      ActsOfTime acts,
      Intake intake,
      Questions questions,
      Agencies agencies,
      SystemActors actors,
      Clock clock) {
    super("time-keeper", Duration.ofSeconds(1));
    this.acts = acts;
    this.intake = intake;
    this.questions = questions;
    this.agencies = agencies;
    this.actors = actors;
    this.clock = clock;
  }

  /** One second's work. */
  @Override
  protected void round() {
    acts.perform(clock.instant(), custody -> actors.of(agencies.get(custody)));
    questions.raisePending();
    look(clock.instant());
  }

  private void look(Instant now) {
    if (lookFrom == null) lookFrom = now.plus(GRACE);
    if (now.isBefore(lookFrom) || !looked.isDone()) return;
    try {
      looked = intake.look();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
