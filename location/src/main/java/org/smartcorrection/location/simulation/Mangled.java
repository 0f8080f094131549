package org.smartcorrection.location.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Messages as no device should send them: good ones cut, bent, doubled and spliced, and plain
 * noise. From one seed always the same, so whatever is found can be found again.
 */
public final class Mangled {
  private static final int LARGEST = 64 * 1024;
  private static final int NOISE = 2_000;

  /** What readers of numbers, of JSON and of frames stumble over. */
  private static final List<String> STONES =
      List.of(
          "NaN",
          "Infinity",
          "-0",
          "1e999",
          "-1e-999",
          "9".repeat(400),
          "9223372036854775808",
          "0x7fffffff",
          "null",
          "true",
          "[".repeat(200),
          "{\"a\":".repeat(200),
          "\"\\u0000\"",
          "%00",
          "%ff%fe",
          "&lat=0&lat=91",
          "'; drop table x; --",
          "\u0000",
          "\r\n\r\n",
          "");

  private static final byte[] MARKS = {0x7e, 0x7d, 0x00, (byte) 0xff, '{', '}', '"', (byte) 0x80};

  private final Random random;
  private final List<byte[]> good;

  /**
   * Messages that follow from a seed.
   *
   * @param good at least one message that is read without any fault
   */
  public Mangled(long seed, List<byte[]> good) {
    if (good.isEmpty()) throw new IllegalArgumentException("there is nothing to mangle");
    this.random = new Random(seed);
    this.good = good.stream().map(byte[]::clone).toList();
  }

  /** The next one: up to 64 KB. */
  public byte[] next() {
    if (random.nextInt(20) == 0) return noise();
    byte[] message = one().clone();
    int wrongs = 1 + random.nextInt(4);
    for (int i = 0; i < wrongs && message.length > 0; i++) message = wrong(message);
    return message.length > LARGEST ? Arrays.copyOf(message, LARGEST) : message;
  }

  private byte[] one() {
    return good.get(random.nextInt(good.size()));
  }

  private byte[] noise() {
    byte[] noise = new byte[random.nextInt(NOISE)];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] wrong(byte[] message) {
    int at = random.nextInt(message.length);
    int to = at + random.nextInt(message.length - at) + 1;
    return switch (random.nextInt(8)) {
      case 0 -> bent(message, at);
      case 1 -> Arrays.copyOf(message, at); // cut off
      case 2 -> joined(message, at, new byte[0], to); // something is missing
      case 3 -> joined(message, to, Arrays.copyOfRange(message, at, to), to); // said twice
      case 4 -> joined(message, at, stone(), to); // something else in its place
      case 5 -> joined(message, at, stone(), at); // something more
      case 6 -> spliced(message, at);
      default -> marked(message, at);
    };
  }

  private byte[] bent(byte[] message, int at) {
    message[at] ^= (byte) (1 << random.nextInt(8));
    return message;
  }

  private byte[] marked(byte[] message, int at) {
    message[at] = MARKS[random.nextInt(MARKS.length)];
    return message;
  }

  private byte[] spliced(byte[] message, int at) {
    byte[] other = one();
    return joined(
        message,
        at,
        Arrays.copyOfRange(other, random.nextInt(other.length), other.length),
        message.length);
  }

  private byte[] stone() {
    return STONES.get(random.nextInt(STONES.size())).getBytes(StandardCharsets.UTF_8);
  }

  /** What stands before a place, something, and what stands from another place on. */
  private static byte[] joined(byte[] message, int before, byte[] between, int from) {
    byte[] whole = Arrays.copyOf(message, before + between.length + message.length - from);
    System.arraycopy(between, 0, whole, before, between.length);
    System.arraycopy(message, from, whole, before + between.length, message.length - from);
    return whole;
  }
}
