package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.stereotype.Component;

/**
 * What runs of a procedure in the cases that the reader supervises, with what is due next in it.
 */
@Component
class OpenRuns {
  private static final int SIZE = 25;

  private final Instances instances;
  private final Summaries summaries;
  private final Deadlines deadlines;
  private final DueRows dueRows;
  private final People people;
  private final Jurisdiction jurisdiction;
  private final Looks looks;

  OpenRuns(
      Instances instances,
      Summaries summaries,
      Deadlines deadlines,
      DueRows dueRows,
      People people,
      Jurisdiction jurisdiction,
      Looks looks) {
    this.instances = instances;
    this.summaries = summaries;
    this.deadlines = deadlines;
    this.dueRows = dueRows;
    this.people = people;
    this.jurisdiction = jurisdiction;
    this.looks = looks;
  }

  /**
   * One run.
   *
   * @param state by message key
   * @param next what is due next in it, if anything
   * @param version that it follows
   * @param move where the head lets it go over to the version now in force; {@code null} where it
   *     follows that already, or the reader is not the head
   */
  record Row(Who who, String state, @Nullable DueRow next, int version, @Nullable String move) {}

  static boolean mayRead(Actor actor) {
    return actor.role().supervises() || actor.role() == Role.PROSECUTOR;
  }

  /**
   * The open runs of a procedure.
   *
   * @param inForce the version with which a run begins today
   */
  Slice<Row> of(
      String procedure,
      int inForce,
      Actor actor,
      @Nullable String before,
      HttpServletRequest request,
      Locale locale) {
    Slice<Instances.Open> page =
        instances.open(
            procedure, jurisdiction.custody(actor), Jurisdiction.office(actor), key(before), SIZE);
    List<Instances.Open> shown = page.rows().stream().filter(OpenRuns::isShown).toList();
    List<CaseId> ids = shown.stream().map(Instances.Open::caseId).distinct().toList();
    Map<CaseId, Summary> cases = summaries.all(ids);
    Map<PersonId, Identity> names =
        people.all(cases.values().stream().map(Summary::person).toList());
    List<DueRow> dues = dueRows.ofMany(deadlines.open(ids), locale);
    looks.record(actor, Sessions.purpose(request, actor), "list", names.keySet());
    return new Slice<>(
        shown.stream()
            .filter(run -> cases.containsKey(run.caseId()))
            .map(
                run ->
                    row(
                        procedure,
                        run,
                        cases.get(run.caseId()),
                        names,
                        dues,
                        actor,
                        inForce,
                        locale))
            .toList(),
        page.next());
  }

  /** A complaint to the procuratorate is the procuratorate's alone. */
  private static boolean isShown(Instances.Open run) {
    return !run.state().endsWith("_PROCURATORATE");
  }

  private static Row row(
      String procedure,
      Instances.Open run,
      @Nullable Summary summary,
      Map<PersonId, Identity> names,
      List<DueRow> dues,
      Actor actor,
      int inForce,
      Locale locale) {
    if (summary == null) throw new IllegalStateException("a run without a case");
    Who who = Who.of(summary, names.get(summary.person()), locale);
    if (actor.role() == Role.PROSECUTOR)
      who =
          new Who(
              who.name(),
              who.other(),
              who.number(),
              "/oversight/cases/" + summary.caseId(),
              who.restricted());
    @Nullable DueRow next =
        dues.stream().filter(due -> due.due().instance().equals(run.id())).findFirst().orElse(null);
    @Nullable String move =
        actor.headsBureau() && run.version() != inForce ? RunVersionPage.path(run) : null;
    return new Row(who, "state." + procedure + "." + run.state(), next, run.version(), move);
  }

  private static @Nullable String key(@Nullable String before) {
    if (before == null) return null;
    try {
      return UUID.fromString(before).toString();
    } catch (IllegalArgumentException _) {
      throw new NotFound();
    }
  }
}
