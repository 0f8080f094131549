package org.smartcorrection.platform.evidence;

import org.smartcorrection.ledger.proof.PackageSignature;
import org.springframework.stereotype.Component;

/** Signs what lies in the archive of a file that an agency hands over. */
@Component
public class PackageKeys {
  private final AgencyKeys keys;

  PackageKeys(AgencyKeys keys) {
    this.keys = keys;
  }

  /**
   * The agency's signature.
   *
   * @param agency its code
   * @param manifest the bytes that say what lies in the archive
   */
  public PackageSignature sign(String agency, byte[] manifest) {
    return PackageSignature.sign(agency, manifest, keys.entryKey(agency));
  }
}
