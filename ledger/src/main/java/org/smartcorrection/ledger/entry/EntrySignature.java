package org.smartcorrection.ledger.entry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Map;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.note.VerifierKey;

/**
 * A signature under the canonical bytes of an entry, behind a label that no other use has, and the
 * key that is said to have made it.
 */
final class EntrySignature {
  private static final byte[] DOMAIN = "smartcorrection.org/entry@v1\n".getBytes(US_ASCII);
  private static final String KEY = "key";
  private static final String SIGNATURE = "signature";

  private final String key;
  private final byte[] signature;

  EntrySignature(String key, byte[] signature) {
    if (!VerifierKey.isReference(key)) throw new IllegalArgumentException("not a key's name+id");
    this.key = key;
    this.signature = signature.clone();
  }

  static EntrySignature of(byte[] entry, SigningKey key) {
    return new EntrySignature(key.verifierKey().reference(), key.sign(message(entry)));
  }

  private static byte[] message(byte[] entry) {
    byte[] message = Arrays.copyOf(DOMAIN, DOMAIN.length + entry.length);
    System.arraycopy(entry, 0, message, DOMAIN.length, entry.length);
    return message;
  }

  static EntrySignature read(FieldReader fields) throws MalformedException {
    try {
      return new EntrySignature(fields.text(KEY), fields.base64(SIGNATURE));
    } catch (IllegalArgumentException e) {
      throw new MalformedException(String.valueOf(e.getMessage()), e);
    }
  }

  static EntrySignature read(Json json) throws MalformedException {
    var fields = new FieldReader(json);
    EntrySignature signature = read(fields);
    fields.nothingElse();
    return signature;
  }

  String key() {
    return key;
  }

  byte[] bytes() {
    return signature.clone();
  }

  boolean isBy(VerifierKey candidate, byte[] entry) {
    return candidate.reference().equals(key) && candidate.verifies(message(entry), signature);
  }

  Map<String, Json> fields() {
    return Map.of(KEY, new Json.Text(key), SIGNATURE, new Json.Text(Strict.base64(signature)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntrySignature one
        && key.equals(one.key)
        && Arrays.equals(signature, one.signature);
  }

  @Override
  public int hashCode() {
    return key.hashCode() + Arrays.hashCode(signature);
  }
}
