package org.smartcorrection.platform.oversight;

import java.util.Optional;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.shell.Text;

/** What the procuratorate sees of a deadline that is not kept (SPP rules 642–644). */
public final class IfMissed {
  private IfMissed() {}

  /** What the question would be about; empty where the procuratorate is not asked to look. */
  public static Optional<Text> question(Due due) {
    return Irregularity.asks(due)
        ? Optional.of(Text.of("oversight.concern." + Concern.of(due).name()))
        : Optional.empty();
  }
}
