package org.smartcorrection.procedure.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.DeadlineSpec;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.State;

/**
 * In what two versions of a procedure differ, in words that a reader without data files follows.
 */
public final class Changes {

  private final Optional<Definition> before;
  private final Definition after;
  private final List<Change> changes = new ArrayList<>();

  private Changes(Optional<Definition> before, Definition after) {
    this.before = before;
    this.after = after;
  }

  /**
   * What differs.
   *
   * @param before empty when there was none: then everything is new
   */
  public static List<Change> between(Optional<Definition> before, Definition after) {
    var changes = new Changes(before, after);
    changes.states();
    changes.acts();
    changes.deadlines();
    return List.copyOf(changes.changes);
  }

  private <T> List<T> old(Function<Definition, List<T>> part) {
    return before.map(part).orElse(List.of());
  }

  private void states() {
    List<String> then = old(Definition::states).stream().map(State::id).toList();
    List<String> now = after.states().stream().map(State::id).toList();
    each(now, then, id -> "state." + after.id() + "." + id, Change.Kind.STATE_ADDED);
    each(then, now, id -> "state." + after.id() + "." + id, Change.Kind.STATE_GONE);
  }

  private void acts() {
    List<String> then = old(Definition::acts).stream().map(Act::type).toList();
    List<String> now = after.acts().stream().map(Act::type).toList();
    each(now, then, type -> "act." + type, Change.Kind.ACT_ADDED);
    each(then, now, type -> "act." + type, Change.Kind.ACT_GONE);
    for (Act act : after.acts())
      before.flatMap(known -> known.act(act.type())).ifPresent(known -> act(known, act));
  }

  private void act(Act then, Act now) {
    String of = "act." + now.type();
    List<String> whoThen = then.who().stream().map(Enum::name).toList();
    List<String> whoNow = now.who().stream().map(Enum::name).toList();
    both(of, whoThen, whoNow, "role.", Change.Kind.WHO_ADDED, Change.Kind.WHO_GONE);
    String state = "state." + after.id() + ".";
    both(of, then.from(), now.from(), state, Change.Kind.FROM_ADDED, Change.Kind.FROM_GONE);
    both(
        of,
        then.facts().keySet(),
        now.facts().keySet(),
        "fact.",
        Change.Kind.FACT_ADDED,
        Change.Kind.FACT_GONE);
    both(
        of,
        then.documents(),
        now.documents(),
        "document.",
        Change.Kind.DOCUMENT_ADDED,
        Change.Kind.DOCUMENT_GONE);
    both(of, then.rules(), now.rules(), "", Change.Kind.RULE_ADDED, Change.Kind.RULE_GONE);
    boolean rest =
        then.guards().equals(now.guards())
            && then.effects().equals(now.effects())
            && then.to().equals(now.to())
            && then.sets().equals(now.sets())
            && then.restsOn().equals(now.restsOn())
            && then.remedy().equals(now.remedy());
    if (!rest) changes.add(new Change(Change.Kind.REST_CHANGED, of, List.of()));
  }

  private void deadlines() {
    List<String> then = old(Definition::deadlines).stream().map(DeadlineSpec::id).toList();
    List<String> now = after.deadlines().stream().map(DeadlineSpec::id).toList();
    UnaryOperator<String> key = id -> "deadline." + after.id() + "." + id;
    each(now, then, key, Change.Kind.DEADLINE_ADDED);
    each(then, now, key, Change.Kind.DEADLINE_GONE);
    for (DeadlineSpec due : after.deadlines())
      old(Definition::deadlines).stream()
          .filter(known -> known.id().equals(due.id()) && !known.equals(due))
          .forEach(
              _ ->
                  changes.add(
                      new Change(Change.Kind.DEADLINE_CHANGED, key.apply(due.id()), List.of())));
  }

  private void each(
      List<String> these, List<String> notThose, UnaryOperator<String> key, Change.Kind kind) {
    these.stream()
        .filter(id -> !notThose.contains(id))
        .forEach(id -> changes.add(new Change(kind, key.apply(id), List.of())));
  }

  private void both(
      String of,
      Collection<String> then,
      Collection<String> now,
      String prefix,
      Change.Kind added,
      Change.Kind gone) {
    listed(of, now, then, prefix, added);
    listed(of, then, now, prefix, gone);
  }

  private void listed(
      String of,
      Collection<String> these,
      Collection<String> notThose,
      String prefix,
      Change.Kind kind) {
    List<String> what =
        these.stream().filter(id -> !notThose.contains(id)).sorted().map(prefix::concat).toList();
    if (!what.isEmpty()) changes.add(new Change(kind, of, what));
  }
}
