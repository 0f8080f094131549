package org.smartcorrection.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.tree.Hash;

/** The text {@code name+id+base64(type, key)} that public and private keys share. */
final class KeyText {
  private static final int ID_DIGITS = 8;

  private final String name;
  private final String id;
  private final KeyUse use;
  private final byte[] key;

  KeyText(String name, String id, KeyUse use, byte[] key) {
    this.name = name;
    this.id = id;
    this.use = use;
    this.key = key;
  }

  static KeyText parse(String text) throws MalformedException {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3) throw new MalformedException("a key is name+id+base64");
    if (!KeyName.isValid(parts[0])) throw new MalformedException("not a key name");
    String id = parts[1];
    if (!id.matches("[0-9a-f]{" + ID_DIGITS + "}")) {
      throw new MalformedException("a key id has eight lower-case hexadecimal digits");
    }
    byte[] typed = Strict.base64(parts[2]);
    for (KeyUse use : KeyUse.values()) {
      if (!use.begins(typed)) continue;
      byte[] key = Arrays.copyOfRange(typed, use.prefix().length, typed.length);
      if (key.length != Ed25519.KEY_LENGTH) throw new MalformedException("a key has 32 bytes");
      return new KeyText(parts[0], id, use, key);
    }
    throw new MalformedException("unknown signature type");
  }

  static String idOf(String name, KeyUse use, byte[] publicKey) {
    byte[] hash = Hash.sha256((name + "\n").getBytes(UTF_8), use.prefix(), publicKey).bytes();
    return HexFormat.of().formatHex(hash, 0, ID_DIGITS / 2);
  }

  String name() {
    return name;
  }

  String id() {
    return id;
  }

  KeyUse use() {
    return use;
  }

  /** Not a copy: it stays within the package, which does not change it. */
  byte[] key() {
    return key;
  }

  String text() {
    byte[] prefix = use.prefix();
    byte[] typed = Arrays.copyOf(prefix, prefix.length + key.length);
    System.arraycopy(key, 0, typed, prefix.length, key.length);
    return name + "+" + id + "+" + Strict.base64(typed);
  }
}
