package org.smartcorrection.platform.evidence;

import java.util.Locale;

/**
 * How far an act has come on the ledger. It is in force from the moment it is recorded, whatever
 * the receipt says.
 *
 * @param index its place in the log; -1 while it waits
 * @param signed how many agencies have signed a checkpoint over it, of {@code of} members
 * @param origin of the log that holds it; empty where that is not known
 */
public record Receipt(State state, long index, int signed, int of, String origin) {
  /** The state of a receipt. */
  public enum State {
    /** Kept here and not sent yet. */
    PENDING,
    /** Ordered, but not under a quorum's checkpoint yet. */
    ORDERED,
    /** Under a checkpoint that a quorum signed. */
    SEALED,
    /** The database no longer says what was recorded. */
    BROKEN
  }

  static final Receipt WAITING = new Receipt(State.PENDING, -1, 0, 1);

  /** A receipt of an entry whose log is not known. */
  public Receipt(State state, long index, int signed, int of) {
    this(state, index, signed, of, "");
  }

  /** The name of the log, such as {@code justice}; empty where that is not known. */
  public String log() {
    return origin.substring(origin.lastIndexOf('/') + 1);
  }

  /** Whether it can be proved to anybody. */
  public boolean isSealed() {
    return state == State.SEALED;
  }

  /** The name by which pages draw it. */
  public String drawn() {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
