package org.smartcorrection.platform.oversight;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Copy;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.People;
import org.springframework.stereotype.Component;

/** Writes questions out: who, what, by which rule, and how it was computed. */
@Component
class QuestionRows {
  private final Deadlines deadlines;
  private final Summaries summaries;
  private final People people;
  private final LawWords law;
  private final Clock clock;

  QuestionRows(Deadlines deadlines, Summaries summaries, People people, LawWords law, Clock clock) {
    this.deadlines = deadlines;
    this.summaries = summaries;
    this.people = people;
    this.law = law;
    this.clock = clock;
  }

  List<QuestionRow> of(List<Irregularity> questions, Locale locale) {
    Map<CaseId, Summary> cases =
        summaries.all(questions.stream().map(Irregularity::caseId).toList());
    var names =
        new Names(people.all(cases.values().stream().map(Summary::person).toList()), locale);
    Instant now = clock.instant();
    return questions.stream()
        .filter(question -> cases.containsKey(question.caseId()))
        .map(
            question ->
                row(
                    question,
                    Objects.requireNonNull(cases.get(question.caseId())),
                    names,
                    now,
                    locale))
        .toList();
  }

  private QuestionRow row(
      Irregularity question, Summary in, Names names, Instant now, Locale locale) {
    Text late = Lateness.of(question.late(now));
    return new QuestionRow(
        question.id(),
        question.caseId(),
        in.number(),
        title(question),
        names.of(in.person()),
        Text.of("oversight.concern." + question.concern().name()),
        question.concern().tag(),
        late,
        question.until() != null,
        law.cite(question.rule(), locale),
        Text.of("rule." + question.rule()),
        question.acts());
  }

  /** By how long a question's duty is or was late. */
  Text late(Irregularity question) {
    return Lateness.of(question.late(clock.instant()));
  }

  /** What was owed. */
  Text title(Irregularity question) {
    @Nullable Due due = question.due();
    if (due != null) return law.title(due);
    @Nullable Copy copy = question.copy();
    return copy == null
        ? Text.of("oversight.no-contact")
        : Text.of("oversight.no-copy", Text.of("role." + copy.addressee()));
  }

  /** How one of them was computed: for the page about it, not for the list. */
  QuestionRow.Origin origin(Irregularity question, Locale locale) {
    @Nullable Due due = question.due();
    return new QuestionRow.Origin(
        computed(question, late(question)),
        due == null ? List.of() : law.why(deadlines.explanation(due.id()), locale));
  }

  private List<Line> computed(Irregularity question, Text late) {
    var lines = new ArrayList<Line>();
    Irregularity.@Nullable Contact contact = question.contact();
    if (contact != null) {
      lines.add(
          new Line(
              Text.of("oversight.computed.plan", contact.planAct()),
              Text.of("oversight.computed.every", contact.everyDays())));
      lines.add(
          new Line(
              Text.of("oversight.computed.contact"), Text.of("oversight.at", contact.lastAt())));
      lines.add(
          new Line(
              Text.of("oversight.computed.so"),
              Text.of("oversight.computed.twice", question.since())));
      return lines;
    }
    @Nullable Copy copy = question.copy();
    if (copy != null) return computed(copy, question, late);
    @Nullable Due due = question.due();
    if (due == null) return lines;
    lines.add(new Line(Text.of("oversight.computed.owner"), Text.of("role." + due.owner())));
    lines.add(
        new Line(Text.of("oversight.computed.begun"), Text.of("oversight.act", due.openedBy())));
    lines.add(new Line(Text.of("oversight.computed.end"), Text.of("oversight.at", due.end())));
    if (due.metBy() != null && due.metAt() != null)
      lines.add(
          new Line(
              Text.of("oversight.computed.done"),
              Text.of("oversight.act-at", due.metBy(), due.metAt())));
    lines.add(
        new Line(
            Text.of("oversight.computed.so"),
            Text.of(
                due.metBy() == null ? "oversight.computed.missed" : "oversight.computed.late",
                late)));
    return lines;
  }

  private static List<Line> computed(Copy copy, Irregularity question, Text late) {
    Text told = Text.of("role." + copy.addressee());
    Text what = Text.of("act." + copy.type());
    var lines = new ArrayList<Line>();
    lines.add(new Line(Text.of("oversight.computed.copy"), told));
    lines.add(
        new Line(
            Text.of("oversight.computed.begun"),
            Text.of("oversight.computed.copy.act", what, copy.number())));
    lines.add(new Line(Text.of("oversight.computed.end"), Text.of("oversight.at", copy.end())));
    Copy.@Nullable Sent sent = copy.sent();
    if (sent != null)
      lines.add(
          new Line(
              Text.of("oversight.computed.done"),
              Text.of("oversight.computed.copy.sent", sent.on(), sent.act())));
    lines.add(
        new Line(
            Text.of("oversight.computed.so"),
            Text.of(
                question.until() == null ? "oversight.computed.missed" : "oversight.computed.late",
                late)));
    return lines;
  }
}
