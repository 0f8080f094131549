package org.smartcorrection.ledger.witness;

import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.tree.Hash;

/**
 * What a log asks of a witness: to cosign a checkpoint, as an extension of one it cosigned before
 * (C2SP tlog-witness, add-checkpoint).
 *
 * @param old size of the tree that the witness cosigned last, as far as the log knows
 * @param proof that the new tree extends that one
 * @param note the checkpoint, with the log's signature
 */
public record AddCheckpoint(long old, List<Hash> proof, SignedNote note) {
  /** The most bytes that a request may have: room for many signatures by ML-DSA. */
  public static final int LARGEST = 1 << 19;

  private static final String OLD = "old ";
  private static final int LONGEST_PROOF = 63;

  public AddCheckpoint {
    proof = List.copyOf(proof);
  }

  /** Reads the body of a request. */
  public static AddCheckpoint parse(byte[] body) throws MalformedException {
    if (body.length > LARGEST) throw new MalformedException("a request above 512 KiB");
    String text = Strict.utf8(body);
    int split = text.indexOf("\n\n");
    if (split < 0) throw new MalformedException("no empty line before the checkpoint");
    String[] lines = text.substring(0, split).split("\n", -1);
    if (!lines[0].startsWith(OLD)) throw new MalformedException("the first line is old <size>");
    long old = Strict.decimal(lines[0].substring(OLD.length()));
    if (lines.length - 1 > LONGEST_PROOF) throw new MalformedException("more than 63 hashes");
    var proof = new ArrayList<Hash>();
    for (int i = 1; i < lines.length; i++) proof.add(Hash.parse(lines[i]));
    return new AddCheckpoint(old, proof, SignedNote.parse(text.substring(split + 2)));
  }

  /** The head that is to be cosigned; claimed, until the log's signature is found right. */
  public Checkpoint head() throws MalformedException {
    return Checkpoint.parse(note.text());
  }
}
