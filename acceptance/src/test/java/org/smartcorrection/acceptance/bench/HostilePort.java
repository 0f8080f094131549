package org.smartcorrection.acceptance.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.protocol.jt808.FrameWriter;
import org.smartcorrection.location.protocol.jt808.Header;

/** The ports on which devices speak, with a good message of each. */
enum HostilePort {
  OSMAND("/ingest/osmand", "timestamp=%d&lat=31.15&lon=104.55&accuracy=10&speed=3&batt=55"),
  OWNTRACKS(
      "/ingest/owntracks",
      "{\"_type\":\"location\",\"tst\":%d,\"lat\":31.15,\"lon\":104.55,\"acc\":12,\"batt\":80}"),
  TRACCAR(
      "/ingest/traccar",
      "{\"position\":{\"id\":0,\"protocol\":\"teltonika\",\"fixTime\":%d000,\"valid\":true,"
          + "\"latitude\":31.15,\"longitude\":104.55,\"attributes\":{\"sat\":11}},\"device\":{}}"),
  BATCH(
      "/ingest/batch",
      "[{\"timestamp\":%d,\"lat\":31.15,\"lon\":104.55,\"accuracy\":10},"
          + "{\"_type\":\"location\",\"tst\":1,\"lat\":1,\"lon\":2}]"),
  JT808(null, ""),
  HTTP(null, "timestamp=%d&lat=31.15&lon=104.55&accuracy=10"),
  MQTT(
      null,
      "{\"_type\":\"location\",\"tst\":%d,\"lat\":31.15,\"lon\":104.55,\"acc\":12,\"batt\":80}");

  private static final String NUMBER = "00000000013912344329";
  private static final int AUTHENTICATION = 0x0102;
  private static final int LOCATION = 0x0200;
  private static final int HEARTBEAT = 0x0002;
  private static final int IMEI_AND_SOFTWARE = 35;
  private static final int KEEP_ALIVE = 60;

  private final @Nullable String path;
  private final String good;

  HostilePort(@Nullable String path, String good) {
    this.path = path;
    this.good = good;
  }

  /** Where it is, by HTTP; nothing for a line of its own. */
  Optional<String> path() {
    return Optional.ofNullable(path);
  }

  String type() {
    return this == OSMAND ? "application/x-www-form-urlencoded" : "application/json";
  }

  /** What opens a line of a device. */
  byte[] opening(Tracked.Credential device) {
    if (this == MQTT) return connect(device);
    if (this == HTTP) return call(device, "timestamp=1");
    byte[] code = (device.id() + ":" + device.key()).getBytes(StandardCharsets.US_ASCII);
    return frame(
        AUTHENTICATION,
        ByteBuffer.allocate(1 + code.length + IMEI_AND_SOFTWARE)
            .put((byte) code.length)
            .put(code)
            .array());
  }

  /** Good messages of a device. */
  List<byte[]> messages(Tracked.Credential device, Instant at) {
    byte[] said =
        String.format(Locale.ROOT, good, at.getEpochSecond()).getBytes(StandardCharsets.US_ASCII);
    return switch (this) {
      case OSMAND, OWNTRACKS, TRACCAR, BATCH -> List.of(said);
      case HTTP ->
          List.of(
              call(device, new String(said, StandardCharsets.US_ASCII)),
              post(device, OWNTRACKS.messages(device, at).getFirst()));
      case MQTT -> List.of(publish(device, said), new byte[] {(byte) 0xc0, 0});
      case JT808 -> List.of(frame(LOCATION, new byte[28]), frame(HEARTBEAT, new byte[0]));
    };
  }

  private static byte[] call(Tracked.Credential device, String query) {
    return "GET /?id=%s&key=%s&%s HTTP/1.1\r\nHost: x\r\n\r\n"
        .formatted(device.id(), device.key(), query)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] post(Tracked.Credential device, byte[] body) {
    String pair = device.id() + ":" + device.key();
    byte[] head =
        """
        POST /ingest/owntracks HTTP/1.1\r
        Host: x\r
        Authorization: Basic %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(
                Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)),
                body.length)
            .getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
  }

  private static byte[] frame(int message, byte[] body) {
    var writer = new FrameWriter();
    writer.write(new Header(message, 1, NUMBER, 7, 1, 1), body);
    return writer.take();
  }

  private static byte[] connect(Tracked.Credential device) {
    var body = new ByteArrayOutputStream();
    text(body, "MQTT");
    body.write(4); // 3.1.1
    body.write(0xc2); // user name, password, clean session
    body.write(0);
    body.write(KEEP_ALIVE);
    text(body, "phone");
    text(body, device.id());
    text(body, device.key());
    return packet(0x10, body);
  }

  private static byte[] publish(Tracked.Credential device, byte[] payload) {
    var body = new ByteArrayOutputStream();
    text(body, "owntracks/" + device.id() + "/phone");
    body.write(0);
    body.write(1);
    body.writeBytes(payload);
    return packet(0x32, body);
  }

  private static void text(ByteArrayOutputStream body, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    body.write(bytes.length >> 8);
    body.write(bytes.length);
    body.writeBytes(bytes);
  }

  private static byte[] packet(int type, ByteArrayOutputStream body) {
    var packet = new ByteArrayOutputStream();
    packet.write(type);
    int left = body.size();
    do {
      int digit = left & 0x7f;
      left >>= 7;
      packet.write(left > 0 ? digit | 0x80 : digit);
    } while (left > 0);
    packet.writeBytes(body.toByteArray());
    return packet.toByteArray();
  }
}
