package org.smartcorrection.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;

/**
 * One signature line of a note: who claims to have signed, and with what. Claims nothing true
 * before {@link #isBy} says so.
 */
public final class NoteSignature {
  private static final String DASH = "\u2014 ";
  private static final int ID_LENGTH = 4;
  // the format has 2^63 - 1; no Instant is later than this, and no cosigner will be
  private static final long LATEST = Instant.MAX.getEpochSecond();

  private final String name;
  private final byte[] idAndSignature;

  private NoteSignature(String name, byte[] idAndSignature) {
    this.name = name;
    this.idAndSignature = idAndSignature;
  }

  static NoteSignature parse(String line) throws MalformedException {
    if (!line.startsWith(DASH)) throw new MalformedException("not a signature line");
    String[] parts = line.substring(DASH.length()).split(" ", -1);
    if (parts.length != 2 || !KeyName.isValid(parts[0])) {
      throw new MalformedException("a signature line is dash, name, base64");
    }
    byte[] bytes = Strict.base64(parts[1]);
    if (bytes.length <= ID_LENGTH) throw new MalformedException("a signature without content");
    return new NoteSignature(parts[0], bytes);
  }

  /**
   * Signs a note's text with a log's key.
   *
   * @throws IllegalArgumentException if the key is for another use
   */
  public static NoteSignature sign(String text, SigningKey key) {
    require(key, KeyUse.LOG);
    return of(key.verifierKey(), key.sign(text.getBytes(UTF_8)));
  }

  /**
   * Cosigns a checkpoint (C2SP cosignature/v1): "at this time, this was the largest tree I had seen
   * of this log, and it extends all I saw before".
   *
   * @param time second precision; what is below a second is cut off
   * @throws IllegalArgumentException if the key is for another use
   */
  public static NoteSignature cosign(Checkpoint checkpoint, SigningKey key, Instant time) {
    require(key, KeyUse.COSIGNATURE);
    long seconds = time.getEpochSecond();
    if (seconds < 0) throw new IllegalArgumentException("a cosignature before 1970");
    byte[] signature = key.sign(cosigned(seconds, checkpoint.text()));
    byte[] stamped =
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array();
    return of(key.verifierKey(), stamped);
  }

  private static void require(SigningKey key, KeyUse use) {
    if (key.verifierKey().use() != use) throw new IllegalArgumentException("a key for another use");
  }

  private static NoteSignature of(VerifierKey key, byte[] signature) {
    byte[] id = HexFormat.of().parseHex(key.id());
    byte[] bytes = Arrays.copyOf(id, id.length + signature.length);
    System.arraycopy(signature, 0, bytes, id.length, signature.length);
    return new NoteSignature(key.name(), bytes);
  }

  private static byte[] cosigned(long seconds, String text) {
    return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8);
  }

  /** The name of the key that is claimed to have signed. */
  public String name() {
    return name;
  }

  /** Whether name and id are this key's; the signature may still be wrong. */
  public boolean claims(VerifierKey key) {
    return name.equals(key.name())
        && HexFormat.of().formatHex(idAndSignature, 0, ID_LENGTH).equals(key.id());
  }

  /** Whether this key really made this signature under this text. */
  boolean isBy(VerifierKey key, String text) {
    if (!claims(key)) return false;
    byte[] signature = Arrays.copyOfRange(idAndSignature, ID_LENGTH, idAndSignature.length);
    return switch (key.use()) {
      case LOG -> key.verifies(text.getBytes(UTF_8), signature);
      case COSIGNATURE -> isCosignature(key, text, signature);
      // an entry key signs no notes
      case ENTRY -> false;
    };
  }

  private static boolean isCosignature(VerifierKey key, String text, byte[] stamped) {
    if (stamped.length != Long.BYTES + Ed25519.SIGNATURE_LENGTH) return false;
    long seconds = ByteBuffer.wrap(stamped).getLong();
    byte[] signature = Arrays.copyOfRange(stamped, Long.BYTES, stamped.length);
    boolean inTime = seconds >= 0 && seconds <= LATEST;
    return inTime && key.verifies(cosigned(seconds, text), signature);
  }

  /** The time in a cosignature; call it only for one that a cosigner's key really made. */
  public Instant time() {
    return Instant.ofEpochSecond(ByteBuffer.wrap(idAndSignature, ID_LENGTH, Long.BYTES).getLong());
  }

  /** The line, without its line end. */
  @Override
  public String toString() {
    return DASH + name + " " + Strict.base64(idAndSignature);
  }
}
