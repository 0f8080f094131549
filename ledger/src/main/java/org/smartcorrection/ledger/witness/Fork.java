package org.smartcorrection.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.note.BadSignatureException;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.tree.ConsistencyProof;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.Subtrees;

/**
 * Evidence that a log told two stories: two heads with its signature that no one tree had. It needs
 * nothing but the log's public key to be checked, and nobody but the log can have made it.
 *
 * @param first the head of the smaller tree, or of either if both have one size
 * @param second the head of the other
 * @param path empty if the sizes are equal; else the hashes that lead to the second root, and to
 *     the root that the second tree had when it was as large as the first
 */
public record Fork(SignedNote first, SignedNote second, List<Hash> path) {
  /** The extension of a file with evidence. */
  public static final String EXTENSION = ".fork";

  private static final String HEADER = "smartcorrection.org/fork@v1";
  private static final String FIRST = "first ";
  private static final String SECOND = "second ";
  private static final int LARGEST = 1 << 20;
  private static final int LONGEST_PATH = 64;

  public Fork {
    path = List.copyOf(path);
  }

  /**
   * Compares two heads of one log and keeps what contradicts.
   *
   * @param subtrees of the tree that the larger head is of, its root already compared with it
   * @return the evidence, if the smaller head is not of a tree that grew into the larger
   * @throws MalformedException if one of them is not a checkpoint
   */
  public static Optional<Fork> between(SignedNote one, SignedNote other, Subtrees subtrees)
      throws IOException, MalformedException {
    boolean inOrder = Checkpoint.parse(one.text()).size() <= Checkpoint.parse(other.text()).size();
    SignedNote first = inOrder ? one : other;
    SignedNote second = inOrder ? other : one;
    long from = Checkpoint.parse(first.text()).size();
    long to = Checkpoint.parse(second.text()).size();
    var path = new ArrayList<Hash>();
    if (from > 0 && from < to) {
      path.addAll(ConsistencyProof.from(subtrees, from, to).path());
      if (Long.bitCount(from) == 1) path.addFirst(subtrees.over(0, from));
    }
    var fork = new Fork(first, second, path);
    return fork.contradicts() ? Optional.of(fork) : Optional.empty();
  }

  /** Whether a file says that it is such evidence. */
  public static boolean isEvidence(byte[] file) {
    return new String(file, 0, Math.min(file.length, HEADER.length()), UTF_8).equals(HEADER);
  }

  /** Reads a file. That it is well formed says nothing about its truth. */
  public static Fork parse(byte[] bytes) throws MalformedException {
    if (bytes.length > LARGEST) throw new MalformedException("evidence above 1 MiB");
    String[] lines = Strict.utf8(bytes).split("\n", -1);
    if (!lines[0].equals(HEADER)) throw new MalformedException("the first line is not " + HEADER);
    if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
      throw new MalformedException("evidence is two checkpoints and a path");
    }
    if (lines.length - 4 > LONGEST_PATH) throw new MalformedException("more than 64 hashes");
    SignedNote first = note(FIRST, lines[1]);
    SignedNote second = note(SECOND, lines[2]);
    var path = new ArrayList<Hash>();
    for (int i = 3; i < lines.length - 1; i++) path.add(Hash.parse(lines[i]));
    return new Fork(first, second, path);
  }

  private static SignedNote note(String name, String line) throws MalformedException {
    if (!line.startsWith(name)) throw new MalformedException("no line " + name.strip());
    return SignedNote.parse(Strict.utf8(Strict.base64(line.substring(name.length()))));
  }

  /** Whether a log with these keys really signed two heads that contradict one another. */
  public boolean isProvenAgainst(Collection<VerifierKey> keys) {
    return isSignedBy(first, keys) && isSignedBy(second, keys) && contradicts();
  }

  private static boolean isSignedBy(SignedNote note, Collection<VerifierKey> keys) {
    try {
      String origin = Checkpoint.parse(note.text()).origin();
      return note.verifiedBy(keys).keySet().stream().anyMatch(key -> key.name().equals(origin));
    } catch (MalformedException | BadSignatureException e) {
      return false;
    }
  }

  private boolean contradicts() {
    Checkpoint older;
    Checkpoint newer;
    try {
      older = Checkpoint.parse(first.text());
      newer = Checkpoint.parse(second.text());
    } catch (MalformedException e) {
      return false;
    }
    if (!older.origin().equals(newer.origin())) return false;
    if (older.size() == newer.size()) return path.isEmpty() && !older.root().equals(newer.root());
    if (older.size() == 0) return path.isEmpty() && !older.root().equals(Hash.EMPTY);
    // the newer root fixes all that is below it, so it fixes what its first leaves hash to
    return ConsistencyProof.roots(older.size(), newer.size(), path)
        .filter(roots -> roots.newer().equals(newer.root()))
        .filter(roots -> !roots.older().equals(older.root()))
        .isPresent();
  }

  /** The bytes of the file. */
  public byte[] bytes() {
    return text().getBytes(UTF_8);
  }

  String text() {
    var text = new StringBuilder(HEADER).append('\n');
    text.append(FIRST).append(encoded(first)).append('\n');
    text.append(SECOND).append(encoded(second)).append('\n');
    for (Hash hash : path) text.append(hash.base64()).append('\n');
    return text.toString();
  }

  private static String encoded(SignedNote note) {
    return Strict.base64(note.toString().getBytes(UTF_8));
  }
}
