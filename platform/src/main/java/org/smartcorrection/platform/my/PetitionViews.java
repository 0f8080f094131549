package org.smartcorrection.platform.my;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.OpenDeadline;
import org.springframework.stereotype.Component;

/** Tells the way of what a person asked for: what was done, who decides by when, and the answer. */
@Component
class PetitionViews {
  private final Petitions petitions;
  private final Acts acts;
  private final Words words;
  private final Law law;

  PetitionViews(Petitions petitions, Acts acts, Words words, Law law) {
    this.petitions = petitions;
    this.acts = acts;
    this.words = words;
    this.law = law;
  }

  PetitionView of(Running run, Actor actor, Locale locale) {
    List<Act> history = acts.ofInstance(run.id());
    Optional<Act> refusing =
        history.stream().filter(act -> refuses(run, act)).reduce((_, later) -> later);
    boolean refused = refusing.isPresent() && run.changedBy() == refusing.get().number();
    return new PetitionView(
        run.id(),
        run.procedure(),
        "state." + run.procedure() + "." + run.state(),
        refused ? "amber" : run.closed() ? "" : "blue",
        words.facts(history.getFirst(), locale),
        steps(run, history),
        refused ? refusing.get().facts().said("reason") : null,
        run.instance().deadlines().stream()
            .findFirst()
            .map(due -> words.why(due.deadline().explanation(), locale))
            .orElse(List.of()),
        petitions.acts(run, actor).stream()
            .map(org.smartcorrection.procedure.act.Act::type)
            .toList());
  }

  private boolean refuses(Running run, Act act) {
    return law.definition(run.procedure(), run.instance().version())
        .act(act.type())
        .filter(org.smartcorrection.procedure.act.Act::refuses)
        .isPresent();
  }

  private static List<Step> steps(Running run, List<Act> history) {
    var steps = new ArrayList<Step>();
    for (Act act : history)
      if (act.corrects() == null)
        steps.add(
            Step.done(
                Text.of("act." + act.type()),
                Text.of("my.on", LegalCalendar.legalDay(act.occurredAt()))));
    for (OpenDeadline due : run.instance().deadlines())
      steps.add(Step.now(Text.of("deadline." + run.procedure() + "." + due.id()), by(due)));
    return steps;
  }

  private static @Nullable Text by(OpenDeadline due) {
    return Text.of("my.petition.by", Text.of("role." + due.owner()), due.deadline().day());
  }
}
