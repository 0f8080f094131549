package org.smartcorrection.platform.welfare;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.smartcorrection.location.protocol.VitalSign;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.CaseForgotten;
import org.smartcorrection.platform.casework.CustodyMoved;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.subjects.PersonForgotten;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the health grounds in step with the acts, in the transaction of each. */
@Component
class GroundFollower {
  private static final Map<String, VitalSign> SIGNS =
      Map.of(
          "watchHeartRate", VitalSign.HEART_RATE,
          "watchPressure", VitalSign.BLOOD_PRESSURE,
          "watchTemperature", VitalSign.TEMPERATURE,
          "watchSteps", VitalSign.STEPS,
          "watchFalls", VitalSign.FALL);

  private final HealthGrounds grounds;
  private final Letting letting;
  private final Clock clock;

  GroundFollower(HealthGrounds grounds, Letting letting, Clock clock) {
    this.grounds = grounds;
    this.letting = letting;
    this.clock = clock;
  }

  @EventListener
  void on(ActRecorded recorded) {
    Running run = recorded.instance();
    if (!run.procedure().equals(HealthGround.PROCEDURE)) return;
    if (run.closed()) grounds.find(run.id()).ifPresent(letting::go);
    else grounds.give(ground(recorded, run));
  }

  /** Another agency has to ask the person itself (PIPL 23). */
  @EventListener
  void on(CustodyMoved moved) {
    grounds.open(moved.in().id()).forEach(letting::go);
  }

  @EventListener
  void on(CaseForgotten forgotten) {
    grounds.open(forgotten.caseId()).forEach(letting::go);
  }

  @EventListener
  void on(PersonForgotten forgotten) {
    grounds.all(forgotten.person()).forEach(letting::go);
  }

  /** It begins on its first day, and never before it was given. */
  private HealthGround ground(ActRecorded recorded, Running run) {
    Facts facts = run.facts();
    Instant now = clock.instant();
    LocalDate today = LegalCalendar.legalDay(now);
    LocalDate from = facts.day("watchFrom").orElse(today);
    Instant begins = LegalCalendar.startOf(from);
    // devices tell whole seconds
    Instant given =
        grounds.find(run.id()).map(HealthGround::from).orElse(now.truncatedTo(ChronoUnit.SECONDS));
    return new HealthGround(
        run.id(),
        run.caseId(),
        recorded.in().person(),
        recorded.in().agency(),
        signs(facts),
        HealthGround.Sees.valueOf(facts.said("whoSees")),
        begins.isAfter(given) ? begins : given,
        LegalCalendar.endOf(facts.day("watchUntil").orElse(today)));
  }

  private static Set<VitalSign> signs(Facts facts) {
    var signs = EnumSet.noneOf(VitalSign.class);
    SIGNS.forEach(
        (fact, sign) -> {
          if (facts.is(fact)) signs.add(sign);
        });
    return signs;
  }
}
