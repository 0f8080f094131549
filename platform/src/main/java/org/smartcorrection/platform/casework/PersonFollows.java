package org.smartcorrection.platform.casework;

import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.StandingPosts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where a case goes over to another agency, the person acts before that one. */
@Component
class PersonFollows {
  private final Accounts accounts;
  private final StandingPosts posts;
  private final Agencies agencies;

  PersonFollows(Accounts accounts, StandingPosts posts, Agencies agencies) {
    this.accounts = accounts;
    this.posts = posts;
    this.agencies = agencies;
  }

  @EventListener
  void on(CustodyMoved moved) {
    accounts.handOver(moved.in().person(), posts.subject(agencies.get(moved.in().agency())));
  }
}
