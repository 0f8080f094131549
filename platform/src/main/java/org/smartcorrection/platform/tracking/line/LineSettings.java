package org.smartcorrection.platform.tracking.line;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smartcorrection.location.protocol.jt808.Dialect;
import org.smartcorrection.location.supervision.Sign;
import org.smartcorrection.platform.tracking.line.Door.Speaks;

/**
 * Which lines a site offers.
 *
 * @param address where the ports open
 * @param doors the ports, each with what it speaks
 * @param tls what doors with TLS prove themselves with
 * @param most how many lines may be open at once
 * @param dialect what the site's JT/T 808 terminals say beyond the standard
 */
public record LineSettings(
    InetAddress address, List<Door> doors, Optional<TlsFiles> tls, int most, Dialect dialect) {

  /** Ports without TLS; 0 for any that is free. */
  public static LineSettings plain(
      InetAddress address, Map<Speaks, Integer> ports, int most, Dialect dialect) {
    List<Door> doors =
        ports.entrySet().stream()
            .map(port -> new Door(port.getKey(), false, port.getValue()))
            .toList();
    return new LineSettings(address, doors, Optional.empty(), most, dialect);
  }

  /** A door as it is set; none if its port is blank. */
  static Optional<Door> door(Speaks speaks, boolean secure, String port) {
    return port.isBlank()
        ? Optional.empty()
        : Optional.of(new Door(speaks, secure, Integer.parseInt(port.strip())));
  }

  /**
   * The files of TLS as they are set; none if neither is.
   *
   * @throws Unfit if one is set without the other
   */
  static Optional<TlsFiles> tls(String certificate, String key) {
    if (certificate.isBlank() && key.isBlank()) return Optional.empty();
    var files = new TlsFiles(Path.of(certificate.strip()), Path.of(key.strip()));
    if (certificate.isBlank() || key.isBlank())
      throw new Unfit(Unfit.Fault.NOT_SET, files.certificate(), files.key());
    return Optional.of(files);
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
