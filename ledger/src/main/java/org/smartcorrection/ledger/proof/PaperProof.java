package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;

/**
 * A proof small enough for one QR code on the paper that it proves: entry, path, checkpoint,
 * signatures and disclosures of a {@link ProofFile}, and the text of the paper itself, so that a
 * phone without a network can show what was recorded beside what is printed.
 *
 * <p>One value after the other; what the letters stand for says {@link EntryCodec}. What follows
 * from the rest is not told: the origin and root of the checkpoint, and of the paper's hash that it
 * is that of its text.
 *
 * <pre>
 * "SP3"
 * text b (raw DEFLATE of UTF-8; empty when the paper has no room for it)
 * the entry and what is told of it, as {@link EntryCodec} writes it
 * index n, size n, path h... (as many as a leaf at this index of a tree of this size has)
 * signatures n x (name l, the first like the origin, then
 *                 b, or 0, key id (4 bytes), time n, 64 bytes)            of the checkpoint
 * </pre>
 *
 * <p>The second form of a signature is that of an Ed25519 cosignature; its time is told by the bits
 * in which it differs from that of the cosignature before.
 *
 * <p>On paper it is the fragment of an address, in decimal {@link Digits}: browsers never send a
 * fragment, so a phone that opens the address tells nobody what it reads.
 *
 * @param file the proof; believed only as far as {@link Verifier} proves it
 * @param text of the paper; {@code null} where there is none
 */
public record PaperProof(ProofFile file, @Nullable String text) {
  private static final byte[] MAGIC = "SP3".getBytes(US_ASCII);
  private static final int LARGEST = 1 << 16;
  private static final Pattern DIGITS =
      Pattern.compile("\\s*(?:https?://[^\\s#]+#)?([0-9]{3,})\\s*", Pattern.CASE_INSENSITIVE);

  /** Whether these bytes are meant to be the proof of a paper: binary, digits, or an address. */
  public static boolean isPaper(byte[] bytes) {
    return isBinary(bytes) || DIGITS.matcher(latin(bytes)).matches();
  }

  /** Reads any of the three forms. That it is well formed says nothing about its truth. */
  public static PaperProof read(byte[] bytes) throws MalformedException {
    if (isBinary(bytes)) return parse(bytes);
    Matcher digits = DIGITS.matcher(latin(bytes));
    if (!digits.matches()) throw new MalformedException("not the proof of a paper");
    return parse(Digits.read(digits.group(1)));
  }

  /** Reads the binary form, of which each proof has exactly one. */
  public static PaperProof parse(byte[] bytes) throws MalformedException {
    if (bytes.length > LARGEST) throw new MalformedException("the proof of a paper above 64 KiB");
    if (!isBinary(bytes)) throw new MalformedException("not the proof of a paper");
    return PaperProofCodec.read(Arrays.copyOfRange(bytes, MAGIC.length, bytes.length));
  }

  /**
   * The binary form.
   *
   * @throws MalformedException if the file carries no entry or no checkpoint, or the one is not
   *     under the other
   */
  public byte[] bytes() throws MalformedException {
    var out = new CompactWriter(null);
    out.raw(MAGIC);
    out.sized(packed());
    out.raw(PaperProofCodec.write(this));
    return out.bytes();
  }

  /** The form that stands in the code. */
  public String digits() throws MalformedException {
    return Digits.of(bytes());
  }

  /** The same proof without the text, for a code that has no room for both. */
  public PaperProof withoutText() {
    return new PaperProof(file, null);
  }

  private static boolean isBinary(byte[] bytes) {
    return bytes.length >= MAGIC.length
        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  private static String latin(byte[] bytes) {
    return bytes.length > 4 * LARGEST ? "" : new String(bytes, US_ASCII);
  }

  private byte[] packed() {
    return text == null ? new byte[0] : Packed.of(text.getBytes(UTF_8));
  }

  static @Nullable String unpacked(byte[] packed) throws MalformedException {
    return packed.length == 0 ? null : Strict.utf8(Packed.read(packed));
  }
}
