package org.smartcorrection.platform.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.smartcorrection.ledger.entry.Salt;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * What stands on the ledger instead of names: pseudonyms that do not link across origins, and salts
 * that vanish with the person's key, so that no commitment can be guessed any more.
 */
@Component
class Pseudonyms {
  private static final int LENGTH = 32;
  private final Vault vault;
  private final SecretKeySpec actors;

  Pseudonyms(Vault vault) {
    this.vault = vault;
    this.actors = new SecretKeySpec(vault.deriveForInstallation("evidence/actors"), "HmacSHA256");
  }

  /** The case as one origin knows it; empty when the person's key was destroyed. */
  Optional<String> of(Case in, String origin) {
    return vault
        .derive(in.person(), Purpose.EVIDENCE, "case/" + origin + "/" + in.id())
        .map(bytes -> HexFormat.of().formatHex(bytes).substring(0, LENGTH));
  }

  /** The account in its post, as one origin knows it. */
  String ofActor(Act act, String origin) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(actors);
      String text = origin + "/" + act.account() + "/" + act.post();
      byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }

  /** The salt of one commitment; empty when the person's key was destroyed. */
  Optional<Salt> salt(Case in, Act act, String name) {
    return vault
        .derive(in.person(), Purpose.EVIDENCE, "salt/" + act.id() + "/" + name)
        .map(Salt::first);
  }
}
