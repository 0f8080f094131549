package org.smartcorrection.location.supervision;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.smartcorrection.location.CircleArea;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.LocalFrame;
import org.smartcorrection.location.LocalFrame.Offset;
import org.smartcorrection.location.PermittedArea;
import org.smartcorrection.location.Validity;
import org.smartcorrection.location.Wgs84Point;

/** A person whose permitted ground is a circle of five kilometres, metres east of its middle. */
final class Wearer {
  static final Instant START = Instant.parse("2026-09-29T00:00:00Z"); // Tuesday, 8:00 there
  static final LocalFrame FRAME = new LocalFrame(new Wgs84Point(31.2, 104.6));
  static final Instant LONG_AGO = START.minusSeconds(86_400_000);
  static final Signs WORN =
      Signs.NONE
          .with(Sign.WORN, true)
          .with(Sign.MOVED, true)
          .with(Sign.STRAP_OPEN, false)
          .with(Sign.CASE_OPEN, false)
          .with(Sign.CHARGING, false);

  private final Supervision supervision = new Supervision(SupervisionRules.standard());
  private final List<Observation> observations = new ArrayList<>();
  private SupervisionState state = SupervisionState.start();
  private Terms terms = Terms.of(permitted());
  private Signs signs = WORN;
  private int battery = 80;
  private double speed;
  private double course;

  static PermittedArea permitted() {
    return PermittedArea.of("home", circle(0, 5_000), LONG_AGO);
  }

  static CircleArea circle(double east, double radius) {
    return new CircleArea(at(east), radius);
  }

  static Wgs84Point at(double east) {
    return FRAME.pointAt(new Offset(east, 0));
  }

  static ForbiddenZone forbidden(Schedule schedule) {
    return new ForbiddenZone(
        "square",
        ProhibitionBasis.COURT_PROHIBITION,
        Validity.from(LONG_AGO),
        schedule,
        circle(2_000, 300),
        List.of());
  }

  static RequiredPresence office(Schedule schedule) {
    return new RequiredPresence(
        "office",
        PresenceBasis.REPORT_IN_PERSON,
        Validity.from(LONG_AGO),
        schedule,
        circle(-2_000, 150),
        Duration.ofMinutes(15));
  }

  static Schedule tuesday(int from, int until) {
    return Schedule.weekly(
        new Schedule.Window(DayOfWeek.TUESDAY, LocalTime.of(from, 0), LocalTime.of(until, 0)));
  }

  Wearer under(List<ForbiddenZone> forbidden, List<RequiredPresence> required) {
    terms = new Terms(Optional.of(permitted()), forbidden, required, List.of());
    return this;
  }

  Wearer under(Terms changed) {
    terms = changed;
    return this;
  }

  Wearer signs(Signs now) {
    signs = now;
    return this;
  }

  Wearer battery(int percent) {
    battery = percent;
    return this;
  }

  /** What the device says of its own movement; at rest if nothing else is said. */
  Wearer heading(double metresPerSecond, double degrees) {
    speed = metresPerSecond;
    course = degrees;
    return this;
  }

  Outcome gnss(long second, double east) {
    return hear(report(second, east, 8, FixSource.GNSS, 0));
  }

  Outcome fix(long second, double east, double accuracy, FixSource source) {
    return hear(report(second, east, accuracy, source, 0));
  }

  Outcome clock(long second, double east, int ahead) {
    return hear(report(second, east, 8, FixSource.GNSS, ahead));
  }

  Report report(long second, double east, double accuracy, FixSource source, int ahead) {
    Instant time = START.plusSeconds(second);
    return new Report(
        time,
        Optional.of(
            new Fix(
                time,
                at(east),
                accuracy,
                source,
                OptionalDouble.of(speed),
                OptionalDouble.of(course),
                OptionalInt.empty())),
        Optional.empty(),
        signs,
        OptionalInt.of(battery),
        OptionalInt.of(ahead));
  }

  void verified(long second, double east) {
    hear(new Verification(START.plusSeconds(second), at(east), 15));
  }

  void pass(long second) {
    take(supervision.pass(state, START.plusSeconds(second), terms));
  }

  void reconsider(long second, Terms changed) {
    terms = changed;
    take(supervision.reconsider(state, changed, START.plusSeconds(second)));
  }

  Outcome hear(Message message) {
    return take(supervision.hear(state, message, terms));
  }

  private Outcome take(Outcome outcome) {
    state = outcome.state();
    observations.addAll(outcome.observations());
    return outcome;
  }

  SupervisionState state() {
    return state;
  }

  List<Observation> observations() {
    return observations;
  }

  /** What was raised, in order, by kind. */
  List<Kind> raised() {
    return observations.stream()
        .filter(one -> one.phase() == Observation.Phase.RAISED)
        .map(Observation::kind)
        .toList();
  }

  Observation only(Observation.Phase phase) {
    List<Observation> found = observations.stream().filter(one -> one.phase() == phase).toList();
    if (found.size() != 1) throw new AssertionError(phase + ": " + observations);
    return found.getFirst();
  }
}
