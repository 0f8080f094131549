package org.smartcorrection.location.measure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.smartcorrection.location.measure.Measurement.Matter;
import org.smartcorrection.location.simulation.Seeds;
import org.smartcorrection.location.supervision.SupervisionRules;

/** The floors, on some of the people who are held out; the bench measures on all of them. */
class MeasurementTest {
  @Test
  void what_happened_is_found_and_what_is_found_happened() {
    Measurement measured = Measurement.of(Seeds.heldOut(40), 30, SupervisionRules.standard());
    Score exit = measured.score(Matter.EXIT);
    assertTrue(exit.happened() > 100, exit::toString);
    assertTrue(exit.precision() >= 0.95, exit::toString);
    assertTrue(exit.recall() >= 0.98, exit::toString);
    for (Matter matter : new Matter[] {Matter.SEPARATION, Matter.SPOOFING}) {
      Score score = measured.score(matter);
      assertTrue(score.happened() > 30, score::toString);
      assertTrue(score.recall() >= 0.8, () -> matter + ": " + score);
      assertTrue(score.falseAMonth() <= 1, () -> matter + ": " + score);
    }
    for (Matter matter : new Matter[] {Matter.FORBIDDEN, Matter.STRAP, Matter.CASE}) {
      Score score = measured.score(matter);
      assertTrue(score.recall() >= 0.95, () -> matter + ": " + score);
      assertTrue(score.precision() >= 0.9, () -> matter + ": " + score);
    }
  }
}
