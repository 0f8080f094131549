package org.smartcorrection.platform.access;

import org.smartcorrection.platform.vault.Vault;
import org.springframework.stereotype.Component;

/** Shared secrets of one-time codes, sealed: whoever reads the database cannot make a code. */
@Component
class CodeSecrets {
  private static final String PLACE = "access/one-time-codes";
  private final Vault vault;

  CodeSecrets(Vault vault) {
    this.vault = vault;
  }

  byte[] seal(byte[] secret) {
    return vault.sealForInstallation(PLACE, secret);
  }

  byte[] open(byte[] sealed) {
    return vault.openForInstallation(PLACE, sealed);
  }
}
