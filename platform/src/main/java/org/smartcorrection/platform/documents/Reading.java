package org.smartcorrection.platform.documents;

import org.jspecify.annotations.Nullable;

/**
 * What the reader of uploads found out about a file that somebody handed in.
 *
 * @param pages {@code null} while nobody has counted them, and where they cannot be counted
 */
public record Reading(State state, @Nullable Integer pages) {
  static final Reading WAITING = new Reading(State.WAITING, null);

  /** How far its text can be had. */
  public enum State {
    /** It came in and has not been read yet. */
    WAITING,
    /** All of its text is there. */
    READ,
    /** It is longer than is read: its beginning is there. */
    BEGINNING,
    /** It has pages and no letters: a scan or a photograph. */
    NO_TEXT,
    /** It opens with a password only. */
    LOCKED,
    /** It is no file that a reader understands. */
    BROKEN,
    /** Reading it took more time or memory than a file gets. */
    TOO_MUCH
  }

  /** The part of the message keys {@code documents.text.…} that says so. */
  public String key() {
    return "documents.text." + state.name();
  }

  /** Whether words in it can be found. */
  public boolean searched() {
    return state == State.READ || state == State.BEGINNING;
  }
}
