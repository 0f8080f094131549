package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The registers of all logs. */
@Component
class Registers {
  private final Map<String, LogRegisters> logs = new LinkedHashMap<>();

  Registers(Ledger ledger, AgencyKeys keys, Registrar registrar, Clock clock) {
    for (String origin : Origins.ALL)
      logs.put(origin, new LogRegisters(origin, ledger, keys, registrar, clock));
  }

  private LogRegisters of(String origin) {
    return Objects.requireNonNull(logs.get(origin));
  }

  /** A register of this hour that knows the entry at an index; a new one if there is none. */
  LogRegisters.Made covering(String origin, long index) throws IOException {
    return of(origin).covering(index);
  }

  /** Writes one into each log that grew since its last, if that is a day old. */
  void daily() throws IOException {
    for (LogRegisters log : logs.values()) log.daily();
  }

  /** The number of the latest entry of a case in a log; 0 if there is none. */
  long latest(String origin, String casePseudonym) throws IOException {
    return of(origin).latest(casePseudonym);
  }
}
