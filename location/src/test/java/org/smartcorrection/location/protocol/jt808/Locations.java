package org.smartcorrection.location.protocol.jt808;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;

/** Bodies of location reports, for tests. */
final class Locations {
  static final List<Integer> KINDS =
      List.of(
          Said.ANSWER,
          Said.HEARTBEAT,
          Said.DEREGISTRATION,
          Said.REGISTRATION,
          Said.AUTHENTICATION,
          Said.LOCATION,
          Said.LOCATIONS,
          0x0900);

  private Locations() {}

  static byte[] body(int alarm, int status, long latitude, long longitude, int... items) {
    var body = ByteBuffer.allocate(28 + items.length);
    body.putInt(alarm).putInt(status).putInt((int) latitude).putInt((int) longitude);
    body.putShort((short) 500).putShort((short) 36).putShort((short) 90);
    body.put(new byte[] {0x26, 0x09, 0x29, 0x08, 0x10, 0x00});
    for (int item : items) body.put((byte) item);
    return body.array();
  }

  static byte[] body(Random random) {
    return body(
        random.nextInt(),
        random.nextInt(),
        random.nextInt(90_000_000),
        random.nextInt(180_000_000),
        0x01,
        4,
        0,
        0,
        0,
        100,
        0x31,
        1,
        random.nextInt(256));
  }

  static byte[] batch(Random random) {
    int count = random.nextInt(1, 6);
    var batch = ByteBuffer.allocate(3 + count * 43);
    batch.putShort((short) count).put((byte) 1);
    for (int i = 0; i < count; i++) batch.putShort((short) 41).put(body(random));
    return batch.array();
  }
}
