package org.smartcorrection.platform.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.smartcorrection.ledger.entry.Salt;
import org.smartcorrection.platform.casework.AgencyAct;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Salts and pseudonyms for acts of an agency itself. They come from the installation's key, since
 * such an act concerns no person whose key could be destroyed.
 */
@Component
class AgencySalts {
  private static final int LENGTH = 32;
  private final SecretKeySpec key;

  AgencySalts(Vault vault) {
    this.key = new SecretKeySpec(vault.deriveForInstallation("evidence/agencies"), "HmacSHA256");
  }

  /** The agency's row of acts, as one origin knows it: it stands where a case's pseudonym does. */
  String register(AgencyId custody, String origin) {
    return HexFormat.of().formatHex(mac("register/" + origin + "/" + custody)).substring(0, LENGTH);
  }

  String actor(AgencyAct act, String origin) {
    return HexFormat.of()
        .formatHex(mac("actor/" + origin + "/" + act.account() + "/" + act.post()))
        .substring(0, LENGTH);
  }

  /** The salt of one commitment. */
  Salt salt(AgencyAct act, String name) {
    return Salt.first(mac("salt/" + act.id() + "/" + name));
  }

  private byte[] mac(String label) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }
}
