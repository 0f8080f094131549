package org.smartcorrection.platform.roster;

import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;

/**
 * Who has a turn.
 *
 * @param officer on duty; {@code null} where the head left the turn to nobody
 * @param deputy who is asked when the officer does not answer; {@code null} for the deputies of the
 *     head
 */
public record Duty(Shift shift, @Nullable AccountId officer, @Nullable AccountId deputy) {

  public boolean holds(AccountId account) {
    return account.equals(officer) || account.equals(deputy);
  }

  /** What the ledger fixes of it. */
  String says() {
    return (officer == null ? "-" : officer) + " " + (deputy == null ? "-" : deputy);
  }
}
