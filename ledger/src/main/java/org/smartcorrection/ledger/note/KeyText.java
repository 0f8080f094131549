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

  /** Reads a public key's text, whose key has the length of its algorithm. */
  static KeyText parse(String text) throws MalformedException {
    KeyText key = read(text);
    if (key.key.length == key.use.algorithm().keyLength()) return key;
    throw new MalformedException("a key of another length");
  }

  /** Reads a private key's text, which holds the secret in place of the key. */
  static KeyText parseSecret(String text) throws MalformedException {
    KeyText key = read(text);
    if (key.key.length == Algorithm.SECRET_LENGTH) return key;
    throw new MalformedException("a private key has 32 bytes");
  }

  private static KeyText read(String text) throws MalformedException {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3) throw new MalformedException("a key is name+id+base64");
    if (!KeyName.isValid(parts[0])) throw new MalformedException("not a key name");
    String id = parts[1];
    if (!isId(id)) {
      throw new MalformedException("a key id has eight lower-case hexadecimal digits");
    }
    byte[] typed = Strict.base64(parts[2]);
    for (KeyUse use : KeyUse.values()) {
      if (!use.begins(typed)) continue;
      byte[] key = Arrays.copyOfRange(typed, use.prefix().length, typed.length);
      return new KeyText(parts[0], id, use, key);
    }
    throw new MalformedException("unknown signature type");
  }

  static boolean isId(String text) {
    return text.matches("[0-9a-f]{" + ID_DIGITS + "}");
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
