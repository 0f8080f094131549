package org.smartcorrection.location.protocol.jt808;

/** Numbers in the order of the network, and digits two to a byte. */
final class Bytes {
  private Bytes() {}

  static int word(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  static int doubleWord(byte[] bytes, int at) {
    return (word(bytes, at) << 16) | word(bytes, at + 2);
  }

  static boolean isDigits(byte two) {
    return ((two >> 4) & 15) < 10 && (two & 15) < 10;
  }

  static int digits(byte two) {
    return ((two >> 4) & 15) * 10 + (two & 15);
  }
}
