package org.smartcorrection.platform.tracking;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.DerivedFacts;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.springframework.stereotype.Component;

/** Whether an alarm is about a person (◆), by which a call or a visit at night is lawful (L28). */
@Component
class AlarmFacts implements DerivedFacts {
  private static final Set<String> ACTS = Set.of("PersonCalled", "OfficerDispatched");

  private final Alarms alarms;

  AlarmFacts(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public Facts derive(Case in, @Nullable Running instance, PerformAct command) {
    if (instance == null || !ACTS.contains(command.type())) return Facts.NONE;
    return alarms
        .ofInstance(instance.id())
        .map(alarm -> Facts.NONE.flag("aboutPerson", alarm.aboutPerson()))
        .orElse(Facts.NONE);
  }
}
