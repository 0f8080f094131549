package org.smartcorrection.location.supervision;

import java.time.Instant;

/** Judges what is said about one person, by rules that stay or by rules that change in time. */
public sealed interface Supervising permits Supervision, SupervisionInTime {
  /** Judges the next message: see {@link Supervision#hear}. */
  Outcome hear(SupervisionState state, Message message, Terms terms);

  /** Lets time pass without a message: see {@link Supervision#pass}. */
  Outcome pass(SupervisionState state, Instant now, Terms terms);

  /** Applies changed terms at once: see {@link Supervision#reconsider}. */
  Outcome reconsider(SupervisionState state, Terms changed, Instant at);
}
