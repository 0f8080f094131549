package org.smartcorrection.platform.casework;

import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.organisation.StandingPosts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps who opens a restricted case, in the transaction of the act that says so (rule H13). */
@Component
class RestrictionFollower implements DerivedFacts {
  private final Restrictions restrictions;
  private final StandingPosts posts;
  private final Law law;

  RestrictionFollower(Restrictions restrictions, StandingPosts posts, Law law) {
    this.restrictions = restrictions;
    this.posts = posts;
    this.law = law;
  }

  /** The posts in words, for whoever reads the act. */
  @Override
  public Facts derive(Case in, @Nullable Running instance, PerformAct command) {
    String said = command.facts().said("openTo");
    if (!command.procedure().equals(Restrictions.PROCEDURE) || said.isEmpty()) return Facts.NONE;
    String names =
        posts.titles(Restrictions.posts(said)).values().stream()
            .map(StandingPosts.Title::zh)
            .sorted()
            .collect(Collectors.joining("、"));
    return names.isEmpty() ? Facts.NONE : Facts.NONE.text("openToNamed", names);
  }

  @EventListener
  void on(ActRecorded recorded) {
    Act act = recorded.act();
    if (!act.procedure().equals(Restrictions.PROCEDURE)) return;
    Running run = recorded.instance();
    if (run.closed()) restrictions.lift(act.caseId());
    else
      restrictions.restrict(act.caseId(), run.id(), Restrictions.posts(run.facts().said("openTo")));
    if (act.type().equals("RestrictedCaseOpened") && act.corrects() == null)
      restrictions.open(
          act,
          act.occurredAt().plus(Duration.ofHours(law.rules().rule("H13").number("openHours"))));
  }
}
