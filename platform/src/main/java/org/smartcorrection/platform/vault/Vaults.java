package org.smartcorrection.platform.vault;

import java.io.IOException;
import java.time.Clock;
import org.smartcorrection.platform.kernel.DataFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the vault of this installation; the master key is made once, before the first person. */
@Configuration(proxyBeanMethods = false)
class Vaults {
  @Bean
  Vault vault(DataFolder folder, MasterKeys masters, Clock clock) throws IOException {
    byte[] master = masters.read(folder.keys());
    ShredList shreds = ShredList.open(folder.ledger().resolve("shreds"));
    return new FileVault(master, new KeyFiles(folder.keys().resolve("people")), shreds, clock);
  }
}
