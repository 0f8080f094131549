package org.smartcorrection.platform.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.HeadsMatters;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.committee.Committees;
import org.smartcorrection.platform.committee.Item;
import org.smartcorrection.platform.committee.Items;
import org.smartcorrection.platform.committee.Matters;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.Act;
import org.springframework.stereotype.Component;

/** Writes out what waits for the head, for the head and for those who make an agenda. */
@Component
class WaitingRows {
  static final int PAGE = 20;

  private final HeadsMatters matters;
  private final Instances instances;
  private final Acts acts;
  private final Documents documents;
  private final Summaries summaries;
  private final People people;
  private final Restrictions restrictions;
  private final Committees committees;
  private final Matters deliberated;
  private final Items items;
  private final CommitteeSays says;
  private final Law law;
  private final Clock clock;

  WaitingRows(
      HeadsMatters matters,
      Instances instances,
      Acts acts,
      Documents documents,
      Summaries summaries,
      People people,
      Restrictions restrictions,
      Committees committees,
      Matters deliberated,
      Items items,
      CommitteeSays says,
      Law law,
      Clock clock) {
    this.matters = matters;
    this.instances = instances;
    this.acts = acts;
    this.documents = documents;
    this.summaries = summaries;
    this.people = people;
    this.restrictions = restrictions;
    this.committees = committees;
    this.deliberated = deliberated;
    this.items = items;
    this.says = says;
    this.law = law;
    this.clock = clock;
  }

  /**
   * What waits in an agency's cases, the nearest deadline first, with the people it shows.
   *
   * @param people whose data it shows
   */
  record Shown(Slice<WaitingRow> rows, Set<PersonId> people) {}

  /** Everything, for the head. */
  Shown of(AgencyId custody, Actor reader, @Nullable String after, Locale locale) {
    Slice<HeadsMatters.Waiting> page = matters.page(custody, clock.instant(), after, PAGE);
    Map<CaseId, Summary> cases =
        summaries.all(
            page.rows().stream().map(waiting -> waiting.due().caseId()).distinct().toList());
    Map<PersonId, Identity> names =
        people.all(cases.values().stream().map(Summary::person).toList());
    Set<String> asked =
        committees.of(custody).stream()
            .flatMap(set -> deliberated.of(set).stream())
            .map(Matters.Matter::type)
            .collect(Collectors.toSet());
    Set<String> pending = asked.isEmpty() ? Set.of() : items.pending(cases.keySet());
    List<WaitingRow> rows =
        page.rows().stream()
            .filter(waiting -> opens(cases.get(waiting.due().caseId()), reader))
            .map(
                waiting -> {
                  Summary in = Objects.requireNonNull(cases.get(waiting.due().caseId()));
                  Who who = Who.of(in, names.get(in.person()), locale);
                  return row(waiting, who, asked, pending, locale);
                })
            .toList();
    return new Shown(new Slice<>(rows, page.next()), names.keySet());
  }

  /** What wants the committee's advice and has not got it, for whoever makes an agenda. */
  Shown wanted(AgencyId custody, Actor reader, @Nullable String after, Locale locale) {
    Shown all = of(custody, reader, after, locale);
    List<WaitingRow> wanted =
        all.rows().rows().stream().filter(row -> row.wanted() != null).toList();
    return new Shown(new Slice<>(wanted, all.rows().next()), all.people());
  }

  private boolean opens(@Nullable Summary in, Actor reader) {
    return in != null && !restrictions.closed(reader, in);
  }

  private WaitingRow row(
      HeadsMatters.Waiting waiting,
      Who who,
      Set<String> asked,
      Set<String> pending,
      Locale locale) {
    Running run = instances.find(waiting.due().instance()).orElseThrow();
    Instant now = clock.instant();
    LocalDate since = LegalCalendar.legalDay(waiting.since());
    CaseId in = waiting.due().caseId();
    Optional<CommitteeSays.Said> counsel =
        waiting.acts().stream().flatMap(act -> says.of(in, act.type(), run).stream()).findFirst();
    Optional<String> wanted =
        waiting.acts().stream()
            .map(Act::type)
            .filter(asked::contains)
            .filter(type -> counsel.isEmpty() && !pending.contains(Item.key(in, type, run.id())))
            .findFirst();
    return new WaitingRow(
        who,
        waiting,
        Left.of(waiting.due(), now, law.calendar()),
        Basis.of(waiting.due().rule(), law, locale),
        (int) ChronoUnit.DAYS.between(since, LegalCalendar.legalDay(now)),
        said(run),
        evidence(run.id()),
        steps(waiting, who),
        counsel.orElse(null),
        wanted.orElse(null));
  }

  /** What was stated when it was proposed: its ground, for how long, and why. */
  private static List<Text> said(Running run) {
    Facts facts = run.facts();
    String ground = facts.said("ground");
    int months = facts.count("months").orElse(0);
    String why = facts.said("statement").isEmpty() ? facts.said("reason") : facts.said("statement");
    return Stream.of(
            ground.isEmpty() ? null : Text.of("choice." + ground),
            months == 0
                ? null
                : months == 1 ? Text.of("desk.months.one") : Text.of("desk.months", months),
            why.isEmpty() ? null : Text.literal(why))
        .filter(Objects::nonNull)
        .toList();
  }

  private List<Document> evidence(UUID run) {
    return acts.ofInstance(run).stream()
        .flatMap(act -> documents.ofAct(act.id()).stream())
        .toList();
  }

  private static List<WaitingRow.Step> steps(HeadsMatters.Waiting waiting, Who who) {
    return waiting.acts().stream()
        .map(
            act ->
                new WaitingRow.Step(
                    waiting.ends()
                        ? Text.of("act." + act.type())
                        : Text.of(
                            act.refuses() ? "desk.approvals.refuse" : "desk.approvals.approve"),
                    who.href()
                        + "/acts/"
                        + waiting.due().procedure()
                        + "/"
                        + act.type()
                        + "?instance="
                        + waiting.due().instance()))
        .toList();
  }
}
