package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.tree.Hash;

/**
 * An agency's detached signature over a {@link Manifest}. What is signed are lines of UTF-8, each
 * with its end: a label of this use, the agency, and the SHA-256 of the manifest; the label keeps
 * it from ever being taken for an entry or the seal of a document, which the same key signs.
 *
 * @param agency id of the agency
 * @param key name and id of its key
 */
@SuppressWarnings("ArrayRecordComponent") // handed on and never compared
public record PackageSignature(String agency, String key, byte[] signature) {
  /** Where it lies in the archive. */
  public static final String PATH = "manifest.sig";

  private static final String LABEL = "smartcorrection.org/file-package-signature@v1";

  public PackageSignature {
    if (agency.contains("\n") || key.contains("\n"))
      throw new IllegalArgumentException("one line each");
  }

  /**
   * Signs in the name of the agency.
   *
   * @throws IllegalArgumentException if the key is for another use
   */
  public static PackageSignature sign(String agency, byte[] manifest, SigningKey key) {
    if (key.verifierKey().use() != KeyUse.ENTRY)
      throw new IllegalArgumentException("a key for another use");
    return new PackageSignature(
        agency, key.verifierKey().reference(), key.sign(message(agency, manifest)));
  }

  /** Whether this key, the agency's, made it over this manifest. */
  public boolean isOver(byte[] manifest, VerifierKey by) {
    return by.use() == KeyUse.ENTRY && by.verifies(message(agency, manifest), signature);
  }

  private static byte[] message(String agency, byte[] manifest) {
    return String.join("\n", LABEL, agency, Hash.sha256(manifest).hex(), "").getBytes(UTF_8);
  }

  /** The stored form: label, agency, key and signature, a line each. */
  public byte[] bytes() {
    return String.join("\n", LABEL, agency, key, Strict.base64(signature), "").getBytes(UTF_8);
  }

  /** Reads what {@link #bytes} wrote. */
  public static PackageSignature parse(byte[] bytes) throws MalformedException {
    String[] lines = Strict.utf8(bytes).split("\n", -1);
    if (lines.length != 5 || !lines[0].equals(LABEL) || !lines[4].isEmpty())
      throw new MalformedException("not a signature of this form");
    return new PackageSignature(lines[1], lines[2], Strict.base64(lines[3]));
  }
}
