package org.smartcorrection.platform.casework;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.organisation.StandingPosts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps who opens a restricted case, in the transaction of the act that says so (rule H13). */
@Component
class RestrictionFollower implements DerivedFacts {
  private static final Set<String> OPENED = Set.of(Restrictions.OPENED, Restrictions.MINOR_OPENED);

  private final RestrictionBook book;
  private final StandingPosts posts;
  private final Law law;

  RestrictionFollower(RestrictionBook book, StandingPosts posts, Law law) {
    this.book = book;
    this.posts = posts;
    this.law = law;
  }

  /** The posts in words, for whoever reads the act. */
  @Override
  public Facts derive(Case in, @Nullable Running instance, PerformAct command) {
    String said = command.facts().said("openTo");
    if (!command.procedure().equals(Restrictions.PROCEDURE) || said.isEmpty()) return Facts.NONE;
    String names =
        posts.titles(RestrictionBook.posts(said)).values().stream()
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
    if (act.corrects() == null && OPENED.contains(act.type()))
      book.open(
          act,
          act.occurredAt().plus(Duration.ofHours(law.rules().rule("H13").number("openHours"))));
    // a minor's case that is not restricted is opened by a run that ends with the same act
    if (act.type().equals(Restrictions.MINOR_OPENED)) return;
    if (run.closed()) book.lift(act.caseId(), act.recordedAt());
    else book.restrict(act.caseId(), run.id(), RestrictionBook.posts(run.facts().said("openTo")));
  }
}
