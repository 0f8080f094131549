package org.smartcorrection.platform.welfare;

import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Officer;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.roster.DutyHours;
import org.smartcorrection.platform.roster.Roster;
import org.springframework.stereotype.Component;

/**
 * Who may see signs of somebody's body: whom the ground names among the officers of the case, and
 * while an alert is open who is on duty. No head, no court and no procuratorate: it is nobody's
 * evidence.
 */
@Component
class Seeing {
  private final Jurisdiction jurisdiction;
  private final Restrictions restrictions;
  private final Roster roster;
  private final DutyHours hours;

  Seeing(Jurisdiction jurisdiction, Restrictions restrictions, Roster roster, DutyHours hours) {
    this.jurisdiction = jurisdiction;
    this.restrictions = restrictions;
    this.roster = roster;
    this.hours = hours;
  }

  /** Whether the values of a ground are this actor's to see. */
  boolean values(Actor actor, HealthGround ground, Summary in) {
    return officer(actor, in)
        && switch (ground.sees()) {
          case RESPONSIBLE_OFFICER -> responsible(actor, in);
          case OFFICERS_OF_CASE -> true;
        };
  }

  /**
   * Whether an alert is.
   *
   * @param onDuty as {@link #onDuty} says
   */
  boolean alert(Actor actor, Alert alert, HealthGround ground, Summary in, boolean onDuty) {
    return values(actor, ground, in) || (alert.isOpen() && onDuty && officer(actor, in));
  }

  /** Whether the actor has the turn that goes on in an agency. */
  boolean onDuty(Actor actor, AgencyId custody) {
    return roster
        .of(custody, hours.now(custody))
        .filter(turn -> turn.holds(actor.account()))
        .isPresent();
  }

  private boolean officer(Actor actor, Summary in) {
    boolean role = actor.role() == Role.AGENCY_OFFICER || actor.role() == Role.JUDICIAL_OFFICE;
    return role
        && jurisdiction.covers(actor, in.agency(), in.office())
        && !restrictions.closed(actor, in);
  }

  private static boolean responsible(Actor actor, Summary in) {
    @Nullable Officer officer = in.officer();
    return officer != null && officer.account().equals(actor.account());
  }
}
