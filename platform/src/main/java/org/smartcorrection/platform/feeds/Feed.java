package org.smartcorrection.platform.feeds;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.StatuteClock;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.Explanations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a calendar holds: open deadlines, each on its legal day. Staff read the kind of duty, the
 * case number and the article; a person under correction reads a neutral word. There is no name in
 * it, and nothing that says on a lock screen what it is about.
 */
@Component
class Feed {
  /** The nearest so many: a calendar is no archive. */
  private static final int MOST = 1000;

  private final StatuteClock statute;
  private final Deadlines deadlines;
  private final Summaries summaries;
  private final Cases cases;
  private final Jurisdiction jurisdiction;
  private final Law law;
  private final Explanations explanations;
  private final MessageSource messages;
  private final Clock clock;

  Feed(
      StatuteClock statute,
      Deadlines deadlines,
      Summaries summaries,
      Cases cases,
      Jurisdiction jurisdiction,
      Law law,
      MessageSource messages,
      Clock clock) {
    this.statute = statute;
    this.deadlines = deadlines;
    this.summaries = summaries;
    this.cases = cases;
    this.jurisdiction = jurisdiction;
    this.law = law;
    this.explanations = law.explanations();
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * The calendar as bytes; the same as long as nothing changes.
   *
   * @param county the code of the one county that is asked for; {@code null} for all that the post
   *     has to do with
   * @param site where staff find the files, such as {@code https://console.example}
   */
  byte[] of(FeedLinks.Holder holder, @Nullable String county, String site) {
    Actor actor = holder.actor();
    Locale locale = holder.locale();
    @Nullable PersonId person = actor.person();
    if (person != null)
      return ICalendar.write(say("feeds.reminder", locale), ofPerson(person, locale));
    List<ICalendar.Entry> entries =
        actor.role().supervises() ? ofStaff(counties(actor, county), holder, site) : List.of();
    return ICalendar.write(say("feeds.name." + holder.scope(), locale), entries);
  }

  private List<ICalendar.Entry> ofPerson(PersonId person, Locale locale) {
    List<CaseId> own = cases.of(person).stream().map(Case::id).toList();
    String reminder = say("feeds.reminder", locale);
    return deadlines.open(own).stream()
        .filter(due -> due.owner().equals(Role.SUBJECT.name()))
        .limit(MOST)
        .map(due -> entry(due, reminder, null, null))
        .toList();
  }

  /** The counties of the post, or the one that is asked for, if it is among them. */
  private List<AgencyId> counties(Actor actor, @Nullable String code) {
    List<AgencyId> found =
        jurisdiction.reach(actor).stream()
            .filter(county -> code == null || county.code().equals(code))
            .map(Agency::id)
            .toList();
    if (found.isEmpty()) throw new NotFound();
    return found;
  }

  private List<ICalendar.Entry> ofStaff(
      List<AgencyId> counties, FeedLinks.Holder holder, String site) {
    Locale locale = holder.locale();
    List<Due> open =
        counties.stream()
            .flatMap(county -> open(county, holder).stream())
            .sorted(Comparator.comparing(Due::end).thenComparing(Due::id))
            .limit(MOST)
            .toList();
    Map<CaseId, Summary> known = summaries.all(open.stream().map(Due::caseId).toList());
    return open.stream()
        .filter(due -> known.containsKey(due.caseId()))
        .map(due -> staff(due, Objects.requireNonNull(known.get(due.caseId())), site, locale))
        .toList();
  }

  private List<Due> open(AgencyId county, FeedLinks.Holder holder) {
    Actor actor = holder.actor();
    StatuteClock.Asked unit = StatuteClock.Asked.all(county, Jurisdiction.office(actor));
    StatuteClock.Asked asked =
        switch (holder.scope()) {
          case MINE -> unit.owedBy(StatuteClock.owners(actor.role()));
          case UNIT -> unit;
        };
    return statute.page(asked, null, clock.instant(), null, MOST).rows().stream()
        .map(StatuteClock.Open::due)
        .toList();
  }

  private ICalendar.Entry staff(Due due, Summary in, String site, Locale locale) {
    String what = say("deadline." + due.procedure() + "." + due.name(), locale);
    String owner = say("role." + due.owner(), locale);
    String article = explanations.article(due.rule(), locale);
    String confidence =
        explanations.text("confidence." + law.rules().rule(due.rule()).confidence(), locale);
    return entry(
        due,
        say("feeds.summary", locale, what, in.number()),
        say("feeds.description", locale, article, confidence, owner),
        site + "/console/cases/" + due.caseId());
  }

  /**
   * A deadline that is counted anew keeps its place in the calendar and moves; one that is rebuilt
   * from its acts keeps it as well, though it gets another identifier.
   */
  private static ICalendar.Entry entry(
      Due due, String summary, @Nullable String description, @Nullable String url) {
    byte[] duty = (due.instance() + "/" + due.name()).getBytes(StandardCharsets.UTF_8);
    return new ICalendar.Entry(
        UUID.nameUUIDFromBytes(duty).toString(),
        due.day(),
        summary,
        description,
        url,
        Uuids.madeAt(due.id()),
        due.openedBy());
  }

  private String say(String key, Locale locale, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }
}
