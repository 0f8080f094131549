package org.smartcorrection.procedure.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Fact;
import org.smartcorrection.procedure.act.FactSpec;
import org.smartcorrection.procedure.act.Role;
import org.smartcorrection.procedure.act.State;

/**
 * The changes that agencies make most, without anybody having to know how a definition is written.
 * Whether the law allows the result is for {@link LocalLaw} to say.
 */
public final class Drafting {

  private Drafting() {}

  /** The act asks for one more document. */
  public static LocalDefinition requireDocument(
      LocalDefinition draft, String act, String document, Optional<Word> word) {
    LocalDefinition changed =
        change(
            draft,
            act,
            was -> was.asking(was.from(), was.who(), was.facts(), plus(was.documents(), document)));
    return named(changed, "document." + document, word);
  }

  /** The act asks for one more statement in words. */
  public static LocalDefinition requireFact(
      LocalDefinition draft, String act, String fact, Optional<Word> word) {
    var spec = new FactSpec(Fact.Type.TEXT, List.of(), false, Optional.empty());
    LocalDefinition changed =
        change(
            draft,
            act,
            was -> {
              Map<String, FactSpec> facts = new HashMap<>(was.facts());
              facts.put(fact, spec);
              return was.asking(was.from(), was.who(), facts, was.documents());
            });
    return named(changed, "fact." + fact, word);
  }

  /** Fewer posts may do it. */
  public static LocalDefinition onlyBy(LocalDefinition draft, String act, Set<Role> who) {
    return change(draft, act, was -> was.asking(was.from(), who, was.facts(), was.documents()));
  }

  /**
   * A step before an act: it can then happen only after somebody has looked at the case.
   *
   * @param act before which the step comes
   * @param step type of the new act, and of the state it leads to
   * @param who takes it
   * @param done the new act in words
   * @param reached the new state in words
   */
  public static LocalDefinition stepBefore(
      LocalDefinition draft, String act, String step, Set<Role> who, Word done, Word reached) {
    Definition was = draft.definition();
    Act before = was.act(act).orElseThrow(() -> new IllegalArgumentException("no act " + act));
    String state = step.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT);
    var acts = new ArrayList<Act>();
    for (Act each : was.acts()) {
      if (each.type().equals(act)) acts.add(step(step, state, before, who));
      boolean held = each.type().equals(act);
      boolean goesOn = !held && each.from().containsAll(before.from());
      Set<String> from = held ? Set.of(state) : goesOn ? plus(each.from(), state) : each.from();
      acts.add(each.asking(from, each.who(), each.facts(), each.documents()));
    }
    var states = new ArrayList<>(was.states());
    states.add(new State(state, false, Optional.empty(), survival(was, before)));
    return draft
        .with(
            new Definition(
                was.id(),
                was.version(),
                was.validFrom(),
                was.family(),
                was.opening(),
                was.initial(),
                states,
                acts,
                was.deadlines()))
        .called("act." + step, done)
        .called("state." + was.id() + "." + state, reached);
  }

  /**
   * The rule by which what is open goes on, where it does so in every state the step comes from.
   */
  private static Optional<String> survival(Definition was, Act before) {
    List<Optional<String>> rules =
        before.from().stream()
            .map(from -> was.state(from).flatMap(State::survives))
            .distinct()
            .toList();
    return rules.size() == 1 ? rules.getFirst() : Optional.empty();
  }

  private static Act step(String type, String state, Act before, Set<Role> who) {
    return new Act(
        type,
        before.from(),
        Optional.of(state),
        who,
        Map.of("reason", new FactSpec(Fact.Type.TEXT, List.of(), false, Optional.empty())),
        Set.of(),
        Set.of(),
        List.of(),
        before.rules(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        false,
        List.of());
  }

  private static LocalDefinition named(LocalDefinition draft, String key, Optional<Word> word) {
    return word.map(given -> draft.called(key, given)).orElse(draft);
  }

  private static LocalDefinition change(
      LocalDefinition draft, String type, java.util.function.UnaryOperator<Act> change) {
    Definition was = draft.definition();
    List<Act> acts =
        was.acts().stream().map(act -> act.type().equals(type) ? change.apply(act) : act).toList();
    return draft.with(
        new Definition(
            was.id(),
            was.version(),
            was.validFrom(),
            was.family(),
            was.opening(),
            was.initial(),
            was.states(),
            acts,
            was.deadlines()));
  }

  private static Set<String> plus(Set<String> set, String more) {
    var all = new HashSet<>(set);
    all.add(more);
    return all;
  }
}
