package org.smartcorrection.platform.oversight;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.People;
import org.springframework.stereotype.Component;

/** Matters as pages show them: opinions with their replies, complaints with their answers. */
@Component
class OpenMatters {
  private final Matters matters;
  private final Instances instances;
  private final Acts acts;
  private final ActRows actRows;
  private final Deadlines deadlines;
  private final Summaries summaries;
  private final People people;
  private final LawWords law;
  private final Clock clock;

  OpenMatters(
      Matters matters,
      Instances instances,
      Acts acts,
      ActRows actRows,
      Deadlines deadlines,
      Summaries summaries,
      People people,
      LawWords law,
      Clock clock) {
    this.matters = matters;
    this.instances = instances;
    this.acts = acts;
    this.actRows = actRows;
    this.deadlines = deadlines;
    this.summaries = summaries;
    this.people = people;
    this.law = law;
    this.clock = clock;
  }

  /**
   * A matter in a list.
   *
   * @param until when the answer is owed; {@code null} when none is
   */
  record Row(
      UUID instance,
      int number,
      PersonId who,
      Text person,
      String caseNumber,
      Text state,
      Instant changedAt,
      @Nullable Instant until,
      boolean late) {}

  /**
   * A matter with all that was said in it.
   *
   * @param acts the latest first
   * @param why how the date of the answer was counted
   */
  record Opened(
      Matters.Matter matter,
      Running running,
      Summary in,
      Text person,
      List<ActRow> acts,
      @Nullable Instant until,
      boolean late,
      List<Line> why) {
    public boolean in(String state) {
      return running.state().equals(state);
    }
  }

  Slice<Row> page(AgencyId custody, @Nullable String before, int size, Locale locale) {
    return page(Matters.OPINION, custody, before, size, locale);
  }

  Slice<Row> page(
      String procedure, AgencyId custody, @Nullable String before, int size, Locale locale) {
    Slice<Matters.Matter> found = matters.page(procedure, custody, before, size);
    Map<CaseId, Summary> cases =
        summaries.all(found.rows().stream().map(Matters.Matter::caseId).toList());
    var names =
        new Names(people.all(cases.values().stream().map(Summary::person).toList()), locale);
    var owed = new HashMap<UUID, Due>();
    for (Due due : deadlines.open(cases.keySet())) owed.put(due.instance(), due);
    return new Slice<>(
        found.rows().stream()
            .filter(matter -> cases.containsKey(matter.caseId()))
            .map(
                matter ->
                    row(
                        matter,
                        Objects.requireNonNull(cases.get(matter.caseId())),
                        names,
                        owed.get(matter.instance())))
            .toList(),
        found.next());
  }

  private Row row(Matters.Matter matter, Summary in, Names names, @Nullable Due due) {
    return new Row(
        matter.instance(),
        matter.number(),
        in.person(),
        names.of(in.person()),
        in.number(),
        Text.of("state." + matter.procedure() + "." + matter.state()),
        matter.changedAt(),
        due == null ? null : due.end(),
        due != null && due.late(clock.instant()));
  }

  /**
   * One matter of a procedure. Whoever calls checks who may see it.
   *
   * @throws NotFound when there is none
   */
  Opened open(String procedure, UUID instance, Locale locale) {
    Matters.Matter matter =
        matters
            .find(instance)
            .filter(found -> found.procedure().equals(procedure))
            .orElseThrow(NotFound::new);
    Summary in = summaries.find(matter.caseId()).orElseThrow(NotFound::new);
    var names = new Names(people.all(List.of(in.person())), locale);
    @Nullable Due owed =
        deadlines.ofCase(matter.caseId()).stream()
            .filter(due -> due.instance().equals(instance) && due.metBy() == null)
            .findFirst()
            .orElse(null);
    return new Opened(
        matter,
        instances.find(instance).orElseThrow(NotFound::new),
        in,
        names.of(in.person()),
        actRows.of(matter.caseId(), acts.ofInstance(instance), locale).reversed(),
        owed == null ? null : owed.end(),
        owed != null && owed.late(clock.instant()),
        owed == null ? List.of() : law.why(owed.explanation(), locale));
  }
}
