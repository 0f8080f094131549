package org.smartcorrection.platform.tracking;

import java.net.InetAddress;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smartcorrection.location.protocol.jt808.Dialect;
import org.smartcorrection.platform.tracking.line.Calls;
import org.smartcorrection.platform.tracking.line.Door.Speaks;
import org.smartcorrection.platform.tracking.line.LineSettings;
import org.smartcorrection.platform.tracking.line.Lines;
import org.smartcorrection.platform.tracking.line.Reception;
import org.springframework.stereotype.Component;

/** Lines of a test's own, at ports that are free. */
@Component
class TrialLines {
  private final Reception reception;
  private final Calls calls;

  TrialLines(Reception reception, Calls calls) {
    this.reception = reception;
    this.calls = calls;
  }

  /**
   * Closed lines that speak these.
   *
   * @param most how many may be open at once
   */
  Lines of(int most, Speaks... spoken) {
    Map<Speaks, Integer> ports =
        Stream.of(spoken).collect(Collectors.toMap(Function.identity(), _ -> 0));
    return new Lines(
        LineSettings.plain(InetAddress.getLoopbackAddress(), ports, most, Dialect.STANDARD),
        reception,
        calls);
  }
}
