package org.smartcorrection.platform.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.smartcorrection.platform.kernel.DataFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the vault of this installation; the master key is made once, before the first person. */
@Configuration(proxyBeanMethods = false)
class Vaults {
  @Bean
  Vault vault(DataFolder folder, Clock clock) throws IOException {
    Path file = folder.keys().resolve("master.key");
    KeyFiles.create(file, Cipher.newKey());
    byte[] master = Files.readAllBytes(file);
    if (master.length != Cipher.KEY_BYTES)
      throw new IllegalStateException("the master key in " + folder.keys() + " is not 32 bytes");
    ShredList shreds = ShredList.open(folder.ledger().resolve("shreds"));
    return new FileVault(master, new KeyFiles(folder.keys().resolve("people")), shreds, clock);
  }
}
