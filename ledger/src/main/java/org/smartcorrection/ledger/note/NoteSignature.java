package org.smartcorrection.ledger.note;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.tree.Hash;

/**
 * One signature line of a note: who claims to have signed, and with what. Claims nothing true
 * before {@link #isBy} says so.
 */
public final class NoteSignature {
  private static final String DASH = "\u2014 ";
  private static final int ID_LENGTH = 4;
  private static final int LONGEST_NAME = 255;
  private static final byte[] SUBTREE = "subtree/v1\n\0".getBytes(US_ASCII);
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
   * Cosigns a checkpoint (C2SP tlog-cosignature): "at this time, this was the largest tree I had
   * seen of this log, and it extends all I saw before".
   *
   * @param time second precision; what is below a second is cut off
   * @throws IllegalArgumentException if the key is for another use
   */
  public static NoteSignature cosign(Checkpoint checkpoint, SigningKey key, Instant time) {
    if (!key.verifierKey().use().cosigns()) throw otherUse();
    long seconds = time.getEpochSecond();
    if (seconds <= 0) throw new IllegalArgumentException("a cosignature before 1970");
    byte[] message =
        key.verifierKey().use() == KeyUse.COSIGNATURE
            ? cosigned(seconds, checkpoint.text())
            : cosigned(key.verifierKey().name(), seconds, checkpoint);
    byte[] signature = key.sign(message);
    byte[] stamped =
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array();
    return of(key.verifierKey(), stamped);
  }

  private static void require(SigningKey key, KeyUse use) {
    if (key.verifierKey().use() != use) throw otherUse();
  }

  private static IllegalArgumentException otherUse() {
    return new IllegalArgumentException("a key for another use");
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

  /** The {@code cosigned_message} of tlog-cosignature, over the whole tree. */
  private static byte[] cosigned(String cosigner, long seconds, Checkpoint checkpoint) {
    byte[] name = cosigner.getBytes(UTF_8);
    byte[] origin = checkpoint.origin().getBytes(UTF_8);
    if (name.length > LONGEST_NAME || origin.length > LONGEST_NAME) {
      throw new IllegalArgumentException("a name above 255 bytes");
    }
    int length = SUBTREE.length + name.length + origin.length + 2 + 3 * Long.BYTES + Hash.LENGTH;
    return ByteBuffer.allocate(length)
        .put(SUBTREE)
        .put((byte) name.length)
        .put(name)
        .putLong(seconds)
        .put((byte) origin.length)
        .put(origin)
        .putLong(0)
        .putLong(checkpoint.size())
        .put(checkpoint.root().bytes())
        .array();
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
      case COSIGNATURE_ML_DSA -> isNamedCosignature(key, text, signature);
      // an entry key signs no notes
      case ENTRY, ENTRY_SM2 -> false;
    };
  }

  private static boolean isCosignature(VerifierKey key, String text, byte[] stamped) {
    if (stamped.length <= Long.BYTES) return false;
    long seconds = seconds(stamped);
    boolean inTime = seconds >= 0 && seconds <= LATEST;
    return inTime && key.verifies(cosigned(seconds, text), unstamped(stamped));
  }

  private static boolean isNamedCosignature(VerifierKey key, String text, byte[] stamped) {
    if (stamped.length <= Long.BYTES) return false;
    long seconds = seconds(stamped);
    // a time of zero does not say that this was the largest tree, which a cosigner must
    if (seconds <= 0 || seconds > LATEST) return false;
    try {
      byte[] message = cosigned(key.name(), seconds, Checkpoint.parse(text));
      return key.verifies(message, unstamped(stamped));
    } catch (MalformedException | IllegalArgumentException e) {
      return false; // what is no checkpoint has no such message
    }
  }

  private static long seconds(byte[] stamped) {
    return ByteBuffer.wrap(stamped).getLong();
  }

  private static byte[] unstamped(byte[] stamped) {
    return Arrays.copyOfRange(stamped, Long.BYTES, stamped.length);
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
