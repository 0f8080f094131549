package org.smartcorrection.acceptance.bench;

import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.location.measure.Measurement;
import org.smartcorrection.location.measure.Measurement.Matter;
import org.smartcorrection.location.measure.Score;
import org.smartcorrection.location.simulation.Seeds;
import org.smartcorrection.location.simulation.SimulatedPerson;
import org.smartcorrection.location.supervision.SupervisionRules;

/** How well things are found, on three hundred people who were held out, for thirty days each. */
final class Scores implements Row {
  private static final int PEOPLE = 300;
  private static final int DAYS = 30;

  @Override
  public String id() {
    return "location.10";
  }

  @Override
  public List<Figure> measure() {
    Measurement measured = Measurement.of(Seeds.heldOut(PEOPLE), DAYS, SupervisionRules.standard());
    System.out.println(
        "         " + SimulatedPerson.noiseVersion() + ", messages: " + measured.messages());
    Score exit = measured.score(Matter.EXIT);
    Score separation = measured.score(Matter.SEPARATION);
    Score spoofing = measured.score(Matter.SPOOFING);
    var figures = new ArrayList<Figure>();
    figures.add(
        new Figure("location.10a", "exit alarms, precision", exit.precision(), "", 0.95, 0.99));
    figures.add(new Figure("location.10b", "exit alarms, recall", exit.recall(), "", 0.98, 0.995));
    figures.add(
        new Figure("location.11a", "separation, recall", separation.recall(), "", 0.8, 0.95));
    figures.add(
        new Figure(
            "location.11b",
            "separation, false a person-month",
            separation.falseAMonth(),
            "",
            1,
            0.5));
    figures.add(new Figure("location.11c", "spoofing, recall", spoofing.recall(), "", 0.8, 0.95));
    figures.add(
        new Figure(
            "location.11d", "spoofing, false a person-month", spoofing.falseAMonth(), "", 1, 0.5));
    for (Matter matter : Matter.values()) {
      if (matter == Matter.EXIT || matter == Matter.SEPARATION || matter == Matter.SPOOFING) {
        continue;
      }
      Score score = measured.score(matter);
      figures.add(
          Figure.note(
              "location.11e", matter + ": recall of " + score.happened(), score.recall(), ""));
      figures.add(
          Figure.note(
              "location.11e", matter + ": precision of " + score.raised(), score.precision(), ""));
    }
    return figures;
  }
}
