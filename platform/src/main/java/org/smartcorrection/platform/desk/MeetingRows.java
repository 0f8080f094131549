package org.smartcorrection.platform.desk;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.committee.Item;
import org.smartcorrection.platform.committee.Items;
import org.smartcorrection.platform.committee.Meeting;
import org.smartcorrection.platform.committee.Members;
import org.smartcorrection.platform.committee.Tally;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Staffing;
import org.smartcorrection.platform.organisation.StandingPosts;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** The agenda of a meeting, as its acts add up. */
@Component
class MeetingRows {
  private final Items items;
  private final Acts acts;
  private final Instances instances;
  private final Summaries summaries;
  private final People people;
  private final Members members;
  private final StandingPosts posts;
  private final Law law;
  private final Clock clock;

  MeetingRows(
      Items items,
      Acts acts,
      Instances instances,
      Summaries summaries,
      People people,
      Members members,
      StandingPosts posts,
      Law law,
      Clock clock) {
    this.items = items;
    this.acts = acts;
    this.instances = instances;
    this.summaries = summaries;
    this.people = people;
    this.members = members;
    this.posts = posts;
    this.law = law;
    this.clock = clock;
  }

  /** The matters of a meeting in their order; those whose case has gone elsewhere are left out. */
  List<ItemRow> of(Meeting meeting, Actor reader, Locale locale) {
    List<Item> agenda = items.ofMeeting(meeting.id());
    Map<CaseId, Summary> cases =
        summaries.all(agenda.stream().map(Item::caseId).distinct().toList());
    Map<PersonId, Identity> names =
        people.all(cases.values().stream().map(Summary::person).toList());
    Map<PostId, Staffing.Held> held = held(meeting.agency());
    boolean begun = !clock.instant().isBefore(meeting.opensAt());
    return agenda.stream()
        .filter(item -> cases.containsKey(item.caseId()))
        .filter(item -> at(cases, item).agency().equals(meeting.agency()))
        .map(item -> row(item, at(cases, item), names, held, reader, begun, locale))
        .toList();
  }

  private static Summary at(Map<CaseId, Summary> cases, Item item) {
    return Objects.requireNonNull(cases.get(item.caseId()));
  }

  /** Whose data a meeting shows. */
  List<PersonId> shown(Meeting meeting) {
    return summaries
        .all(items.ofMeeting(meeting.id()).stream().map(Item::caseId).distinct().toList())
        .values()
        .stream()
        .filter(summary -> summary.agency().equals(meeting.agency()))
        .map(Summary::person)
        .toList();
  }

  private ItemRow row(
      Item item,
      Summary summary,
      Map<PersonId, Identity> names,
      Map<PostId, Staffing.Held> held,
      Actor reader,
      boolean begun,
      Locale locale) {
    Running run = instances.find(item.run()).orElseThrow();
    Tally tally = Tally.of(acts.ofInstance(item.run()));
    int percent =
        law.rules(summary.agency())
            .at(LegalCalendar.legalDay(clock.instant()))
            .rule("H11")
            .number("quorumPercent");
    @Nullable AccountId proposer = proposer(item.matterRun());
    boolean open = item.closedBy() == null;
    Map<PostId, StandingPosts.Title> titles = posts.titles(tally.members());
    List<ItemRow.MemberRow> rows =
        tally.members().stream()
            .map(
                post ->
                    member(
                        post,
                        tally,
                        open && !post.equals(reader.post()),
                        summary,
                        proposer,
                        held,
                        titles,
                        locale))
            .toList();
    return new ItemRow(
        Who.of(summary, names.get(summary.person()), locale),
        item,
        run.state(),
        run.facts().said("itemSays"),
        tally,
        ItemRow.needed(tally, percent),
        rows,
        ItemRow.steps(run, tally, reader, begun));
  }

  private static ItemRow.MemberRow member(
      PostId post,
      Tally tally,
      boolean secret,
      Summary summary,
      @Nullable AccountId proposer,
      Map<PostId, Staffing.Held> held,
      Map<PostId, StandingPosts.Title> titles,
      Locale locale) {
    Staffing.@Nullable Held holder = held.get(post);
    @Nullable AccountId account = holder == null ? null : holder.account();
    @Nullable Act vote = tally.votes().get(post);
    @Nullable Act recusal = tally.recused().get(post);
    @Nullable String name = holder == null ? null : holder.name(locale);
    return new ItemRow.MemberRow(
        name == null ? "–" : name,
        ItemRow.title(titles.get(post), locale),
        tally.presiding().filter(post::equals).isPresent(),
        account != null && summary.officer() != null && summary.officer().account().equals(account),
        account != null && account.equals(proposer),
        recusal != null,
        vote != null,
        vote == null || secret ? null : vote.facts().said("vote"),
        ItemRow.words(secret ? null : vote, recusal),
        tally.signed().get(post));
  }

  /** Who began the run that the matter would go on in: whoever proposed it. */
  private @Nullable AccountId proposer(@Nullable UUID run) {
    if (run == null) return null;
    List<Act> history = acts.ofInstance(run);
    return history.isEmpty() ? null : history.getFirst().account();
  }

  private Map<PostId, Staffing.Held> held(AgencyId agency) {
    return members.candidates(agency, LegalCalendar.legalDay(clock.instant())).stream()
        .collect(Collectors.toMap(Staffing.Held::post, one -> one, (one, _) -> one, HashMap::new));
  }
}
