package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Substitutions;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Role;
import org.springframework.stereotype.Component;

/**
 * Whether it is this actor's to act in the post at all (rule H9): one person at a time acts in a
 * post, and what is reserved to the head is decided by the head, or by a deputy who is acting head
 * by a written order (Community Corrections Law 29).
 */
@Component
public class Standing {
  private final Substitutions substitutions;
  private final Clock clock;

  Standing(Substitutions substitutions, Clock clock) {
    this.substitutions = substitutions;
    this.clock = clock;
  }

  /** Whether an act of a procedure is reserved to the head of the bureau. */
  public static boolean reserved(org.smartcorrection.procedure.act.Act act) {
    return act.who().equals(Set.of(Role.BUREAU_HEAD));
  }

  Optional<Reason> against(Definition definition, Act act, Actor by) {
    return absent(by)
        .or(
            () ->
                definition
                    .act(act.type())
                    .filter(Standing::reserved)
                    .filter(_ -> deputises(by))
                    .map(
                        defined ->
                            Reason.of(
                                "reason.head.reserved",
                                defined.rules().getFirst(),
                                new Arg.Named("act." + act.type()))));
  }

  /** Whether somebody has the head's role without what is reserved to the head. */
  public static boolean deputises(Actor by) {
    return by.role() == org.smartcorrection.platform.organisation.Role.BUREAU_HEAD
        && !by.headsBureau();
  }

  /** Whoever is recorded as absent does not act while somebody else acts in the post. */
  public Optional<Reason> absent(Actor by) {
    if (by.inPlace() != null || by.person() != null) return Optional.empty();
    return substitutions
        .inForce(by.post(), LegalCalendar.legalDay(clock.instant()))
        .map(
            substitution ->
                Reason.of("reason.substitution.absent", "H9", new Arg.Day(substitution.until())));
  }
}
