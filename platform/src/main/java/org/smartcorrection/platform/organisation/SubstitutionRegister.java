package org.smartcorrection.platform.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Substituting.Refused;
import org.smartcorrection.platform.organisation.Substituting.Why;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records who acts in whose place. Among equals a substitution gives nobody a power that they have
 * not got already, so whoever holds the post may record it. The head alone is different: a deputy
 * acts in the head's place, and decides what is reserved to the head only as acting head by a
 * written order (Community Corrections Law 29).
 */
@Component
public class SubstitutionRegister {
  private final Substitutions substitutions;
  private final Staffing staffing;
  private final StandingPosts posts;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SubstitutionRegister(
      Substitutions substitutions,
      Staffing staffing,
      StandingPosts posts,
      Agencies agencies,
      Jurisdiction jurisdiction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.substitutions = substitutions;
    this.staffing = staffing;
    this.posts = posts;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What is to be recorded.
   *
   * @param order for an acting head
   */
  public record Wanted(
      PostId post,
      AccountId substitute,
      LocalDate from,
      LocalDate until,
      Substitution.@Nullable Order order) {}

  @Transactional
  public Substituting record(Wanted wanted, Actor by) {
    StandingPosts.Title post = title(wanted.post());
    substitutions.lock(wanted.post());
    @Nullable Why why = days(wanted);
    if (why == null && !mayRecord(wanted.post(), by)) why = Why.POWER;
    Optional<Staffing.Held> own = eligible(wanted, post);
    if (why == null && own.isEmpty())
      why = post.role() == Role.BUREAU_HEAD && !post.deputy() ? Why.NOT_DEPUTY : Why.ELIGIBLE;
    if (why == null) why = order(wanted, post);
    if (why == null) why = taken(wanted);
    if (why != null) return new Refused(why);
    var made =
        new Substitution(
            Uuids.next(clock),
            wanted.post(),
            holder(wanted.post(), post, by),
            wanted.substitute(),
            own.orElseThrow().post(),
            wanted.from(),
            wanted.until(),
            wanted.order(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            by.account(),
            null);
    substitutions.add(made, by.post());
    events.publishEvent(new SubstitutionNoted(made, false, by));
    return new Substituting.Recorded(made);
  }

  /**
   * Ends one before its time, from this moment on: by whoever came back, whoever substitutes, or
   * whoever may record one.
   *
   * @throws NotFound when it is over, or none of the actor's
   */
  @Transactional
  public Substitution end(UUID id, Actor by) {
    Substitution found = substitutions.find(id).orElseThrow(NotFound::new);
    boolean concerned =
        by.account().equals(found.absent())
            || by.account().equals(found.account())
            || mayRecord(found.post(), by);
    boolean open = found.endedAt() == null && !found.until().isBefore(today());
    if (!concerned || !open) throw new NotFound();
    substitutions.end(id, by.account());
    events.publishEvent(new SubstitutionNoted(found, true, by));
    return found;
  }

  /** Whether this actor may record substitutions for a post; a substitute passes nothing on. */
  public boolean mayRecord(PostId id, Actor by) {
    StandingPosts.Title post = title(id);
    if (by.inPlace() != null) return false;
    if (by.post().equals(id)) return true;
    AgencyId custody = jurisdiction.custody(agencies.get(post.agency()));
    return switch (post.role()) {
      case AGENCY_OFFICER, JUDICIAL_OFFICE -> by.headsBureau() && covers(by, custody);
      case BUREAU_HEAD ->
          covers(by, custody)
              && (by.role() == Role.CITY_AGENCY || (post.deputy() && by.headsBureau()));
      case COURT, CITY_AGENCY, PROSECUTOR, HOST_AGENCY, SUBJECT, AUDITOR, ADMINISTRATOR, SYSTEM ->
          false;
    };
  }

  /** Those of the staff who can act in a post in place of its holder. */
  public List<Staffing.Held> eligible(PostId id) {
    StandingPosts.Title post = title(id);
    return staffing.of(post.agency(), today()).stream()
        .filter(held -> held.account() != null && !held.disabled() && !held.post().equals(id))
        .filter(held -> held.role() == post.role())
        // nobody who is a head already acts as one more, and of deputies one acts for another
        .filter(held -> post.role() != Role.BUREAU_HEAD || held.deputy())
        .toList();
  }

  private boolean covers(Actor by, AgencyId custody) {
    return jurisdiction.covers(by, custody, null);
  }

  private @Nullable Why days(Wanted wanted) {
    if (wanted.from().isBefore(today())) return Why.BACK;
    return wanted.until().isBefore(wanted.from()) ? Why.DAYS : null;
  }

  private @Nullable Why order(Wanted wanted, StandingPosts.Title post) {
    Substitution.@Nullable Order order = wanted.order();
    if (order == null) return null;
    if (post.role() != Role.BUREAU_HEAD || post.deputy()) return Why.NO_ORDER_HERE;
    boolean whole = !order.number().isBlank() && !order.on().isAfter(today());
    return whole ? null : Why.ORDER;
  }

  private @Nullable Why taken(Wanted wanted) {
    if (!substitutions.overlapping(wanted.post(), wanted.from(), wanted.until()).isEmpty())
      return Why.OVERLAPS;
    return substitutions.absent(wanted.substitute(), wanted.from(), wanted.until())
        ? Why.SUBSTITUTE_ABSENT
        : null;
  }

  private Optional<Staffing.Held> eligible(Wanted wanted, StandingPosts.Title post) {
    boolean staff = post.role() != Role.SUBJECT && post.role() != Role.SYSTEM;
    return eligible(wanted.post()).stream()
        .filter(_ -> staff)
        .filter(held -> wanted.substitute().equals(held.account()))
        .findFirst();
  }

  private @Nullable AccountId holder(PostId id, StandingPosts.Title post, Actor by) {
    if (by.post().equals(id)) return by.account();
    return staffing.of(post.agency(), today()).stream()
        .filter(held -> held.post().equals(id) && !held.disabled())
        .map(Staffing.Held::account)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private StandingPosts.Title title(PostId id) {
    StandingPosts.Title title = posts.titles(List.of(id)).get(id);
    if (title == null) throw new NotFound();
    return title;
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }
}
