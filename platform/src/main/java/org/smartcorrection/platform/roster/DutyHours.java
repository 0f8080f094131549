package org.smartcorrection.platform.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.procedure.Rule;
import org.springframework.stereotype.Component;

/** When turns of duty begin and end in an agency: numbers of rule H15. */
@Component
public class DutyHours {
  static final String RULE = "H15";

  private final Law law;
  private final Clock clock;

  DutyHours(Law law, Clock clock) {
    this.law = law;
    this.clock = clock;
  }

  /** The turn that goes on now. */
  public Shift now(AgencyId custody) {
    return at(custody, clock.instant());
  }

  public Shift at(AgencyId custody, Instant when) {
    return Shift.at(when, of(custody));
  }

  public Instant begins(AgencyId custody, Shift shift) {
    return shift.begins(of(custody));
  }

  public Instant ends(AgencyId custody, Shift shift) {
    return shift.ends(of(custody));
  }

  private Function<LocalDate, Shift.Hours> of(AgencyId custody) {
    return day -> hours(custody, day);
  }

  /** When the turns of a legal day begin. */
  public Shift.Hours hours(AgencyId custody, LocalDate day) {
    Rule rule = law.rules(custody).at(day).rule(RULE);
    return new Shift.Hours(rule.number("dayFromHour"), rule.number("nightFromHour"));
  }
}
