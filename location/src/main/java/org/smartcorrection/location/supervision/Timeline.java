package org.smartcorrection.location.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * One person's messages in the order of their time, with snapshots between them, in memory: late
 * messages are put in their place. Whatever the order of arrival, the observations that stay are
 * the same. The platform keeps the same in its database; the replay of a changed rule and the tests
 * use this one.
 */
public final class Timeline {
  private static final int SNAPSHOT_EVERY = 64;

  /** In the order of their time; where two are of one time, in an order that is always the same. */
  private static final Comparator<Message> ORDER =
      Comparator.comparing(Message::time)
          .thenComparingInt(message -> message instanceof Report ? 0 : 1)
          .thenComparing(Message::toString);

  /**
   * The state before a message.
   *
   * @param at how many messages came before
   * @param made how many observations had been made
   */
  private record Snapshot(int at, int made, SupervisionState state) {}

  private final Supervising supervision;
  private final Terms terms;
  private final List<Message> messages = new ArrayList<>();
  private final List<Snapshot> snapshots = new ArrayList<>();
  private final List<Observation> observations = new ArrayList<>();
  private SupervisionState state = SupervisionState.start();
  private Instant passed = Instant.MIN;
  private int revisions;

  /** Of one person under terms that do not change. */
  public Timeline(Supervising supervision, Terms terms) {
    this.supervision = supervision;
    this.terms = terms;
    snapshots.add(new Snapshot(0, 0, state));
  }

  /** A message arrived. */
  public void hear(Message message) {
    int last = messages.size() - 1;
    if (last >= 0 && ORDER.compare(messages.get(last), message) > 0) {
      insert(message);
      return;
    }
    if (last >= 0 && messages.get(last).equals(message)) return;
    Outcome outcome = supervision.hear(state, message, terms);
    messages.add(message);
    if (outcome.late()) {
      revise(messages.size() - 1);
      return;
    }
    take(outcome);
    snapshot();
  }

  private void take(Outcome outcome) {
    state = outcome.state();
    observations.addAll(outcome.observations());
  }

  private void snapshot() {
    if (messages.size() - snapshots.getLast().at >= SNAPSHOT_EVERY) {
      snapshots.add(new Snapshot(messages.size(), observations.size(), state));
    }
  }

  /** The clock was looked at. */
  public void pass(Instant now) {
    if (now.isAfter(passed)) passed = now;
    take(supervision.pass(state, now, terms));
  }

  private void insert(Message message) {
    int place = Collections.binarySearch(messages, message, ORDER);
    if (place >= 0) return; // it had come before
    messages.add(-place - 1, message);
    revise(-place - 1);
  }

  private void revise(int from) {
    revisions++;
    while (snapshots.getLast().at > from) snapshots.removeLast();
    Snapshot snapshot = snapshots.getLast();
    List<Observation> after = observations.subList(snapshot.made, observations.size());
    Revision revision =
        Revision.of(
            supervision,
            snapshot.state,
            List.copyOf(messages.subList(snapshot.at, messages.size())),
            passed,
            terms,
            List.copyOf(after));
    // of what was made, what stays keeps its place
    after.removeAll(revision.withdrawn());
    revision
        .revised()
        .forEach(one -> Collections.replaceAll(observations, one.before(), one.after()));
    observations.addAll(revision.added());
    state = revision.state();
  }

  /** What is held to be so, without what was withdrawn, in the order in which it came about. */
  public List<Observation> observations() {
    return observations.stream()
        .sorted(
            Comparator.comparing(Observation::at)
                .thenComparing(Observation::kind)
                .thenComparing(Observation::zone)
                .thenComparing(Observation::phase))
        .toList();
  }

  /** The state after the last message. */
  public SupervisionState state() {
    return state;
  }

  /** How often late messages made it judge again. */
  public int revisions() {
    return revisions;
  }
}
