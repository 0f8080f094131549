package org.smartcorrection.platform.welfare;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smartcorrection.location.Fixes;
import org.smartcorrection.location.protocol.VitalSign;
import org.smartcorrection.location.protocol.Vitals;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.tracking.BodySigns;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Rule;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of signs of the body (rule H17): without a ground they are dropped before anything
 * is written; with one they are kept apart, and where somebody may need help, somebody is told.
 */
@Component
class Watching implements BodySigns {
  /** What was long ago calls nobody: a device may bring the values of a day. */
  private static final Duration FRESH = Duration.ofMinutes(30);

  private static final int MOST = 200;

  private final HealthGrounds grounds;
  private final BodyValues values;
  private final Alerts alerts;
  private final Instances instances;
  private final Summaries summaries;
  private final Law law;
  private final Clock clock;

  Watching(
      HealthGrounds grounds,
      BodyValues values,
      Alerts alerts,
      Instances instances,
      Summaries summaries,
      Law law,
      Clock clock) {
    this.grounds = grounds;
    this.values = values;
    this.alerts = alerts;
    this.instances = instances;
    this.summaries = summaries;
    this.law = law;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Map<VitalSign, Integer> take(PersonId person, List<Vitals> sent) {
    Instant now = clock.instant();
    Optional<HealthGround> ground = grounds.held(person, now);
    Map<VitalSign, Integer> dropped = new EnumMap<>(VitalSign.class);
    for (Vitals vitals : sent) {
      Instant at = vitals.time().orElse(now);
      Set<VitalSign> allowed =
          ground.filter(one -> covers(one, at, now)).map(HealthGround::signs).orElse(Set.of());
      for (VitalSign sign : vitals.signs())
        if (!allowed.contains(sign)) dropped.merge(sign, 1, Integer::sum);
      Vitals kept = vitals.only(allowed);
      if (!kept.isEmpty()) ground.ifPresent(one -> keep(one, at, kept, now));
    }
    return dropped;
  }

  private static boolean covers(HealthGround ground, Instant at, Instant now) {
    return !at.isBefore(ground.from())
        && !at.isAfter(now.plus(Fixes.CLOCK_TOLERANCE))
        && !at.isBefore(now.minus(Fixes.LONGEST_STORAGE));
  }

  private void keep(HealthGround ground, Instant at, Vitals vitals, Instant now) {
    boolean first = values.keep(ground, at, vitals);
    if (first && at.isAfter(now.minus(FRESH))) weigh(ground, at, vitals, now);
  }

  private void weigh(HealthGround ground, Instant at, Vitals vitals, Instant now) {
    Facts stated = instances.find(ground.id()).map(Running::facts).orElse(Facts.NONE);
    Rule rule = law.rules(ground.custody()).at(LegalCalendar.legalDay(now)).rule(HealthGround.RULE);
    Limits limits = Limits.of(stated, rule);
    Set<VitalSign> beyond = limits.beyond(vitals);
    if (beyond.isEmpty()) return;
    Duration within = Duration.ofMinutes(rule.number("confirmMinutes"));
    List<Vitals> recent =
        values.between(ground.id(), at.minus(within), at, MOST).stream()
            .map(BodyValues.Value::vitals)
            .toList();
    for (VitalSign sign : beyond)
      if (limits.confirmed(sign, recent, rule.number("confirmValues")))
        alerts.raise(
            ground,
            summaries.find(ground.caseId()).map(Summary::office).orElse(null),
            sign,
            at,
            now);
  }
}
