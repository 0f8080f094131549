package org.smartcorrection.platform.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.StatuteClock;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Charges;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.StandingPosts;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** Opens the list of powers and duties of any post of the reader's area. */
@Component
class DutyBook {
  private final Law law;
  private final StatuteClock statute;
  private final StandingPosts posts;
  private final Charges charges;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;
  private final ReadersNumbers numbers;
  private final Clock clock;

  DutyBook(
      Law law,
      StatuteClock statute,
      StandingPosts posts,
      Charges charges,
      Agencies agencies,
      Jurisdiction jurisdiction,
      ReadersNumbers numbers,
      Clock clock) {
    this.law = law;
    this.statute = statute;
    this.posts = posts;
    this.charges = charges;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** A post, and the correction agency with which it has to do. */
  record Opened(PostId id, StandingPosts.Title title, Agency agency, AgencyId custody) {}

  /**
   * A post of the reader's area. What posts may and must is no secret among those who work with
   * each other; other areas have their own.
   *
   * @throws NotFound when there is none, or it is one in which nobody of the staff acts
   */
  Opened open(PostId id, Actor reader) {
    StandingPosts.Title title = posts.titles(List.of(id)).get(id);
    if (title == null || title.role() == Role.SUBJECT || title.role() == Role.SYSTEM)
      throw new NotFound();
    Agency agency = agencies.get(title.agency());
    AgencyId readers = jurisdiction.custody(reader);
    // what stands above several counties has to do with each of them
    AgencyId custody =
        jurisdiction.above(readers, agency.id()) ? readers : jurisdiction.custody(agency);
    boolean own = agency.id().equals(reader.agency().id());
    if (!own && !custody.equals(readers)) throw new NotFound();
    return new Opened(id, title, agency, custody);
  }

  Duties of(Opened post, Actor reader, Locale locale) {
    LocalDate today = today();
    Map<PostId, Set<String>> all = charges.of(post.agency().id(), today);
    return LawRole.of(post.title().role())
        .map(
            role ->
                Duties.of(
                    role,
                    post.title().deputy(),
                    law.inForce(post.custody(), today),
                    law,
                    ProcedureView.wording(law, numbers.today().rules(), locale),
                    all.getOrDefault(post.id(), Set.of()),
                    others(post, all, locale),
                    counts(post, reader)))
        .orElseGet(() -> new Duties(Map.of(), List.of()));
  }

  /** The procedures in which the post may act: with others nobody can charge it. */
  Set<String> chargeable(Opened post) {
    var procedures = new TreeSet<String>();
    LawRole.of(post.title().role())
        .ifPresent(
            role ->
                law.inForce(post.custody(), today()).stream()
                    .filter(
                        definition ->
                            definition.acts().stream().anyMatch(act -> act.who().contains(role)))
                    .forEach(definition -> procedures.add(definition.id())));
    return procedures;
  }

  Set<String> charged(Opened post) {
    return charges.of(post.agency().id(), today()).getOrDefault(post.id(), Set.of());
  }

  /** The head of the bureau divides the work among those below; of other agencies nobody does. */
  boolean charges(Opened post, Actor by) {
    return switch (post.title().role()) {
      case AGENCY_OFFICER, JUDICIAL_OFFICE ->
          by.headsBureau() && jurisdiction.covers(by, post.custody(), null);
      case BUREAU_HEAD,
          COURT,
          CITY_AGENCY,
          PROSECUTOR,
          HOST_AGENCY,
          SUBJECT,
          AUDITOR,
          ADMINISTRATOR,
          SYSTEM ->
          false;
    };
  }

  private Map<String, List<String>> others(
      Opened post, Map<PostId, Set<String>> all, Locale locale) {
    var others = new HashSet<>(all.keySet());
    others.remove(post.id());
    Map<PostId, StandingPosts.Title> titles = posts.titles(others);
    var byProcedure = new HashMap<String, List<String>>();
    for (PostId other : others.stream().sorted((a, b) -> a.value().compareTo(b.value())).toList())
      for (String procedure : all.getOrDefault(other, Set.of())) {
        StandingPosts.Title title = titles.get(other);
        if (title != null)
          byProcedure.computeIfAbsent(procedure, _ -> new ArrayList<>()).add(title.in(locale));
      }
    return byProcedure;
  }

  /** What is open, for those who see the agency's cases; others read the list without numbers. */
  private Map<String, StatuteClock.Count> counts(Opened post, Actor reader) {
    AgencyId office = post.title().role() == Role.JUDICIAL_OFFICE ? post.agency().id() : null;
    if (!jurisdiction.covers(reader, post.custody(), office)) return Map.of();
    var asked =
        StatuteClock.Asked.all(post.custody(), office).owedBy(List.of(post.title().role().name()));
    return statute.counts(asked, clock.instant());
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }
}
