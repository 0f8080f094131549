package org.smartcorrection.platform.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the master key comes from: a file in the folder of keys, which is made with the first
 * start; the environment, which keeps it off this disk; or a token that speaks PKCS #11. A token
 * never gives its key away: with it the file is sealed, and opened at each start.
 */
@Component
class MasterKeys {
  private static final String ALIAS = "smart-correction";
  private static final String GCM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final String given;
  private final String token;
  private final String pin;

  /**
   * As the site sets it; what is empty is not used.
   *
   * @param given the key itself, in base64
   * @param token the configuration of the JDK's PKCS #11 provider: a file, or {@code --} and lines
   * @param pin of the token
   */
  MasterKeys(
      @Value("${smartcorrection.vault.master}") String given,
      @Value("${smartcorrection.vault.pkcs11}") String token,
      @Value("${smartcorrection.vault.pin}") String pin) {
    this.given = given;
    this.token = token;
    this.pin = pin;
  }

  /**
   * The master key of a folder of keys.
   *
   * @throws IllegalStateException when it is not the key of this folder, or cannot be had
   */
  byte[] read(Path keys) throws IOException {
    byte[] master = whole(!given.isEmpty() ? given() : token.isEmpty() ? file(keys) : sealed(keys));
    sameAsEver(keys, master);
    return master;
  }

  private byte[] given() {
    try {
      return Base64.getDecoder().decode(given);
    } catch (IllegalArgumentException _) {
      throw new IllegalStateException("SMARTCORRECTION_VAULT_MASTER is not base64");
    }
  }

  private static byte[] file(Path keys) throws IOException {
    Path file = keys.resolve("master.key");
    // a folder whose key is elsewhere must not get another one
    if (!Files.exists(file) && Files.exists(check(keys)))
      throw new IllegalStateException(
          "the master key of " + keys + " is kept elsewhere: say where");
    KeyFiles.create(file, Cipher.newKey());
    return Files.readAllBytes(file);
  }

  private byte[] sealed(Path keys) throws IOException {
    Path file = keys.resolve("master.sealed");
    try {
      Provider provider = Security.getProvider("SunPKCS11").configure(token);
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, pin.toCharArray());
      Key key = store.getKey(ALIAS, null);
      if (key == null)
        throw new IllegalStateException("the token has no AES key that is called " + ALIAS);
      if (!Files.exists(file)) KeyFiles.create(file, seal(provider, key, first(keys)));
      byte[] sealed = Files.readAllBytes(file);
      var gcm = javax.crypto.Cipher.getInstance(GCM, provider);
      gcm.init(
          javax.crypto.Cipher.DECRYPT_MODE,
          key,
          new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
      return gcm.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the token does not open the master key", e);
    }
  }

  /** An installation that began with a file goes on with its key; the file may go then. */
  private static byte[] first(Path keys) throws IOException {
    Path file = keys.resolve("master.key");
    if (Files.exists(file)) return Files.readAllBytes(file);
    if (Files.exists(check(keys)))
      throw new IllegalStateException("the master key of " + keys + " is not on this token");
    return Cipher.newKey();
  }

  private static byte[] seal(Provider provider, Key key, byte[] master)
      throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    var gcm = javax.crypto.Cipher.getInstance(GCM, provider);
    gcm.init(javax.crypto.Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
    byte[] sealed = gcm.doFinal(master);
    byte[] whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
    return whole;
  }

  private static byte[] whole(byte[] master) {
    if (master.length == Cipher.KEY_BYTES) return master;
    throw new IllegalStateException("the master key is not 32 bytes");
  }

  /** A wrong key would make new ones for people who have one: better not to start. */
  private static void sameAsEver(Path keys, byte[] master) throws IOException {
    Path file = check(keys);
    byte[] derived = Cipher.derive(master, "vault/check");
    KeyFiles.create(file, derived);
    if (!Arrays.equals(derived, Files.readAllBytes(file)))
      throw new IllegalStateException("this is not the master key of " + keys);
  }

  private static Path check(Path keys) {
    return keys.resolve("master.check");
  }
}
