package org.smartcorrection.platform.lab;

import java.time.Clock;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.tracking.PastTracks;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** Takes up a trial: from now on it waits for its turn, and the auditor reads who asked for it. */
@Component
class Asking {
  private static final int EVERYBODY = 1_000_000;

  private final Trials trials;
  private final PastTracks tracks;
  private final Trail trail;
  private final Clock clock;

  Asking(Trials trials, PastTracks tracks, Trail trail, Clock clock) {
    this.trials = trials;
    this.tracks = tracks;
    this.trail = trail;
    this.clock = clock;
  }

  Trial ask(AgencyId agency, TrialForm.Typed typed, ReadPurpose purpose, Actor by) {
    var span =
        new PastTracks.Span(
            LegalCalendar.startOf(typed.first()), LegalCalendar.endOf(typed.last()));
    int people = tracks.people(agency, span, null, EVERYBODY).size();
    var trial =
        new Trial(
            Uuids.next(clock),
            agency,
            by.account(),
            by.post(),
            purpose,
            typed.reason(),
            typed.first(),
            typed.last(),
            typed.figures(),
            Trial.State.WAITING,
            people,
            0,
            0,
            null,
            clock.instant(),
            null);
    trials.add(trial);
    trail.note(by.account(), "figures-tried", trial.id() + " " + people);
    return trial;
  }
}
