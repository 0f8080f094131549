package org.smartcorrection.platform.my;

import java.util.Locale;
import java.util.UUID;
import org.smartcorrection.platform.access.Enrolment;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.StandingPosts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * With registration a person gets an account: its login is the case number in small letters. Nobody
 * knows its first PIN; staff hand over one that works, on a slip, when the person wants it.
 */
@Component
class PersonAccounts {
  private final Accounts accounts;
  private final Enrolment enrolment;
  private final StandingPosts posts;
  private final Agencies agencies;
  private final Procuratorates procuratorates;

  PersonAccounts(
      Accounts accounts,
      Enrolment enrolment,
      StandingPosts posts,
      Agencies agencies,
      Procuratorates procuratorates) {
    this.accounts = accounts;
    this.enrolment = enrolment;
    this.posts = posts;
    this.agencies = agencies;
    this.procuratorates = procuratorates;
  }

  @EventListener
  void on(ActRecorded recorded) {
    if (!begins(recorded.act())) return;
    Case in = recorded.in();
    if (accounts.of(in.person()).isPresent()) return;
    var agency = agencies.get(in.agency());
    // made for everybody and beforehand: that it is there must not tell that somebody complained
    procuratorates.of(agency).ifPresent(posts::subject);
    enrolment.person(in.person(), posts.subject(agency), login(in), UUID.randomUUID().toString());
  }

  /** With the registration, or with the plan of a case that was taken over. */
  private static boolean begins(Act act) {
    return act.type().equals("Registered")
        || (act.procedure().equals("takeover") && act.type().equals("PlanOpened"));
  }

  static String login(Case in) {
    return in.number().toLowerCase(Locale.ROOT);
  }
}
