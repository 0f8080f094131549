package org.smartcorrection.location.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Supervision by rules of which each holds from an instant on. What belongs to a time is judged by
 * the rules of that time, whenever it arrives: so a change of figures never judges the past anew.
 */
public final class SupervisionInTime implements Supervising {
  private final List<Since> all;

  /**
   * Rules and since when they hold.
   *
   * @param from of the first of them it does not matter
   */
  public record Since(Instant from, Supervision supervision) {}

  /**
   * Rules in the order of their time.
   *
   * @throws IllegalArgumentException if there are none, or they are in another order
   */
  public SupervisionInTime(List<Since> all) {
    this.all = List.copyOf(all);
    if (all.isEmpty()) throw new IllegalArgumentException("some rules hold");
    for (int i = 1; i < all.size(); i++) {
      if (!all.get(i).from().isAfter(all.get(i - 1).from())) {
        throw new IllegalArgumentException("in the order of their time");
      }
    }
  }

  /** The rules that hold at an instant. */
  public SupervisionRules rules(Instant at) {
    return at(at).rules();
  }

  private Supervision at(Instant at) {
    int i = all.size() - 1;
    while (i > 0 && at.isBefore(all.get(i).from())) i--;
    return all.get(i).supervision();
  }

  @Override
  public Outcome hear(SupervisionState state, Message message, Terms terms) {
    Outcome before = until(state, message.time(), terms);
    return after(before, at(message.time()).hear(before.state(), message, terms));
  }

  @Override
  public Outcome pass(SupervisionState state, Instant now, Terms terms) {
    Outcome before = until(state, now, terms);
    return after(before, at(now).pass(before.state(), now, terms));
  }

  @Override
  public Outcome reconsider(SupervisionState state, Terms changed, Instant at) {
    return at(at).reconsider(state, changed, at);
  }

  /** What the hours bring up to each change, by the rules before it. */
  private Outcome until(SupervisionState state, Instant time, Terms terms) {
    SupervisionState now = state;
    List<Observation> made = List.of();
    for (int i = 1; i < all.size(); i++) {
      Instant change = all.get(i).from();
      boolean lies = !change.isAfter(time) && state.reach().filter(change::isAfter).isPresent();
      if (!lies) continue;
      Outcome passed = all.get(i - 1).supervision().pass(now, change, terms);
      now = passed.state();
      made = joined(made, passed.observations());
    }
    return new Outcome(now, Optional.empty(), made, false);
  }

  private static Outcome after(Outcome before, Outcome last) {
    return before.observations().isEmpty()
        ? last
        : new Outcome(
            last.state(),
            last.fix(),
            joined(before.observations(), last.observations()),
            last.late());
  }

  private static List<Observation> joined(List<Observation> some, List<Observation> more) {
    if (some.isEmpty()) return more;
    var all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
