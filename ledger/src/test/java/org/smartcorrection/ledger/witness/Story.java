package org.smartcorrection.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.NoteSignature;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.tree.ConsistencyProof;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.Subtrees;

/**
 * What a log tells of its entries: another name, another story from some entry on.
 *
 * @param from the first entry that differs from what all stories begin with
 */
record Story(String name, long from) implements Subtrees {
  static final Story HONEST = new Story("honest", 0);

  @Override
  public Hash at(int height, long index) {
    if (height == 0) return Hash.leaf(((index < from ? "honest" : name) + index).getBytes(UTF_8));
    return Hash.node(at(height - 1, 2 * index), at(height - 1, 2 * index + 1));
  }

  Checkpoint head(long size) {
    try {
      return new Checkpoint(Samples.ORIGIN, size, over(0, size));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SignedNote note(long size) {
    return signed(head(size), Samples.LOG_KEY);
  }

  AddCheckpoint request(long old, long size) throws IOException {
    return new AddCheckpoint(old, ConsistencyProof.from(this, old, size).path(), note(size));
  }

  /** The body of such a request, as a log sends it. */
  String body(long old, long size) throws IOException {
    String proof =
        request(old, size).proof().stream()
            .map(hash -> hash.base64() + "\n")
            .collect(Collectors.joining());
    return "old " + old + "\n" + proof + "\n" + note(size);
  }

  static SignedNote signed(Checkpoint head, SigningKey key) {
    return new SignedNote(head.text(), List.of(NoteSignature.sign(head.text(), key)));
  }
}
