package org.smartcorrection.platform.tracking;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Optional;
import org.smartcorrection.location.protocol.jt808.Fault;
import org.smartcorrection.location.protocol.jt808.Frame;
import org.smartcorrection.location.protocol.jt808.FrameReader;
import org.smartcorrection.location.protocol.jt808.FrameWriter;
import org.smartcorrection.location.protocol.jt808.Header;
import org.smartcorrection.location.protocol.jt808.Said;

/** A terminal that speaks JT/T 808-2019 to a port of this machine. */
final class Terminal implements FrameReader.Receiver, AutoCloseable {
  static final String NUMBER = "00000000013912344329";
  private static final int POSITIONED_BY_BEIDOU = (1 << 19) | 2;
  private static final int PATIENCE = 20_000; // milliseconds

  private final Socket socket;
  private final FrameReader reader = new FrameReader();
  private final FrameWriter writer = new FrameWriter();
  private final ArrayDeque<Frame> heard = new ArrayDeque<>();
  private int serial;

  /** The platform's general answer. */
  record Answered(int serial, int message, int result) {}

  Terminal(int port) throws IOException {
    this(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  Terminal(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE);
  }

  @Override
  public void frame(Frame frame) {
    heard.add(frame);
  }

  @Override
  public void broken(Fault fault) {
    throw new AssertionError(fault);
  }

  static byte[] location(Instant at, double latitude, double longitude) {
    String time =
        at.atOffset(ZoneOffset.ofHours(8)).toLocalDateTime().toString().replaceAll("\\D", "");
    return ByteBuffer.allocate(31)
        .putInt(0)
        .putInt(POSITIONED_BY_BEIDOU)
        .putInt((int) Math.round(latitude * 1e6))
        .putInt((int) Math.round(longitude * 1e6))
        .putShort((short) 480)
        .putShort((short) 0)
        .putShort((short) 0)
        .put(HexFormat.of().parseHex(time.substring(2, 12) + (time + "00").substring(12, 14)))
        .put(new byte[] {0x31, 1, 11})
        .array();
  }

  static byte[] batch(byte[]... locations) {
    var batch = ByteBuffer.allocate(3 + locations.length * 33);
    batch.putShort((short) locations.length).put((byte) 1);
    for (byte[] location : locations) batch.putShort((short) location.length).put(location);
    return batch.array();
  }

  Answered authenticate(DeviceCredential credential) throws IOException {
    byte[] code = (credential.id() + ":" + credential.key()).getBytes(StandardCharsets.US_ASCII);
    say(
        Said.AUTHENTICATION,
        ByteBuffer.allocate(36 + code.length).put((byte) code.length).put(code).array());
    return answer().orElseThrow();
  }

  int say(int message, byte[] body) throws IOException {
    return say(message, NUMBER, 1, 1, body);
  }

  int say(int message, String number, int parts, int part, byte[] body) throws IOException {
    writer.write(new Header(message, 1, number, serial, parts, part), body);
    raw(writer.take());
    return serial++;
  }

  void raw(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** The next general answer; none if the platform closed the line. */
  Optional<Answered> answer() throws IOException {
    return hear()
        .map(
            frame -> {
              var body = ByteBuffer.wrap(frame.body());
              return new Answered(body.getShort(), body.getShort(), body.get());
            });
  }

  Optional<Frame> hear() throws IOException {
    byte[] bytes = new byte[4_096];
    while (heard.isEmpty()) {
      int count;
      try {
        count = socket.getInputStream().read(bytes);
      } catch (SocketException _) {
        return Optional.empty(); // closed with something of ours unread
      }
      if (count < 0) return Optional.empty();
      reader.read(bytes, 0, count, this);
    }
    return Optional.of(heard.poll());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
