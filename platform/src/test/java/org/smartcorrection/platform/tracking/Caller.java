package org.smartcorrection.platform.tracking;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A device that calls by HTTP on one line to a port of this machine. */
final class Caller implements AutoCloseable {
  private static final int PATIENCE = 20_000; // milliseconds
  private static final int LARGEST = 1 << 20;

  private final Socket socket;
  private final EmbeddedChannel codec =
      new EmbeddedChannel(new HttpClientCodec(), new HttpObjectAggregator(LARGEST));

  /** What was answered. */
  record Answered(int status, String body, Optional<String> asked) {}

  Caller(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE);
  }

  static String get(String address, DeviceCredential device) {
    return "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\n\r\n"
        .formatted(address, basic(device));
  }

  static String post(String address, DeviceCredential device, String json) {
    return """
    POST %s HTTP/1.1\r
    Host: x\r
    Authorization: %s\r
    Content-Type: application/json\r
    Content-Length: %d\r
    \r
    %s\
    """
        .formatted(address, basic(device), json.getBytes(StandardCharsets.UTF_8).length, json);
  }

  void say(String request) throws IOException {
    raw(request.getBytes(StandardCharsets.UTF_8));
  }

  void raw(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** The next answer; none if the platform closed the line. */
  Optional<Answered> hear() throws IOException {
    byte[] bytes = new byte[4_096];
    while (true) {
      if (codec.readInbound() instanceof FullHttpResponse response) {
        var answered =
            new Answered(
                response.status().code(),
                response.content().toString(StandardCharsets.UTF_8),
                Optional.ofNullable(response.headers().get("www-authenticate")));
        response.release();
        return Optional.of(answered);
      }
      int count;
      try {
        count = socket.getInputStream().read(bytes);
      } catch (SocketException _) {
        return Optional.empty(); // closed with something of ours unread
      }
      if (count < 0) return Optional.empty();
      codec.writeInbound(Unpooled.copiedBuffer(bytes, 0, count));
    }
  }

  Answered call(String request) throws IOException {
    say(request);
    return hear().orElseThrow();
  }

  private static String basic(DeviceCredential device) {
    String pair = device.id() + ":" + device.key();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
    codec.finishAndReleaseAll();
  }
}
