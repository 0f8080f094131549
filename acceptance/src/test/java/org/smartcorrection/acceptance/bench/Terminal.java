package org.smartcorrection.acceptance.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.smartcorrection.location.protocol.jt808.FrameWriter;
import org.smartcorrection.location.protocol.jt808.Header;

/** A device that speaks JT/T 808-2019, one message after the other, as fast as it is answered. */
final class Terminal implements Wire {
  /** So many positions are sent in one message. */
  static final int AT_ONCE = 30;

  private static final int MARK = 0x7e;
  private static final int AUTHENTICATION = 0x0102;
  static final int LOCATIONS = 0x0704;
  private static final int IMEI_AND_SOFTWARE = 35;
  private static final int ITEM = 28 + 3;
  private static final int SATELLITES = 0x31;
  private static final int POSITIONED = 2;
  private static final int FROM_SATELLITES = 1 << 18;
  private static final ZoneId ITS_ZONE = ZoneId.of("Asia/Shanghai");

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String number;
  private final FrameWriter writer = new FrameWriter();
  private int serial;

  Terminal(int port, int index, Tracked.Credential credential) throws IOException {
    number = "%020d".formatted(index + 1);
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
    byte[] code = (credential.id() + ":" + credential.key()).getBytes(StandardCharsets.US_ASCII);
    say(
        AUTHENTICATION,
        ByteBuffer.allocate(1 + code.length + IMEI_AND_SOFTWARE)
            .put((byte) code.length)
            .put(code)
            .array());
  }

  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  @Override
  public void send(Instant from) throws IOException {
    send(from, AT_ONCE, Load.NORTH, Load.EAST);
  }

  /**
   * Sends positions of so many seconds from an instant on, and waits until they are durable.
   *
   * @param east degrees
   */
  void send(Instant from, int seconds, double north, double east) throws IOException {
    say(LOCATIONS, locations(from, seconds, north, east, 0));
  }

  /**
   * Sends one message of somebody who is on the way.
   *
   * @param perSecond degrees further east each second
   */
  void walk(Instant from, double east, double perSecond) throws IOException {
    say(LOCATIONS, locations(from, AT_ONCE, Load.NORTH, east, perSecond));
  }

  /** The body of a message of locations. */
  static byte[] locations(
      Instant from, int seconds, double north, double east, double eastPerSecond) {
    var body = ByteBuffer.allocate(3 + seconds * (Short.BYTES + ITEM));
    body.putShort((short) seconds).put((byte) 1);
    for (int i = 0; i < seconds; i++) {
      // a receiver that lies still trembles by a metre or two
      int tremor = (int) ((((from.getEpochSecond() + i) * 0x9E3779B97F4A7C15L) >>> 32) % 12);
      double there = east + i * eastPerSecond;
      body.putShort((short) ITEM).putInt(0).putInt(POSITIONED | FROM_SATELLITES);
      body.putInt((int) Math.round(north * 1e6) + tremor);
      body.putInt((int) Math.round(there * 1e6) - tremor / 2);
      body.putShort((short) 500).putShort((short) 0).putShort((short) 0);
      time(body, from.plusSeconds(i));
      body.put((byte) SATELLITES).put((byte) 1).put((byte) 12);
    }
    return body.array();
  }

  private static void time(ByteBuffer body, Instant at) {
    ZonedDateTime there = at.atZone(ITS_ZONE);
    bcd(body, there.getYear() % 100);
    bcd(body, there.getMonthValue());
    bcd(body, there.getDayOfMonth());
    bcd(body, there.getHour());
    bcd(body, there.getMinute());
    bcd(body, there.getSecond());
  }

  private static void bcd(ByteBuffer body, int two) {
    body.put((byte) (((two / 10) << 4) | (two % 10)));
  }

  private void say(int message, byte[] body) throws IOException {
    writer.write(new Header(message, 1, number, serial++ & 0xffff, 1, 1), body);
    out.write(writer.take());
    byte result = answered();
    if (result != 0) throw new IllegalStateException("answered with " + result);
  }

  /** The last byte of a general answer's body stands before its check. */
  private byte answered() throws IOException {
    var frame = new byte[64];
    int length = -1;
    while (true) {
      int next = in.read();
      if (next < 0) throw new EOFException();
      if (next == MARK && length <= 0) length = 0;
      else if (next == MARK) return frame[length - 2];
      else if (length >= 0) frame[length++] = (byte) next;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
