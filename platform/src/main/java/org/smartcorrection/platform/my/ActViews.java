package org.smartcorrection.platform.my;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.StandingPosts;
import org.springframework.stereotype.Component;

/** Tells acts to people. */
@Component
class ActViews {
  private final Receipts receipts;
  private final StandingPosts posts;
  private final Agencies agencies;
  private final Words words;

  ActViews(Receipts receipts, StandingPosts posts, Agencies agencies, Words words) {
    this.receipts = receipts;
    this.posts = posts;
    this.agencies = agencies;
    this.words = words;
  }

  List<ActView> of(Case in, List<Act> acts, Locale locale) {
    Map<ActId, Receipt> known = receipts.of(in.id(), acts);
    Map<PostId, StandingPosts.Title> titles = posts.titles(acts.stream().map(Act::post).toList());
    return acts.stream()
        .map(
            act ->
                new ActView(
                    act.id().toString(),
                    act.number(),
                    act.type(),
                    agencies.get(act.agency()).name(locale),
                    Optional.ofNullable(titles.get(act.post()))
                        .map(title -> words.post(title, act, locale))
                        .orElse(""),
                    act.occurredAt(),
                    act.recordedAt(),
                    words.facts(act, locale),
                    known.getOrDefault(act.id(), waiting())))
        .toList();
  }

  private static Receipt waiting() {
    return new Receipt(Receipt.State.PENDING, -1, 0, 1);
  }
}
