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
 * <p>One value after the other, in version 1, and in version 2 where the agency signed again;
 * <i>n</i> is a number in LEB128, <i>t</i> a text of {@link Vocabulary}, <i>h</i> 32 bytes of a
 * hash or salt, <i>b</i> a number and as many bytes:
 *
 * <pre>
 * "SP1", or "SP2"
 * origin t, agency t, actor t, type t, case t, number n, previous h (not for number 1), act h,
 * hour n (hours since 1970), commitments n × (name t, h), key t, signature b      the entry
 * key t, signature b                                              (version 2 alone)
 * disclosures n × (name t, salt h, value t)
 * index n, path n × h
 * origin t, size n, root h, signatures n × (name t, b)                            the checkpoint
 * text b (raw DEFLATE of UTF-8; empty when the paper has no room for it)
 * </pre>
 *
 * <p>On paper it is the fragment of an address, in decimal {@link Digits}: browsers never send a
 * fragment, so a phone that opens the address tells nobody what it reads.
 *
 * @param file the proof; believed only as far as {@link Verifier} proves it
 * @param text of the paper; {@code null} where there is none
 */
public record PaperProof(ProofFile file, @Nullable String text) {
  private static final byte[] ONCE = "SP1".getBytes(US_ASCII);
  private static final byte[] TWICE = "SP2".getBytes(US_ASCII);
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
    byte[] body = Arrays.copyOfRange(bytes, ONCE.length, bytes.length);
    return PaperProofCodec.read(body, begins(bytes, TWICE));
  }

  /**
   * The binary form.
   *
   * @throws MalformedException if the file carries no entry or no checkpoint
   */
  public byte[] bytes() throws MalformedException {
    var out = new CompactWriter();
    out.raw(file.disclosed().signed().secondKey().isPresent() ? TWICE : ONCE);
    PaperProofCodec.write(this, out);
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
    return begins(bytes, ONCE) || begins(bytes, TWICE);
  }

  private static boolean begins(byte[] bytes, byte[] magic) {
    return bytes.length >= magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }

  private static String latin(byte[] bytes) {
    return bytes.length > 4 * LARGEST ? "" : new String(bytes, US_ASCII);
  }

  byte[] packed() {
    return text == null ? new byte[0] : Packed.of(text.getBytes(UTF_8));
  }

  static @Nullable String unpacked(byte[] packed) throws MalformedException {
    return packed.length == 0 ? null : Strict.utf8(Packed.read(packed));
  }
}
