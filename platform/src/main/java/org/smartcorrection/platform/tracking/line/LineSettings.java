package org.smartcorrection.platform.tracking.line;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smartcorrection.location.protocol.jt808.Dialect;
import org.smartcorrection.location.supervision.Sign;

/**
 * Which lines a site offers.
 *
 * @param address where the ports open
 * @param jt808 the port of JT/T 808; 0 for any that is free
 * @param mqtt the port of MQTT; 0 for any that is free
 * @param http the port of protocols that speak HTTP; 0 for any that is free
 * @param most how many lines may be open at once
 * @param dialect what the site's JT/T 808 terminals say beyond the standard
 */
public record LineSettings(
    InetAddress address,
    Optional<Integer> jt808,
    Optional<Integer> mqtt,
    Optional<Integer> http,
    int most,
    Dialect dialect) {

  boolean isAny() {
    return jt808.isPresent() || mqtt.isPresent() || http.isPresent();
  }

  /** A port as it is set; none if it is blank. */
  static Optional<Integer> port(String set) {
    return set.isBlank() ? Optional.empty() : Optional.of(Integer.valueOf(set.strip()));
  }

  /**
   * Bits and what they say, such as {@code 16=STRAP_OPEN,17=CASE_OPEN}.
   *
   * @throws IllegalArgumentException if it is written otherwise
   */
  static Map<Integer, Sign> bits(String set) {
    return Arrays.stream(set.split(","))
        .filter(pair -> !pair.isBlank())
        .map(pair -> pair.strip().split("=", 2))
        .collect(Collectors.toMap(pair -> Integer.valueOf(pair[0]), pair -> Sign.valueOf(pair[1])));
  }

  /**
   * Where the battery stands, such as {@code 0x56:1}: the item and which of its bytes, from 0.
   *
   * @throws IllegalArgumentException if it is written otherwise
   */
  static Optional<Dialect.Battery> battery(String set) {
    if (set.isBlank()) return Optional.empty();
    String[] pair = set.strip().split(":", 2);
    return Optional.of(new Dialect.Battery(Integer.decode(pair[0]), Integer.parseInt(pair[1])));
  }
}
