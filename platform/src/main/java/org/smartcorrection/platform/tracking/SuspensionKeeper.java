package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Duration;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.Keeper;
import org.springframework.stereotype.Component;

/** Looks now and then which absences are over, and what of that which they suspended goes on. */
@Component
class SuspensionKeeper extends Keeper {
  private final Suspended suspended;
  private final Absences absences;
  private final Observations observations;
  private final Questions questions;
  private final Summaries summaries;
  private final Clock clock;

  SuspensionKeeper(
      Suspended suspended,
      Absences absences,
      Observations observations,
      Questions questions,
      Summaries summaries,
      Clock clock) {
    super("suspension-keeper", Duration.ofSeconds(10));
    this.suspended = suspended;
    this.absences = absences;
    this.observations = observations;
    this.questions = questions;
    this.summaries = summaries;
    this.clock = clock;
  }

  @Override
  protected void round() {
    for (Alarm alarm : suspended.waiting())
      if (absences.explaining(alarm.person(), alarm.kind(), clock.instant()).isEmpty()) over(alarm);
  }

  private void over(Alarm alarm) {
    boolean ended =
        summaries
            .find(alarm.caseId())
            .filter(row -> row.status() != Summary.Status.ENDED)
            .isEmpty();
    if (!ended && observations.goesOn(alarm.id())) {
      if (suspended.resume(alarm.id())) questions.raisePending();
    } else suspended.close(alarm.id());
  }
}
