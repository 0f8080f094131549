package org.smartcorrection.acceptance.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.smartcorrection.location.measure.GroundTerms;
import org.smartcorrection.location.simulation.Episode;
import org.smartcorrection.location.simulation.SimulatedPerson;
import org.smartcorrection.location.simulation.Watcher;
import org.smartcorrection.location.supervision.Message;
import org.smartcorrection.location.supervision.Outcome;
import org.smartcorrection.location.supervision.Supervision;
import org.smartcorrection.location.supervision.SupervisionState;
import org.smartcorrection.location.supervision.Terms;

/**
 * A simulated person's messages in memory, so that only the machine that judges them is measured.
 */
record Recorded(Terms terms, List<Message> messages) {
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

  static Recorded of(long seed, int days) {
    var person = new SimulatedPerson(seed, FIRST, days);
    var messages = new ArrayList<Message>();
    person.live(
        new Watcher() {
          @Override
          public void received(Message message, Instant at) {
            messages.add(message);
          }

          @Override
          public void happened(Episode episode) {}
        });
    messages.sort(Comparator.comparing(Message::time));
    return new Recorded(GroundTerms.of(person.ground()), messages);
  }

  /** Judges all of them and gives the last state. */
  SupervisionState judged(Supervision supervision, Terms by) {
    SupervisionState state = SupervisionState.start();
    for (Message message : messages) {
      Outcome outcome = supervision.hear(state, message, by);
      state = outcome.state();
    }
    return state;
  }
}
