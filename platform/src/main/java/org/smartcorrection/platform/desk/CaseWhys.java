package org.smartcorrection.platform.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.LeaveTier;
import org.springframework.stereotype.Component;

/** Why a person is managed at this level (L14A, D03), and why a leave needs this approval (M20). */
@Component
class CaseWhys {
  private final Law law;
  private final Instances instances;
  private final Timeline timeline;
  private final Clock clock;

  CaseWhys(Law law, Instances instances, Timeline timeline, Clock clock) {
    this.law = law;
    this.instances = instances;
    this.timeline = timeline;
    this.clock = clock;
  }

  /** A leave that waits for its decision. */
  record Waiting(LocalDate first, LocalDate last, List<Line> why) {}

  /**
   * The acts that led to the level in force, with what they state and where that is written.
   *
   * @param history of the case, the first act first
   * @return empty until a level is in force
   */
  List<Line> level(List<Act> history, Locale locale) {
    Optional<Act> last =
        history.stream()
            .filter(act -> !act.facts().said("level").isEmpty())
            .reduce((_, later) -> later);
    return last.map(set -> level(set, history, locale)).orElse(List.of());
  }

  private List<Line> level(Act set, List<Act> history, Locale locale) {
    var lines = new ArrayList<Line>();
    boolean own = set.procedure().equals("level");
    for (Act act : since(set, history))
      if (own && !act.id().equals(set.id())) {
        lines.add(on(act));
        if (act.type().equals("LevelAssessed")) lines.addAll(timeline.facts(act, locale));
      }
    lines.add(on(set));
    // of other acts, such as the first plan, only the level itself belongs here
    if (own)
      timeline.facts(set, locale).stream()
          .filter(line -> !line.term().equals(Text.of("fact.level")))
          .forEach(lines::add);
    lines.add(
        new Line(
            Text.of("fact.level"),
            Text.of("desk.level." + set.facts().said("level")),
            law.articles(set.procedure(), set.type(), locale)));
    return lines;
  }

  /** From the latest assessment in the same run, up to the act. */
  private static List<Act> since(Act set, List<Act> history) {
    List<Act> run =
        history.stream()
            .filter(act -> act.instance().equals(set.instance()) && act.number() <= set.number())
            .toList();
    int from = 0;
    for (int at = 0; at < run.size(); at++)
      if (run.get(at).type().equals("LevelAssessed")) from = at;
    return run.subList(from, run.size());
  }

  private static Line on(Act act) {
    return new Line(
        Text.of("act." + act.type()),
        Text.of("desk.case.why.act", LegalCalendar.legalDay(act.occurredAt()), act.number()));
  }

  /** Leaves of the case that wait for a decision, the latest first. */
  List<Waiting> leaves(Case in, Locale locale) {
    return instances.ofCase(in.id(), "leave").stream()
        .filter(leave -> leave.state().equals("APPLIED"))
        .map(
            leave ->
                new Waiting(
                    leave.facts().day("firstDay").orElseThrow(),
                    leave.facts().day("lastDay").orElseThrow(),
                    leave(in, leave, locale)))
        .toList();
  }

  /** Which days were counted, and who decides on so many. */
  List<Line> leave(Case in, Running leave, Locale locale) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    LeaveTier tier = LeaveTier.of(leave.facts().values(), law.rules(in.agency()).at(today));
    return Whys.of(tier.explanation(), law, locale);
  }
}
