package org.smartcorrection.platform.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Allocation;
import org.smartcorrection.platform.casework.Officer;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.StandingPosts;
import org.smartcorrection.platform.organisation.Substitution;
import org.smartcorrection.platform.organisation.Substitutions;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;

/** Officers in words: by name, post and agency. */
@Component
class OfficerOptions {
  private final Allocation allocation;
  private final Jurisdiction jurisdiction;
  private final Accounts accounts;
  private final StandingPosts posts;
  private final Agencies agencies;
  private final Substitutions substitutions;

  OfficerOptions(
      Allocation allocation,
      Jurisdiction jurisdiction,
      Accounts accounts,
      StandingPosts posts,
      Agencies agencies,
      Substitutions substitutions) {
    this.allocation = allocation;
    this.jurisdiction = jurisdiction;
    this.accounts = accounts;
    this.posts = posts;
    this.agencies = agencies;
    this.substitutions = substitutions;
  }

  /** Whose cases somebody may ask for in a list: their own, nobody's, and those of each officer. */
  List<Option> of(Actor actor, Locale locale) {
    @Nullable AgencyId office = Jurisdiction.office(actor);
    var options = new ArrayList<Option>();
    options.add(new Option(PeopleFilter.ME, Text.of("desk.people.officer.me")));
    options.add(new Option(PeopleFilter.NOBODY, Text.of("desk.people.officer.nobody")));
    allocation.staff(jurisdiction.custody(actor)).stream()
        .filter(one -> office == null || one.agency().equals(office))
        .filter(one -> !one.officer().account().equals(own(actor)))
        .map(one -> new Option(one.officer().account().toString(), Text.literal(name(one, locale))))
        .distinct()
        .forEach(options::add);
    return options;
  }

  /** Whose cases are the reader's own: in a post that they substitute, those of whoever is away. */
  AccountId own(Actor actor) {
    return Optional.ofNullable(actor.inPlace())
        .flatMap(place -> substitutions.find(place.substitution()))
        .map(Substitution::absent)
        .orElse(actor.account());
  }

  private static String name(Allocation.Colleague colleague, Locale locale) {
    return Objects.requireNonNullElse(colleague.held().name(locale), "–");
  }

  /** Somebody with post and agency. */
  Text named(Allocation.Colleague colleague, Locale locale) {
    return said(
        name(colleague, locale),
        colleague.held().title(locale),
        agencies.get(colleague.agency()).name(locale));
  }

  /** Whoever is responsible, even when they no longer are there. */
  Text named(Officer officer, Locale locale) {
    String name =
        Optional.ofNullable(accounts.names(List.of(officer.account())).get(officer.account()))
            .map(found -> found.in(locale))
            .orElse("–");
    StandingPosts.@Nullable Title title = posts.titles(List.of(officer.post())).get(officer.post());
    return title == null
        ? Text.literal(name)
        : said(name, title.in(locale), agencies.get(title.agency()).name(locale));
  }

  private static Text said(String name, String post, String agency) {
    return Text.of("desk.officer", name, post, agency);
  }
}
