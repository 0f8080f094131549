package org.smartcorrection.platform.evidence;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * The agency that signs the registers of this installation: itself, which no person and no post is,
 * with a key of its own. Its name comes from the installation's master key, so that two that write
 * into one log are told apart, and the policy names it as registrar.
 */
@Component
class Registrar {
  /** The name that all installations had in common. */
  private static final String BEFORE = "log-keeper";

  private static final int LENGTH = 12;
  private final String code;
  private final AgencyKeys keys;

  Registrar(Vault vault, AgencyKeys keys) {
    byte[] own = vault.deriveForInstallation("evidence/registrar");
    this.code = "registrar-" + HexFormat.of().formatHex(own).substring(0, LENGTH);
    this.keys = keys;
  }

  /** The code with which it signs. */
  String code() {
    return code;
  }

  /** Under these codes this installation signs registers, or did so. */
  Set<String> all() {
    return new TreeSet<>(keys.holds(BEFORE) ? List.of(code, BEFORE) : List.of(code));
  }
}
