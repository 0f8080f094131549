package org.smartcorrection.platform.committee;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Standing;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Role;
import org.smartcorrection.procedure.act.State;
import org.springframework.stereotype.Component;

/**
 * The acts about which a committee can be asked, read from the definitions: what is reserved to the
 * head (CCL 29), what proposes something to a court, the police or another organ, and what begins a
 * restriction. Nobody adds to this list.
 */
@Component
public class Matters {
  /** With which the agency turns to an organ that decides. */
  private static final Set<String> PROPOSALS = Set.of("proposal", "arrest-request");

  private static final Set<Role> AGENCY = Set.of(Role.AGENCY_OFFICER, Role.BUREAU_HEAD);

  private final Law law;
  private final Clock clock;

  Matters(Law law, Clock clock) {
    this.law = law;
    this.clock = clock;
  }

  /** An act about which it can be asked. */
  public record Matter(Definition definition, Act act) {
    public String type() {
      return act.type();
    }

    public String procedure() {
      return definition.id();
    }

    /** Whether it begins a run of its procedure. */
    public boolean opens() {
      return act.from().contains(definition.initial());
    }

    /** Whether it could come next where a run stands. */
    public boolean fits(@Nullable Running run) {
      if (run == null) return opens();
      return run.procedure().equals(procedure()) && act.from().contains(run.state());
    }

    /** Whether an act of the same procedure declines this one. */
    boolean declinedBy(Act other) {
      return other.refuses()
          && other.who().contains(Role.BUREAU_HEAD)
          && other.from().stream().anyMatch(act.from()::contains);
    }
  }

  /** All of them, in the order of the procedures. */
  public List<Matter> of(AgencyId custody) {
    var matters = new ArrayList<Matter>();
    for (Definition definition : law.inForce(custody, LegalCalendar.legalDay(clock.instant())))
      for (Act act : definition.acts())
        if (deliberated(definition, act)) matters.add(new Matter(definition, act));
    return matters;
  }

  /** Those that this agency's committee is asked about. */
  public List<Matter> of(Committee committee) {
    return of(committee.agency()).stream()
        .filter(matter -> committee.matters().contains(matter.type()))
        .toList();
  }

  private static boolean deliberated(Definition definition, Act act) {
    if (act.refuses() || !AGENCY.containsAll(act.who())) return false;
    return Standing.reserved(act)
        || act.documents().stream().anyMatch(PROPOSALS::contains)
        || (act.documents().contains("decision") && restricts(definition, act));
  }

  private static boolean restricts(Definition definition, Act act) {
    return act.to().flatMap(definition::state).flatMap(State::restricts).isPresent();
  }
}
