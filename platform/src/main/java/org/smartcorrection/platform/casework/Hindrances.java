package org.smartcorrection.platform.casework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.Definition;
import org.springframework.stereotype.Component;

/** What keeps a procedure from beginning, whatever its first act states. */
@Component
class Hindrances {
  /** What the law offers for one breach, by its weight (CCL 28): one of them, not all. */
  private static final Set<String> MEASURES = Set.of("measure", "warning", "police");

  private final Acts acts;
  private final Instances instances;
  private final Summaries summaries;
  private final Law law;

  Hindrances(Acts acts, Instances instances, Summaries summaries, Law law) {
    this.acts = acts;
    this.instances = instances;
    this.summaries = summaries;
    this.law = law;
  }

  Optional<Reason> against(Act act, Case in) {
    return shut(act, in).or(() -> spent(act, in));
  }

  /** Nothing begins in a case that stands elsewhere, such as a measure after the release. */
  private Optional<Reason> shut(Act act, Case in) {
    Definition definition = law.definition(in.agency(), act.procedure(), null, act.occurredAt());
    if (act.number() == 1) return Openings.against(definition, null, List.of());
    // the other runs are opened only where they matter: each report of years begins a run
    List<Running> others =
        definition.opens().single() ? instances.ofCase(in.id(), act.procedure()) : List.of();
    return Openings.against(definition, summaries.withSealed(in.id()).orElse(null), others);
  }

  /** One finding carries one measure: nobody answers twice for the same (M29 to M31). */
  private Optional<Reason> spent(Act act, Case in) {
    if (act.restsOn() == null) return Optional.empty();
    Set<String> alike = MEASURES.contains(act.procedure()) ? MEASURES : Set.of(act.procedure());
    return acts.resting(in.id(), alike, act.restsOn()).stream()
        .flatMap(other -> instances.find(other).stream())
        .filter(
            other ->
                law.definition(other.procedure(), other.instance().version()).weighs(other.state()))
        .map(
            other ->
                Reason.of(
                    "reason.rests-on.spent",
                    "M29",
                    new Arg.Named("state." + other.procedure() + "." + other.state())))
        .findFirst();
  }
}
