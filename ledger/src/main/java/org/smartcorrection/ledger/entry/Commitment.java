package org.smartcorrection.ledger.entry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.smartcorrection.ledger.tree.Hash;

/**
 * A value fixed without being told: SHA-256 over a domain label, then name, salt and value, each
 * after its length as four bytes, big-endian. Name and value are UTF-8. It is a leaf of {@link
 * Contents}.
 */
public record Commitment(Hash hash) {
  private static final byte[] DOMAIN = "smartcorrection.org/commitment@v1\n".getBytes(US_ASCII);

  public static Commitment of(String name, Salt salt, String value) {
    byte[] nameBytes = name.getBytes(UTF_8);
    byte[] saltBytes = salt.bytes();
    byte[] valueBytes = value.getBytes(UTF_8);
    return new Commitment(
        Hash.sha256(
            DOMAIN,
            length(nameBytes),
            nameBytes,
            length(saltBytes),
            saltBytes,
            length(valueBytes),
            valueBytes));
  }

  private static byte[] length(byte[] bytes) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array();
  }
}
