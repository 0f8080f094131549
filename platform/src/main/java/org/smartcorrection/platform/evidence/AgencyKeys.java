package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.platform.kernel.DataFolder;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * The signing keys that this installation holds, sealed in files outside the database. An
 * installation keeps its own agency's keys only; the demonstration, which plays all agencies, says
 * so on every page.
 */
@Component
class AgencyKeys {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final Path folder;
  private final Vault vault;
  private final Map<String, SigningKey> known = new ConcurrentHashMap<>();

  AgencyKeys(DataFolder data, Vault vault) {
    this.folder = data.keys().resolve("agencies");
    this.vault = vault;
  }

  /** The key with which this agency signs its entries, made when it acts for the first time. */
  SigningKey entryKey(String agencyCode) {
    return key(agencyCode, KeyUse.ENTRY, agencyCode);
  }

  /** The key of the log itself; its name is the log's origin. */
  SigningKey logKey(String origin) {
    return key(origin, KeyUse.LOG, "log");
  }

  /** The key with which this agency cosigns checkpoints. */
  SigningKey cosignerKey(String agencyCode) {
    return key(agencyCode, KeyUse.COSIGNATURE, agencyCode + ".cosigner");
  }

  private SigningKey key(String name, KeyUse use, String file) {
    return known.computeIfAbsent(file, _ -> readOrMake(name, use, file));
  }

  private SigningKey readOrMake(String name, KeyUse use, String file) {
    Path path = folder.resolve(file + ".key");
    try {
      if (!Files.exists(path)) {
        SigningKey fresh = SigningKey.generate(name, use, RANDOM);
        byte[] text = fresh.export().getBytes(StandardCharsets.UTF_8);
        vault.sealedFile(path, vault.sealForInstallation("agency-key/" + file, text));
      }
      byte[] text = vault.openForInstallation("agency-key/" + file, Files.readAllBytes(path));
      return SigningKey.parse(new String(text, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("an agency key cannot be read or written", e);
    } catch (MalformedException e) {
      throw new IllegalStateException("an agency key is not one: " + path.getFileName(), e);
    }
  }
}
