package org.smartcorrection.ledger.proof;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Contents;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.Opening;
import org.smartcorrection.ledger.entry.SignedEntry;

/**
 * An entry together with what is told of its content: the {@code extra} part of a proof file, and
 * the same bytes in the code of a paper. The content's root is not written, since it follows from
 * what is told: who tells anything else has another entry, which its agency did not sign.
 */
public record DisclosedEntry(SignedEntry signed, Opening told) {
  private static final int LARGEST = 1 << 20;

  public DisclosedEntry {
    told.require();
    if (!told.root().equals(signed.entry().content())) {
      throw new IllegalArgumentException("not the content of this entry");
    }
  }

  /**
   * Tells these values of an entry and nothing else.
   *
   * @param contents all that the entry fixes
   * @throws IllegalArgumentException if they are not of this entry
   */
  public static DisclosedEntry of(
      SignedEntry signed, Contents contents, List<Disclosure> disclosures) {
    return new DisclosedEntry(signed, contents.opening(disclosures));
  }

  /** Tells of an entry that it is there, and nothing of its content. */
  public static DisclosedEntry silent(SignedEntry signed) {
    Opening nothing = Contents.NONE.opening(List.of());
    boolean isEmpty = signed.entry().content().equals(nothing.root());
    return new DisclosedEntry(
        signed, isEmpty ? nothing : new Opening.Hidden(signed.entry().content()));
  }

  /** What is told, by name. */
  public List<Disclosure> disclosures() {
    return told.disclosures();
  }

  /** Reads the binary form, of which each has exactly one. */
  public static DisclosedEntry parse(byte[] bytes) throws MalformedException {
    if (bytes.length > LARGEST) throw new MalformedException("an entry with more than 1 MiB");
    var in = new CompactReader(bytes, null);
    try {
      DisclosedEntry read = EntryCodec.read(in);
      in.end();
      if (Arrays.equals(read.bytes(), bytes)) return read;
      throw new MalformedException("an entry that is not in its one form");
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new MalformedException("not an entry: " + e.getMessage(), e);
    }
  }

  public byte[] bytes() {
    var out = new CompactWriter(null);
    EntryCodec.write(this, out);
    return out.bytes();
  }
}
