package org.smartcorrection.platform.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.act.Instance;
import org.smartcorrection.procedure.act.OpenDeadline;
import org.springframework.stereotype.Component;

/** Compares what is kept of a case with what its acts add up to, field by field. */
@Component
public class Comparison {
  private final Cases cases;
  private final Acts acts;
  private final Instances instances;
  private final Summaries summaries;
  private final Deadlines deadlines;
  private final PersonLinks links;
  private final Restrictions restrictions;
  private final People people;
  private final Law law;

  Comparison(
      Cases cases,
      Acts acts,
      Instances instances,
      Summaries summaries,
      Deadlines deadlines,
      PersonLinks links,
      Restrictions restrictions,
      People people,
      Law law) {
    this.cases = cases;
    this.acts = acts;
    this.instances = instances;
    this.summaries = summaries;
    this.deadlines = deadlines;
    this.links = links;
    this.restrictions = restrictions;
    this.people = people;
    this.law = law;
  }

  /**
   * A field that does not hold what the acts say.
   *
   * @param actNumber the last act that changed it lawfully
   */
  public record Difference(int actNumber, String place) {}

  /** All differences of one case; none when everything stands as recorded. */
  public List<Difference> of(CaseId caseId) {
    List<Act> history = acts.history(caseId);
    if (history.stream().anyMatch(Act::shredded)) return List.of();
    Case in = cases.get(caseId);
    return switch (Fold.of(law, cases.firstCustody(caseId), history)) {
      case Fold.Broken _ -> List.of(new Difference(history.getLast().number(), "casework.acts"));
      case Fold.Whole whole -> compare(in, history, whole);
    };
  }

  private List<Difference> compare(Case in, List<Act> history, Fold.Whole whole) {
    var found = new ArrayList<Difference>();
    Map<UUID, Fold.Folded> latest = new HashMap<>();
    @Nullable Summary summary = null;
    @Nullable LocalDate adultOn = people.adultOn(in.person());
    Map<String, Integer> changedBy = new HashMap<>();
    for (Fold.Folded step : whole.steps()) {
      latest.put(step.act().instance(), step);
      Summary next = SummaryFold.apply(summary, in.heldBy(step.custody()), adultOn, step.act());
      noteChanges(summary, next, step.act().number(), changedBy);
      summary = next;
    }
    if (summary != null) {
      summary = SummaryFold.touched(summary, history.getLast());
      if (summary.guarded() && !people.guarded(in.person()))
        found.add(new Difference(summary.lastAct(), "subjects.people/guarded"));
      compareSummary(summary, summaries.withSealed(in.id()).orElse(null), changedBy, found);
    }
    if (!whole.custody(in.agency()).equals(in.agency()))
      found.add(new Difference(history.getLast().number(), "casework.cases/agency"));
    compareInstances(in.id(), latest, found);
    compareDeadlines(in.id(), latest, found);
    compareLinks(in.id(), latest, found);
    compareRestriction(in.id(), latest, found);
    return found;
  }

  /** To which posts the case is restricted, as the run that is in force says. */
  private void compareRestriction(
      CaseId caseId, Map<UUID, Fold.Folded> latest, List<Difference> found) {
    Fold.@Nullable Folded last = null;
    Set<PostId> expected = Set.of();
    for (Fold.Folded step : latest.values()) {
      if (!step.act().procedure().equals(Restrictions.PROCEDURE)) continue;
      last = last == null || step.act().number() > last.act().number() ? step : last;
      Instance run = step.outcome().next();
      if (run.state().equals("RESTRICTED"))
        expected = RestrictionBook.posts(new Facts(run.facts()).said("openTo"));
    }
    if (last != null && !expected.equals(restrictions.openTo(caseId)))
      found.add(new Difference(last.act().number(), "casework.restrictions"));
  }

  /** Which records are one human, as the runs of the case say. */
  private void compareLinks(CaseId caseId, Map<UUID, Fold.Folded> latest, List<Difference> found) {
    Map<UUID, PersonLink> kept = new HashMap<>();
    for (PersonLink link : links.ofCase(caseId)) kept.put(link.run(), link);
    latest.forEach(
        (id, step) -> {
          if (!step.act().procedure().equals(PersonJoining.PROCEDURE)) return;
          @Nullable PersonLink link = kept.remove(id);
          Instance run = step.outcome().next();
          boolean same =
              link != null
                  && link.holds() == run.state().equals("LINKED")
                  && new Facts(run.facts())
                      .said(PersonJoining.OTHER)
                      .equals(cases.get(link.otherCase()).number())
                  && cases.get(link.otherCase()).person().equals(link.other())
                  && cases.get(caseId).person().equals(link.person());
          if (!same) found.add(new Difference(step.act().number(), "casework.person_links"));
        });
    for (PersonLink extra : kept.values())
      found.add(new Difference(extra.linkedBy(), "casework.person_links"));
  }

  private static void compareSummary(
      Summary expected,
      @Nullable Summary kept,
      Map<String, Integer> changedBy,
      List<Difference> found) {
    Map<String, @Nullable Object> lawful = expected.fields();
    Map<String, @Nullable Object> actual = kept == null ? Map.of() : kept.fields();
    lawful.forEach(
        (field, value) -> {
          if (!Objects.equals(value, actual.get(field)))
            found.add(
                new Difference(
                    changedBy.getOrDefault(field, expected.lastAct()),
                    "casework.summaries/" + field));
        });
  }

  private static void noteChanges(
      @Nullable Summary before, Summary after, int act, Map<String, Integer> changedBy) {
    Map<String, @Nullable Object> old = before == null ? Map.of() : before.fields();
    after
        .fields()
        .forEach(
            (field, value) -> {
              if (!Objects.equals(value, old.get(field))) changedBy.put(field, act);
            });
  }

  private void compareInstances(
      CaseId caseId, Map<UUID, Fold.Folded> latest, List<Difference> found) {
    Map<UUID, Running> kept = new HashMap<>();
    for (Running running : instances.ofCase(caseId)) kept.put(running.id(), running);
    latest.forEach(
        (id, step) -> {
          Running running = kept.remove(id);
          if (running == null || !running.instance().equals(step.outcome().next()))
            found.add(
                new Difference(
                    step.act().number(), "casework.instances/" + step.act().procedure()));
        });
    for (Running extra : kept.values())
      found.add(new Difference(extra.changedBy(), "casework.instances/" + extra.procedure()));
  }

  private void compareDeadlines(
      CaseId caseId, Map<UUID, Fold.Folded> latest, List<Difference> found) {
    Map<String, Due> open = new HashMap<>();
    for (Due due : deadlines.open(caseId)) open.put(due.instance() + "/" + due.name(), due);
    latest.forEach(
        (id, step) -> {
          for (OpenDeadline expected : step.outcome().next().deadlines()) {
            Due due = open.remove(id + "/" + expected.id());
            boolean same =
                due != null
                    && due.day().equals(expected.deadline().day())
                    && due.end().equals(expected.deadline().end());
            if (!same)
              found.add(new Difference(step.act().number(), "casework.deadlines/" + expected.id()));
          }
        });
    for (Due extra : open.values())
      found.add(new Difference(extra.openedBy(), "casework.deadlines/" + extra.name()));
  }
}
