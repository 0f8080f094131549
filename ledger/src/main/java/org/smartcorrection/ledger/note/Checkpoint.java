package org.smartcorrection.ledger.note;

import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.tree.Hash;

/**
 * The head of a log's tree (C2SP tlog-checkpoint). Extension lines, which the format allows and
 * advises against, are refused: nobody could audit them.
 *
 * @param origin which log
 * @param size number of entries
 * @param root root hash over them
 */
public record Checkpoint(String origin, long size, Hash root) {
  public Checkpoint {
    if (origin.isEmpty() || origin.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("not an origin");
    }
    if (size < 0) throw new IllegalArgumentException("negative size");
  }

  /** Reads the text of a note. */
  public static Checkpoint parse(String text) throws MalformedException {
    String[] lines = text.split("\n", -1);
    if (lines.length != 4 || !lines[3].isEmpty()) {
      throw new MalformedException("a checkpoint has three lines");
    }
    if (lines[0].isEmpty() || lines[0].chars().anyMatch(c -> c < ' ')) {
      throw new MalformedException("not an origin");
    }
    return new Checkpoint(lines[0], Strict.decimal(lines[1]), Hash.parse(lines[2]));
  }

  /** The text that is signed. */
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }
}
