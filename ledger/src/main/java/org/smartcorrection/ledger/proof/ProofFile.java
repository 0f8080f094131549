package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.InclusionProof;

/**
 * A {@code .tlog-proof} file (C2SP tlog-proof@v1): everything to check offline that something is in
 * a log. Ours carries the entry, and what is disclosed of it, as {@code extra}.
 *
 * @param extra bytes as base64, or null; believed only as far as {@link Verifier} proves it
 * @param index of the entry in the log
 * @param path hashes from the leaf's sibling to the root's child
 * @param checkpoint the signed note, verbatim
 */
public record ProofFile(@Nullable String extra, long index, List<Hash> path, String checkpoint) {
  /** The extension of the file's name. */
  public static final String EXTENSION = ".tlog-proof";

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final int LONGEST_PATH = 63;
  private static final int LARGEST = 1 << 20;

  public ProofFile {
    path = List.copyOf(path);
  }

  /** Packs a proof. */
  public static ProofFile of(DisclosedEntry entry, InclusionProof inclusion, String checkpoint) {
    return new ProofFile(null, inclusion.index(), inclusion.path(), checkpoint).with(entry);
  }

  /** Reads a file. That it is well formed says nothing about its truth. */
  public static ProofFile parse(byte[] bytes) throws MalformedException {
    if (bytes.length > LARGEST) throw new MalformedException("a proof file above 1 MiB");
    String text = Strict.utf8(bytes);
    int split = text.indexOf("\n\n");
    if (split < 0) throw new MalformedException("no empty line before the checkpoint");
    String[] lines = text.substring(0, split).split("\n", -1);
    if (!lines[0].equals(HEADER)) throw new MalformedException("the first line is not " + HEADER);
    int at = 1;
    String extra = null;
    if (at < lines.length && lines[at].startsWith(EXTRA)) {
      extra = lines[at++].substring(EXTRA.length());
      if (Strict.base64(extra).length == 0) throw new MalformedException("an empty extra line");
    }
    if (at == lines.length || !lines[at].startsWith(INDEX)) {
      throw new MalformedException("no index line");
    }
    long index = Strict.decimal(lines[at++].substring(INDEX.length()));
    var path = new ArrayList<Hash>();
    while (at < lines.length) {
      if (path.size() == LONGEST_PATH) throw new MalformedException("more than 63 hashes");
      path.add(Hash.parse(lines[at++]));
    }
    String checkpoint = text.substring(split + 2);
    SignedNote.parse(checkpoint);
    return new ProofFile(extra, index, path, checkpoint);
  }

  /** The entry and disclosures in {@code extra}. */
  public DisclosedEntry disclosed() throws MalformedException {
    if (extra == null) throw new MalformedException("the proof carries no entry");
    return DisclosedEntry.parse(Strict.base64(extra));
  }

  /** The same place and head with an entry and what is told of it. */
  public ProofFile with(DisclosedEntry entry) {
    return new ProofFile(Strict.base64(entry.bytes()), index, path, checkpoint);
  }

  /** The bytes of the file. */
  public byte[] bytes() {
    var text = new StringBuilder(HEADER).append('\n');
    if (extra != null) text.append(EXTRA).append(extra).append('\n');
    text.append(INDEX).append(index).append('\n');
    for (Hash hash : path) text.append(hash.base64()).append('\n');
    return text.append('\n').append(checkpoint).toString().getBytes(UTF_8);
  }
}
