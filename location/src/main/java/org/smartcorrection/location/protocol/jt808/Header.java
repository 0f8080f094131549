package org.smartcorrection.location.protocol.jt808;

/**
 * The header of a message (4.4.3).
 *
 * @param message its identifier
 * @param version the protocol's own version from 2019 on, 1 at first; 0 for terminals of 2011 and
 *     2013, whose header has none
 * @param terminal the terminal's number: 12 digits, from 2019 on 20; it is claimed and proves
 *     nothing
 * @param serial counted by the sender, 0 to 65,535 and again
 * @param parts how many parts a long message has; 1 if it is not divided
 * @param part which of them this is, from 1
 */
public record Header(int message, int version, String terminal, int serial, int parts, int part) {
  static final int SINCE_2019 = 1 << 14;
  static final int DIVIDED = 1 << 13;
  static final int ENCRYPTION = 7 << 10;
  static final int LENGTH = (1 << 10) - 1;

  /** Whether the body is laid out as from 2019 on. */
  public boolean since2019() {
    return version > 0;
  }
}
