package org.smartcorrection.ledger.entry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.tree.Hash;

/**
 * An entry with its agency's signature: what is ordered, and what a leaf of the tree holds. The
 * signature is Ed25519 over a domain label and the entry's canonical bytes. Equal if entry, key and
 * signature are.
 */
public final class SignedEntry {
  /** The most bytes a leaf may have: tiles write its length in 16 bits. */
  public static final int LARGEST = 65_535;

  private static final byte[] DOMAIN = "smartcorrection.org/entry@v1\n".getBytes(US_ASCII);

  private final Entry entry;
  private final String key;
  private final byte[] signature;
  private final byte[] leaf;

  private SignedEntry(Entry entry, String key, byte[] signature) {
    this.entry = entry;
    this.key = key;
    this.signature = signature;
    this.leaf = new Json.Fields(fields()).bytes();
    if (leaf.length > LARGEST) throw new IllegalArgumentException("an entry above 65,535 bytes");
  }

  /**
   * Signs an entry in the name of its agency.
   *
   * @throws IllegalArgumentException if the key is for another use, or the entry too large
   */
  public static SignedEntry sign(Entry entry, SigningKey key) {
    if (key.verifierKey().use() != KeyUse.ENTRY) {
      throw new IllegalArgumentException("a key for another use");
    }
    byte[] signature = key.sign(signed(entry));
    return new SignedEntry(entry, key.verifierKey().reference(), signature);
  }

  /**
   * Puts together what was signed elsewhere. Whether the signature is right, only {@link
   * #isSignedBy} says.
   *
   * @throws IllegalArgumentException if the entry is too large
   */
  public static SignedEntry of(Entry entry, String key, byte[] signature) {
    return new SignedEntry(entry, key, signature.clone());
  }

  private static byte[] signed(Entry entry) {
    byte[] bytes = entry.bytes();
    byte[] message = Arrays.copyOf(DOMAIN, DOMAIN.length + bytes.length);
    System.arraycopy(bytes, 0, message, DOMAIN.length, bytes.length);
    return message;
  }

  /** Reads the bytes of a leaf. Whether the signature is right, only {@link #isSignedBy} says. */
  public static SignedEntry parse(byte[] leaf) throws MalformedException {
    if (leaf.length > LARGEST) throw new MalformedException("an entry above 65,535 bytes");
    var fields = new FieldReader(Json.parse(leaf));
    SignedEntry signed = of(fields);
    fields.nothingElse();
    return signed;
  }

  static SignedEntry of(FieldReader fields) throws MalformedException {
    Entry entry = Entry.of(fields.value("entry"));
    try {
      return new SignedEntry(entry, fields.text("key"), fields.base64("signature"));
    } catch (IllegalArgumentException e) {
      throw new MalformedException("not a signed entry: " + e.getMessage(), e);
    }
  }

  Map<String, Json> fields() {
    var fields = new HashMap<String, Json>();
    fields.put("entry", entry.json());
    fields.put("key", new Json.Text(key));
    fields.put("signature", new Json.Text(Strict.base64(signature)));
    return fields;
  }

  public Entry entry() {
    return entry;
  }

  /** Name and id of the key that is said to have signed: {@link VerifierKey#reference}. */
  public String key() {
    return key;
  }

  public byte[] signature() {
    return signature.clone();
  }

  /** Whether this key, an entry key, made the signature. */
  public boolean isSignedBy(VerifierKey candidate) {
    return candidate.use() == KeyUse.ENTRY
        && candidate.reference().equals(key)
        && candidate.verifies(signed(entry), signature);
  }

  /** The bytes of the leaf, which the tree hashes and entry bundles hold. */
  public byte[] leaf() {
    return leaf.clone();
  }

  /** The hash of the leaf: the identity of the entry, and what its successor names. */
  public Hash leafHash() {
    return Hash.leaf(leaf);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedEntry signed && Arrays.equals(leaf, signed.leaf);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(leaf);
  }

  @Override
  public String toString() {
    return "entry " + leafHash();
  }
}
