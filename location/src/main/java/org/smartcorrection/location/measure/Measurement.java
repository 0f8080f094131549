package org.smartcorrection.location.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.smartcorrection.location.simulation.Episode;
import org.smartcorrection.location.simulation.RecordedPerson;
import org.smartcorrection.location.simulation.SimulatedPerson;
import org.smartcorrection.location.simulation.Watcher;
import org.smartcorrection.location.supervision.Message;
import org.smartcorrection.location.supervision.Observation;
import org.smartcorrection.location.supervision.Supervision;
import org.smartcorrection.location.supervision.SupervisionRules;
import org.smartcorrection.location.supervision.Terms;
import org.smartcorrection.location.supervision.Timeline;

/**
 * Supervises simulated people, with late and repeated messages as they arrive, and compares what is
 * observed in the end with what happened.
 */
public final class Measurement {
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
  private static final double DAYS_OF_MONTH = 30;
  private static final Duration BEFORE = Duration.ofMinutes(5);
  private static final Duration AFTER = Duration.ofMinutes(15);

  /** What is measured. */
  public enum Matter {
    /** Out of permitted ground for 3 minutes and 50 m, seen by two positions. */
    EXIT(Episode.Kind.OUTSIDE, 3, 50, 2),
    /** On forbidden ground for 3 minutes and 50 m. */
    FORBIDDEN(Episode.Kind.ON_FORBIDDEN_GROUND, 3, 50, 2),
    /** Not there for half an hour. */
    ABSENT(Episode.Kind.ABSENT, 30, 0, 2),
    /** Without the device for an hour. */
    SEPARATION(Episode.Kind.SEPARATED, 60, 0, 5),
    /** Positions that are not the device's for twenty minutes. */
    SPOOFING(Episode.Kind.SPOOFED, 20, 0, 10),
    /** A strap opened by hand, for five minutes. */
    STRAP(Episode.Kind.STRAP_OPENED, 5, 0, 2),
    /** A case opened by hand, for five minutes. */
    CASE(Episode.Kind.CASE_OPENED, 5, 0, 2),
    /** A jammer near for ten minutes. */
    JAMMER(Episode.Kind.JAMMED, 10, 0, 2),
    /** Not heard for two hours. */
    SILENCE(Episode.Kind.SILENT, 120, 0, 0);

    private final Episode.Kind truth;
    private final Duration least;
    private final double deep;
    private final int reports;

    Matter(Episode.Kind truth, int minutes, double deep, int reports) {
      this.truth = truth;
      this.least = Duration.ofMinutes(minutes);
      this.deep = deep;
      this.reports = reports;
    }

    boolean isOf(Observation observation) {
      return switch (observation.kind()) {
        case LEFT_PERMITTED_AREA -> this == EXIT;
        case ENTERED_FORBIDDEN_ZONE -> this == FORBIDDEN;
        case ABSENT_AT_REQUIRED_TIME -> this == ABSENT;
        case OFFLINE -> this == SILENCE;
        case BATTERY_LOW, POWERED_OFF -> false;
        case STRAP_OPEN -> this == STRAP;
        case CASE_OPEN -> this == CASE;
        case JAMMED -> this == JAMMER;
        case SEPARATED -> this == SEPARATION;
        case MOCKED, IMPOSSIBLE_TRAVEL, CLOCK_DRIFT, SOURCES_DISAGREE, REPLAYED, TOO_SMOOTH ->
            this == SPOOFING;
      };
    }

    /** A person shown to be elsewhere is without the device, or its positions are false. */
    boolean isTrue(Episode episode) {
      return episode.kind() == truth
          || (this == SEPARATION && episode.kind() == Episode.Kind.SPOOFED);
    }

    /** Whether a device could be expected to see it. */
    boolean counts(Episode episode) {
      return episode.kind() == truth
          && Duration.between(episode.from(), episode.until()).compareTo(least) >= 0
          && episode.deepestMetres() >= deep
          && episode.reports() >= reports;
    }
  }

  private final Supervision supervision;
  private final Map<Matter, Score> scores = new EnumMap<>(Matter.class);
  private long messages;

  private Measurement(SupervisionRules rules) {
    this.supervision = new Supervision(rules);
  }

  /** Measures over people of these seeds, each for so many days. */
  public static Measurement of(LongStream seeds, int days, SupervisionRules rules) {
    var measurement = new Measurement(rules);
    seeds.forEach(
        seed -> {
          var person = new SimulatedPerson(seed, FIRST, days);
          measurement.live(GroundTerms.of(person.ground()), person::live, days);
        });
    return measurement;
  }

  /** Measures over people who move as real ones did. */
  public static Measurement of(Collection<RecordedPerson> people, SupervisionRules rules) {
    var measurement = new Measurement(rules);
    double days = (double) RecordedPerson.length().toMillis() / Duration.ofDays(1).toMillis();
    for (RecordedPerson person : people)
      measurement.live(GroundTerms.of(person.permitted()), person::live, days);
    return measurement;
  }

  /** How well it is found. */
  public Score score(Matter matter) {
    return scores.getOrDefault(matter, Score.NONE);
  }

  /** How many messages there were. */
  public long messages() {
    return messages;
  }

  private void live(Terms terms, Consumer<Watcher> life, double days) {
    var timeline = new Timeline(supervision, terms);
    var episodes = new ArrayList<Episode>();
    life.accept(
        new Watcher() {
          @Override
          public void received(Message message, Instant at) {
            messages++;
            timeline.pass(at);
            timeline.hear(message);
          }

          @Override
          public void happened(Episode episode) {
            episodes.add(episode);
          }
        });
    List<Observation> observations = timeline.observations();
    for (Matter matter : Matter.values()) {
      scores.merge(matter, score(matter, observations, episodes, days), Score::plus);
    }
  }

  private static Score score(
      Matter matter, List<Observation> observations, List<Episode> episodes, double days) {
    List<Observation> raised =
        observations.stream()
            .filter(matter::isOf)
            .filter(observation -> observation.phase() == Observation.Phase.RAISED)
            .toList();
    List<Episode> counted = episodes.stream().filter(matter::counts).toList();
    int found =
        (int)
            counted.stream()
                .filter(episode -> raised.stream().anyMatch(one -> isIn(one, episode)))
                .count();
    int right =
        (int)
            raised.stream()
                .filter(
                    one ->
                        episodes.stream()
                            .anyMatch(episode -> matter.isTrue(episode) && isIn(one, episode)))
                .count();
    return new Score(counted.size(), found, raised.size(), right, days / DAYS_OF_MONTH);
  }

  private static boolean isIn(Observation observation, Episode episode) {
    return !observation.at().isBefore(episode.from().minus(BEFORE))
        && !observation.since().isAfter(episode.until().plus(AFTER));
  }
}
