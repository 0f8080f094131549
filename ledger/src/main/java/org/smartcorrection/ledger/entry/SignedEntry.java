package org.smartcorrection.ledger.entry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.tree.Hash;

/**
 * An entry with its agency's signature: what is ordered, and what a leaf of the tree holds. The
 * signature is Ed25519 over a domain label and the entry's canonical bytes; where the State wants
 * its own algorithms, a second one with SM2 and SM3 over the same bytes stands beside it. Equal if
 * entry, keys and signatures are.
 */
public final class SignedEntry {
  /** The most bytes a leaf may have: tiles write its length in 16 bits. */
  public static final int LARGEST = 65_535;

  private static final String ENTRY = "entry";
  private static final String SECOND = "second";
  private static final int BEFORE_ENTRY = "{\"entry\":".length();

  private final Entry entry;
  private final EntrySignature first;
  private final @Nullable EntrySignature second;
  private final byte[] leaf;

  private SignedEntry(Entry entry, EntrySignature first, @Nullable EntrySignature second) {
    this(entry, first, second, null);
  }

  /**
   * The parts and, where they were read from it, their one canonical form.
   *
   * @param read kept as it is; written again takes as long as a third of a signature check
   */
  private SignedEntry(
      Entry entry, EntrySignature first, @Nullable EntrySignature second, byte @Nullable [] read) {
    this.entry = entry;
    this.first = first;
    this.second = second;
    this.leaf = read != null ? read : new Json.Fields(fields()).bytes();
    if (leaf.length > LARGEST) throw new IllegalArgumentException("an entry above 65,535 bytes");
  }

  /**
   * Signs an entry in the name of its agency.
   *
   * @throws IllegalArgumentException if the key is for another use, or the entry too large
   */
  public static SignedEntry sign(Entry entry, SigningKey key) {
    require(key, KeyUse.ENTRY);
    return new SignedEntry(entry, EntrySignature.of(entry.bytes(), key), null);
  }

  /**
   * The same entry with a second signature of its agency, with SM2.
   *
   * @throws IllegalArgumentException if the key is for another use, or the entry too large
   */
  public SignedEntry signedAgain(SigningKey key) {
    require(key, KeyUse.ENTRY_SM2);
    return new SignedEntry(entry, first, EntrySignature.of(entry.bytes(), key));
  }

  private static void require(SigningKey key, KeyUse use) {
    if (key.verifierKey().use() != use) throw new IllegalArgumentException("a key for another use");
  }

  /**
   * Puts together what was signed elsewhere. Whether the signature is right, only {@link
   * #isSignedBy} says.
   *
   * @throws IllegalArgumentException if the entry is too large
   */
  public static SignedEntry of(Entry entry, String key, byte[] signature) {
    return new SignedEntry(entry, new EntrySignature(key, signature), null);
  }

  /**
   * The same with a second signature that was made elsewhere. Whether it is right, only {@link
   * #isSignedBy} says.
   *
   * @throws IllegalArgumentException if the entry is too large
   */
  public SignedEntry with(String secondKey, byte[] signature) {
    return new SignedEntry(entry, first, new EntrySignature(secondKey, signature));
  }

  /** What was signed stands in the leaf: it is its first field, before key and signatures. */
  private byte[] signed() {
    int after = new Json.Fields(signatures()).bytes().length;
    return Arrays.copyOfRange(leaf, BEFORE_ENTRY, leaf.length - after);
  }

  /** Reads the bytes of a leaf. Whether the signature is right, only {@link #isSignedBy} says. */
  public static SignedEntry parse(byte[] leaf) throws MalformedException {
    if (leaf.length > LARGEST) throw new MalformedException("an entry above 65,535 bytes");
    byte[] own = leaf.clone();
    var fields = new FieldReader(Json.parse(own));
    SignedEntry signed = of(fields, own);
    fields.nothingElse();
    return signed;
  }

  private static SignedEntry of(FieldReader fields, byte[] read) throws MalformedException {
    Entry entry = Entry.of(fields.value(ENTRY));
    EntrySignature first = EntrySignature.read(fields);
    Json again = fields.optional(SECOND);
    EntrySignature second = again == null ? null : EntrySignature.read(again);
    try {
      return new SignedEntry(entry, first, second, read);
    } catch (IllegalArgumentException e) {
      throw new MalformedException("not a signed entry: " + e.getMessage(), e);
    }
  }

  private Map<String, Json> fields() {
    Map<String, Json> fields = signatures();
    fields.put(ENTRY, entry.json());
    return fields;
  }

  private Map<String, Json> signatures() {
    var fields = new HashMap<>(first.fields());
    if (second != null) fields.put(SECOND, new Json.Fields(second.fields()));
    return fields;
  }

  public Entry entry() {
    return entry;
  }

  /** Name and id of the key that is said to have signed: {@link VerifierKey#reference}. */
  public String key() {
    return first.key();
  }

  public byte[] signature() {
    return first.bytes();
  }

  /** The key that is said to have signed again, if there is a second signature. */
  public Optional<String> secondKey() {
    return Optional.ofNullable(second).map(EntrySignature::key);
  }

  /** The second signature, if there is one. */
  public Optional<byte[]> secondSignature() {
    return Optional.ofNullable(second).map(EntrySignature::bytes);
  }

  /** Whether this key made the signature that is its kind's: the first, or with SM2 the second. */
  public boolean isSignedBy(VerifierKey candidate) {
    return switch (candidate.use()) {
      case ENTRY -> first.isBy(candidate, signed());
      case ENTRY_SM2 -> second != null && second.isBy(candidate, signed());
      case LOG, COSIGNATURE, COSIGNATURE_ML_DSA -> false;
    };
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
