package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.platform.vault.Vault;

/**
 * The folder of this installation's signing keys, outside the database. Each file is sealed with
 * the master key for its own name, so that none can be put in another's place.
 */
final class KeyFolder {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String KEY = ".key";
  private static final String NEXT = ".next";
  private static final String REVOKED = ".revoked";
  private final Path folder;
  private final Vault vault;
  private volatile boolean anyRevoked;

  KeyFolder(Path folder, Vault vault) {
    this.folder = folder;
    this.vault = vault;
    String @Nullable [] revoked = folder.toFile().list((_, name) -> name.endsWith(REVOKED));
    this.anyRevoked = revoked != null && revoked.length > 0;
  }

  /** The key of this name, made when it is asked for the first time. */
  SigningKey readOrMake(String name, KeyUse use, String file) {
    if (!has(file)) write(file, KEY, SigningKey.generate(name, use, RANDOM).export());
    return key(file, KEY).orElseThrow();
  }

  boolean has(String file) {
    return Files.exists(folder.resolve(file + KEY));
  }

  Optional<SigningKey> key(String file) {
    return key(file, KEY);
  }

  /** A key that is durable and not in use before {@link #begin}; the same one when asked again. */
  SigningKey prepared(String name, KeyUse use, String file) {
    write(file, NEXT, SigningKey.generate(name, use, RANDOM).export());
    return key(file, NEXT).orElseThrow();
  }

  /** What was {@link #prepared} is a key from now on. */
  void begin(String file) {
    key(file, NEXT).ifPresent(key -> write(file, KEY, key.export()));
    try {
      Files.deleteIfExists(folder.resolve(file + NEXT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes that a key counts no more; what was noted first stays. */
  void revoke(String file, RevokedFrom places) {
    write(file, REVOKED, places.text());
    anyRevoked = true;
  }

  boolean anyRevoked() {
    return anyRevoked;
  }

  /** From which places on the key counts no more, if it was revoked. */
  Optional<RevokedFrom> revoked(String file) {
    return read(file, REVOKED).map(RevokedFrom::read);
  }

  private Optional<SigningKey> key(String file, String kind) {
    return read(file, kind)
        .map(
            text -> {
              try {
                return SigningKey.parse(text);
              } catch (MalformedException e) {
                throw new IllegalStateException("an agency key is not one: " + file, e);
              }
            });
  }

  private Optional<String> read(String file, String kind) {
    try {
      Path path = folder.resolve(file + kind);
      if (!Files.exists(path)) return Optional.empty();
      byte[] text = vault.openForInstallation(place(file, kind), Files.readAllBytes(path));
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("an agency key cannot be read", e);
    }
  }

  /** An existing file is left as it is. */
  private void write(String file, String kind, String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      vault.sealedFile(
          folder.resolve(file + kind), vault.sealForInstallation(place(file, kind), bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("an agency key cannot be written", e);
    }
  }

  private static String place(String file, String kind) {
    return "agency-key/" + file + (kind.equals(KEY) ? "" : kind);
  }
}
