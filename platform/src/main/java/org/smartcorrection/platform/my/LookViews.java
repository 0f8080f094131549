package org.smartcorrection.platform.my;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Disclosures;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.StandingPosts;
import org.springframework.stereotype.Component;

/** Tells who looked, by agency and post. */
@Component
class LookViews {
  private static final Pattern LOOK = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Looks looks;
  private final Disclosures disclosures;
  private final Accounts accounts;
  private final StandingPosts posts;
  private final Agencies agencies;

  LookViews(
      Looks looks,
      Disclosures disclosures,
      Accounts accounts,
      StandingPosts posts,
      Agencies agencies) {
    this.looks = looks;
    this.disclosures = disclosures;
    this.accounts = accounts;
    this.posts = posts;
    this.agencies = agencies;
  }

  Slice<LookView> at(PersonId person, @Nullable String before, int size, Locale locale) {
    Slice<Looks.Look> found = looks.at(person, before, size);
    Map<PostId, StandingPosts.Title> titles =
        posts.titles(found.rows().stream().map(Looks.Look::post).toList());
    Set<String> disclosed = disclosures.among(person, found.rows());
    Map<AccountId, Accounts.StaffName> names =
        accounts.names(
            found.rows().stream()
                .filter(look -> disclosed.contains(look.id()))
                .map(Looks.Look::account)
                .toList());
    return found.map(look -> view(look, titles, disclosed, names, locale));
  }

  /** One look at this person's data. */
  Optional<LookView> find(PersonId person, String look, Locale locale) {
    if (!LOOK.matcher(look).matches()) return Optional.empty();
    return looks
        .find(person, UUID.fromString(look))
        .map(found -> view(found, posts.titles(List.of(found.post())), Set.of(), Map.of(), locale));
  }

  private LookView view(
      Looks.Look look,
      Map<PostId, StandingPosts.Title> titles,
      Set<String> disclosed,
      Map<AccountId, Accounts.StaffName> names,
      Locale locale) {
    Accounts.@Nullable StaffName name = names.get(look.account());
    StandingPosts.@Nullable Title title = titles.get(look.post());
    return new LookView(
        agencies.get(look.agency()).name(locale),
        title == null ? "" : title.in(locale),
        name == null ? "" : name.in(locale),
        disclosed.contains(look.id()),
        look);
  }
}
