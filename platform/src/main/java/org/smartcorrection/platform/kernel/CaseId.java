package org.smartcorrection.platform.kernel;

import java.util.UUID;

/** One correction case, from referral to release. */
public record CaseId(UUID value) implements Id {
  /** Reads the usual text form. */
  public static CaseId of(String text) {
    return new CaseId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
