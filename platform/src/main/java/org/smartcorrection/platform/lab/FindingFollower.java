package org.smartcorrection.platform.lab;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.CaseForgotten;
import org.smartcorrection.platform.tracking.Alarm;
import org.smartcorrection.platform.tracking.Alarms;
import org.smartcorrection.platform.tracking.Device;
import org.smartcorrection.platform.tracking.Devices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what officers found in step with the acts; a correction makes its case be read again. */
@Component
class FindingFollower {
  private static final String PROCEDURE = "alarm";

  private final Findings findings;
  private final Alarms alarms;
  private final Devices devices;
  private final Acts acts;

  FindingFollower(Findings findings, Alarms alarms, Devices devices, Acts acts) {
    this.findings = findings;
    this.alarms = alarms;
    this.devices = devices;
    this.acts = acts;
  }

  @EventListener
  void on(ActRecorded event) {
    Act act = event.act();
    if (act.corrects() != null) anew(event.in());
    else if (act.procedure().equals(PROCEDURE)) keep(event.in(), act);
  }

  /** What should be gone is counted nowhere. */
  @EventListener
  void on(CaseForgotten forgotten) {
    findings.forget(forgotten.caseId());
  }

  private void anew(Case in) {
    findings.forget(in.id());
    acts.counting(in.id()).stream()
        .filter(act -> act.procedure().equals(PROCEDURE))
        .forEach(act -> keep(in, act));
  }

  private void keep(Case in, Act act) {
    Verdict.of(act.type()).ifPresent(verdict -> keep(in, act, verdict));
  }

  /** An alarm that somebody raised by hand is nobody's rule, and is not counted. */
  private void keep(Case in, Act act, Verdict verdict) {
    alarms
        .ofInstance(act.instance())
        .filter(alarm -> alarm.probability() != null)
        .ifPresent(alarm -> findings.save(found(in, act, verdict, alarm)));
  }

  private Found found(Case in, Act act, Verdict verdict, Alarm alarm) {
    String cause = act.facts().said("errorCause");
    @Nullable UUID device =
        devices.carried(alarm.person(), alarm.openedAt()).map(Device::id).orElse(null);
    return new Found(
        act.instance(),
        alarm.id(),
        act.agency(),
        in.id(),
        alarm.person(),
        alarm.kind(),
        device,
        verdict,
        verdict == Verdict.ERROR && !cause.isEmpty() ? cause : null,
        alarm.openedAt(),
        act.occurredAt());
  }
}
