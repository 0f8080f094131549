package org.smartcorrection.platform.kernel;

import java.util.UUID;

/** An agency: justice bureau, court, procuratorate, judicial office. */
public record AgencyId(UUID value) implements Id {
  /** Reads the usual text form. */
  public static AgencyId of(String text) {
    return new AgencyId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
