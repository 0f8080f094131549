package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.register.CaseHead;
import org.smartcorrection.ledger.register.RegisterProof;
import org.smartcorrection.ledger.tree.Hash;

/**
 * A {@code .case-proof} file: everything to check offline that these are all acts of a case up to
 * an entry of the log, that this one is the latest, or that the case has none. Lines of UTF-8, each
 * with its end:
 *
 * <pre>
 * smartcorrection.org/case-proof@v1
 * case &lt;pseudonym&gt;
 * register &lt;index&gt; &lt;base64 of the leaf&gt;                    the entry that states the latest of all cases
 * head &lt;index&gt; &lt;pseudonym&gt; &lt;number&gt; &lt;hash of the leaf&gt;  0 to 2: the case in the register, or its neighbours
 * tree &lt;hash&gt;                                         of the register, between the heads
 * entry &lt;index&gt; &lt;base64 of the leaf&gt;                  an entry of the case, the oldest first
 * withheld &lt;index&gt; &lt;hash of the leaf&gt;                 one of which nothing is told but that it is there
 * log &lt;hash&gt;                                          of the log, between entries and register
 *
 * &lt;the checkpoint verbatim&gt;
 * </pre>
 *
 * @param register the case in the register
 * @param stated the register's entry
 * @param entries those of the case, up to the latest
 * @param log hashes of the log's tree, as {@link org.smartcorrection.ledger.tree.Inclusions} has
 *     them for the entries and the register after them
 * @param checkpoint the signed note, verbatim
 */
public record CaseProof(
    RegisterProof register,
    Placed stated,
    List<Placed> entries,
    List<Hash> log,
    String checkpoint) {
  /** The extension of the file's name. */
  public static final String EXTENSION = ".case-proof";

  /** The most bytes that a file has. */
  public static final int LARGEST = 16 << 20;

  static final String HEADER = "smartcorrection.org/case-proof@v1";

  public CaseProof {
    entries = List.copyOf(entries);
    log = List.copyOf(log);
  }

  /**
   * An entry at its place in the log.
   *
   * @param leaf hash of it
   * @param entry {@code null} where it is withheld
   */
  public record Placed(long index, Hash leaf, @Nullable SignedEntry entry) {
    /** An entry that is told. */
    public static Placed of(long index, SignedEntry entry) {
      return new Placed(index, entry.leafHash(), entry);
    }

    /** The same place, without what stands there. */
    public Placed withheld() {
      return new Placed(index, leaf, null);
    }
  }

  /** Whether these bytes are meant to be one. */
  public static boolean isCaseProof(byte[] bytes) {
    byte[] header = (HEADER + "\n").getBytes(UTF_8);
    return bytes.length >= header.length
        && Arrays.equals(bytes, 0, header.length, header, 0, header.length);
  }

  /** Reads a file. That it is well formed says nothing about its truth. */
  public static CaseProof parse(byte[] bytes) throws MalformedException {
    if (bytes.length > LARGEST) throw new MalformedException("a case proof above 16 MiB");
    return CaseProofReader.read(Strict.utf8(bytes));
  }

  /** The bytes of the file. */
  public byte[] bytes() {
    var lines = new ArrayList<String>();
    lines.add(HEADER);
    lines.add("case " + register.casePseudonym());
    lines.add(line("register", stated));
    for (RegisterProof.Place place : register.places()) {
      CaseHead head = place.head();
      lines.add(
          "head %d %s %d %s"
              .formatted(place.index(), head.casePseudonym(), head.number(), head.leaf()));
    }
    register.hashes().forEach(hash -> lines.add("tree " + hash.base64()));
    entries.forEach(entry -> lines.add(line("entry", entry)));
    log.forEach(hash -> lines.add("log " + hash.base64()));
    return (String.join("\n", lines) + "\n\n" + checkpoint).getBytes(UTF_8);
  }

  private static String line(String word, Placed placed) {
    SignedEntry entry = placed.entry();
    return entry == null
        ? "withheld " + placed.index() + " " + placed.leaf().base64()
        : word + " " + placed.index() + " " + Strict.base64(entry.leaf());
  }
}
