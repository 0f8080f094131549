package org.smartcorrection.location.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.JudgedFix;
import org.smartcorrection.location.LeftOutFix;
import org.smartcorrection.location.LeftOutReason;
import org.smartcorrection.location.UsedFix;

/**
 * Supervision of one person as a pure state machine: the state so far and a message give the next
 * state and what was observed. The same messages in the order of their time give the same
 * observations, on any machine and in any process. Times at which nothing came matter as well: what
 * an hour brings is found by {@link #pass}, or at the next message with the same result.
 */
public final class Supervision implements Supervising {
  private final SupervisionRules rules;
  private final Quality quality;
  private final Grounds grounds;
  private final Silences silences;
  private final Journeys journeys = new Journeys();
  private final Tampering tampering = new Tampering();
  private final Separations separations = new Separations();
  private final Deceptions deceptions = new Deceptions();

  /** Judges by these rules. */
  public Supervision(SupervisionRules rules) {
    this.rules = rules;
    this.quality = new Quality(rules);
    var crossings = new Crossings(rules);
    this.grounds = new Grounds(crossings);
    this.silences = new Silences(rules, crossings);
  }

  /** The rules it judges by. */
  public SupervisionRules rules() {
    return rules;
  }

  /**
   * Judges the next message. One that is earlier than what was judged changes nothing and is named
   * late; see {@link Revision}.
   *
   * @param terms what holds; of it, what held at the message's time counts
   */
  @Override
  public Outcome hear(SupervisionState state, Message message, Terms terms) {
    if (isLate(state, message.time())) return late(state, message);
    if (isRepeated(state, message)) {
      return outcome(state, message, LeftOutReason.DUPLICATE, false);
    }
    var draft = new Draft(state, rules, terms);
    passed(draft, message.time());
    @Nullable JudgedFix judged =
        switch (message) {
          case Report report -> hear(draft, report);
          case Verification verification -> {
            separations.verified(draft, verification);
            yield null;
          }
        };
    return new Outcome(draft.state(), Optional.ofNullable(judged), draft.observations(), false);
  }

  private static boolean isLate(SupervisionState state, Instant time) {
    return (state.clock != null && time.isBefore(state.clock))
        || (state.horizon != null && time.isBefore(state.horizon));
  }

  private static boolean isRepeated(SupervisionState state, Message message) {
    return state.last != null
        && message instanceof Report report
        && report.fix().isPresent()
        && state.last.time().equals(report.time())
        && state.last.point().equals(report.fix().get().point());
  }

  private static Outcome late(SupervisionState state, Message message) {
    return outcome(state, message, LeftOutReason.LATE, true);
  }

  private static Outcome outcome(
      SupervisionState state, Message message, LeftOutReason reason, boolean late) {
    Optional<JudgedFix> fix =
        message instanceof Report report
            ? report.fix().map(raw -> leftOut(raw, reason))
            : Optional.empty();
    return new Outcome(state, fix, List.of(), late);
  }

  /**
   * Lets time pass without a message.
   *
   * @param now when it was looked at the clock
   */
  @Override
  public Outcome pass(SupervisionState state, Instant now, Terms terms) {
    if (isLate(state, now)) return new Outcome(state, Optional.empty(), List.of(), false);
    var draft = new Draft(state, rules, terms);
    passed(draft, now);
    return draft.observations == null
        ? new Outcome(state, Optional.empty(), List.of(), false)
        : new Outcome(draft.state(), Optional.empty(), draft.observations(), false);
  }

  /** In the order of the hours at which things happen. */
  private void passed(Draft draft, Instant now) {
    grounds.pass(draft, now);
    silences.pass(draft, now);
  }

  private @Nullable JudgedFix hear(Draft draft, Report report) {
    silences.heard(draft, report.time());
    tampering.heard(draft, report);
    deceptions.heard(draft, report);
    @Nullable JudgedFix judged =
        report.fix().isEmpty() ? null : weigh(draft, report, report.fix().get());
    separations.heard(draft, report);
    draft.clock = report.time();
    draft.horizon = null;
    return judged;
  }

  private JudgedFix weigh(Draft draft, Report report, Fix raw) {
    var seen = new Seen(raw.time(), raw.point(), quality.sigma(report, raw), raw.source());
    boolean stale =
        Quality.isStale(report, raw, draft.last) || Quality.isStale(report, raw, draft.used);
    draft.last = seen;
    if (stale) return leaveOut(draft, raw, LeftOutReason.STALE);
    silences.tolerate(draft, raw.point(), raw.time());
    @Nullable LeftOutReason flaw = quality.flaw(report, raw);
    if (flaw != LeftOutReason.MADE_BY_SOFTWARE) deceptions.seen(draft, seen);
    if (flaw != null) return leaveOut(draft, raw, flaw);
    Journeys.Reached reached = journeys.judge(draft, seen, raw);
    if (reached == Journeys.Reached.IMPLAUSIBLE) {
      return leaveOut(draft, raw, LeftOutReason.IMPLAUSIBLE_SPEED);
    }
    if (reached == Journeys.Reached.OFF_COURSE) {
      return leaveOut(draft, raw, LeftOutReason.IMPLAUSIBLE_COURSE);
    }
    if (reached == Journeys.Reached.NOT_BELIEVED) {
      return leaveOut(draft, raw, LeftOutReason.NOT_BELIEVED);
    }
    separations.travelled(draft, report, seen);
    Seen fused = quality.fused(seen, draft.used);
    draft.earlier = draft.before;
    draft.before = draft.used;
    if (Deceptions.doubted(draft, raw.source())) {
      draft.used = seen;
      return leaveOut(draft, raw, LeftOutReason.NOT_BELIEVED);
    }
    var plain = new UsedFix(raw.time(), raw.point(), raw.accuracyMetres(), raw.source(), 0, 0);
    Optional<UsedFix> used = grounds.permitted(draft, plain, fused);
    grounds.zones(draft, plain, fused);
    draft.used = seen;
    return used.isPresent() ? used.get() : leaveOut(draft, raw, LeftOutReason.NO_PERMITTED_AREA);
  }

  private static JudgedFix leaveOut(Draft draft, Fix raw, LeftOutReason reason) {
    LeftOutFix fix = leftOut(raw, reason);
    Grounds.leaveOut(draft, fix);
    return fix;
  }

  private static LeftOutFix leftOut(Fix raw, LeftOutReason reason) {
    return new LeftOutFix(raw.time(), raw.point(), raw.accuracyMetres(), raw.source(), reason);
  }

  /**
   * Applies changed terms at once: the last three positions are weighed again, so that one alone is
   * not enough here either.
   *
   * @param changed the new terms
   * @param at when they were changed; positions more than half an hour before it say nothing
   */
  @Override
  public Outcome reconsider(SupervisionState state, Terms changed, Instant at) {
    var draft = new Draft(state, rules, changed);
    Seen before = state.before;
    Seen used = state.used;
    if (before != null && used != null && used.secondsTo(at) <= RECONSIDERED_SECONDS) {
      if (state.earlier != null) weighAgain(draft, state.earlier);
      weighAgain(draft, before);
      weighAgain(draft, used);
    }
    return new Outcome(draft.state(), Optional.empty(), draft.observations(), false);
  }

  private static final long RECONSIDERED_SECONDS = 1_800;

  private void weighAgain(Draft draft, Seen seen) {
    var plain =
        new UsedFix(seen.time(), seen.point(), seen.sigmaMetres() * 1.5, seen.source(), 0, 0);
    grounds.permitted(draft, plain, seen);
    grounds.zones(draft, plain, seen);
  }
}
