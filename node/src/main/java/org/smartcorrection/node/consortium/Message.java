package org.smartcorrection.node.consortium;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.SignedNote;

/** What members hand one another through the engine. Any member may send anything. */
sealed interface Message {
  /**
   * An entry that wants a place.
   *
   * @param signed whether keys of its agency really signed it
   */
  record Entry(SignedEntry entry, boolean signed) implements Message {}

  /**
   * The head of a log as one member computed and signed it.
   *
   * @param answer whether it is for one who has not heard of a quorum, with all who signed
   */
  record Head(SignedNote note, boolean answer) implements Message {}

  /** What no member of good faith sends. */
  record Unreadable() implements Message {}

  static byte[] of(SignedEntry entry) {
    return marked('e', entry.leaf());
  }

  static byte[] head(String note) {
    return marked('h', note.getBytes(UTF_8));
  }

  static byte[] answer(String note) {
    return marked('a', note.getBytes(UTF_8));
  }

  private static byte[] marked(char mark, byte[] content) {
    byte[] bytes = new byte[content.length + 1];
    bytes[0] = (byte) mark;
    System.arraycopy(content, 0, bytes, 1, content.length);
    return bytes;
  }

  /** Reads a message; an entry is not yet looked at for its signature. */
  static Message read(byte[] bytes) {
    if (bytes.length == 0) return new Unreadable();
    byte[] content = Arrays.copyOfRange(bytes, 1, bytes.length);
    try {
      return switch (bytes[0]) {
        case 'e' -> new Entry(SignedEntry.parse(content), false);
        case 'h' -> new Head(SignedNote.parse(Strict.utf8(content)), false);
        case 'a' -> new Head(SignedNote.parse(Strict.utf8(content)), true);
        default -> new Unreadable();
      };
    } catch (MalformedException _) {
      return new Unreadable();
    }
  }
}
