package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.smartcorrection.platform.kernel.Keeper;
import org.springframework.stereotype.Component;

/** Sees to it that the log gets a register of the latest acts once a day, if it grew. */
@Component
class RegisterKeeper extends Keeper {
  private final Registers registers;

  RegisterKeeper(Registers registers) {
    super("evidence-registers", Duration.ofMinutes(10));
    this.registers = registers;
  }

  @Override
  protected void round() {
    try {
      registers.daily();
    } catch (IOException e) {
      throw new UncheckedIOException("the log cannot be read", e);
    }
  }
}
