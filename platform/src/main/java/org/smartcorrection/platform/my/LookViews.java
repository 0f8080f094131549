package org.smartcorrection.platform.my;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.StandingPosts;
import org.springframework.stereotype.Component;

/** Tells who looked, by agency and post. */
@Component
class LookViews {
  private final Looks looks;
  private final StandingPosts posts;
  private final Agencies agencies;

  LookViews(Looks looks, StandingPosts posts, Agencies agencies) {
    this.looks = looks;
    this.posts = posts;
    this.agencies = agencies;
  }

  Slice<LookView> at(PersonId person, @Nullable String before, int size, Locale locale) {
    Slice<Looks.Look> found = looks.at(person, before, size);
    Map<PostId, StandingPosts.Title> titles =
        posts.titles(found.rows().stream().map(Looks.Look::post).toList());
    return found.map(look -> view(look, titles, locale));
  }

  private LookView view(Looks.Look look, Map<PostId, StandingPosts.Title> titles, Locale locale) {
    StandingPosts.@Nullable Title title = titles.get(look.post());
    return new LookView(
        agencies.get(look.agency()).name(locale), title == null ? "" : title.in(locale), look);
  }
}
