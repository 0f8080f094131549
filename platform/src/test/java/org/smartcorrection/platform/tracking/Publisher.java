package org.smartcorrection.platform.tracking;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A device that publishes by MQTT to a port of this machine. */
final class Publisher implements AutoCloseable {
  private static final int PATIENCE = 20_000; // milliseconds

  private final Socket socket;
  private final EmbeddedChannel codec =
      new EmbeddedChannel(new MqttDecoder(), MqttEncoder.INSTANCE);
  private final MqttVersion version;
  private int packet;

  Publisher(int port, MqttVersion version) throws IOException {
    this(new Socket(InetAddress.getLoopbackAddress(), port), version);
  }

  Publisher(Socket socket, MqttVersion version) throws IOException {
    this.version = version;
    this.socket = socket;
    socket.setSoTimeout(PATIENCE);
  }

  Optional<MqttMessage> connect(DeviceCredential credential) throws IOException {
    say(
        MqttMessageBuilders.connect()
            .clientId("phone")
            .protocolVersion(version)
            .keepAlive(60)
            .cleanSession(true)
            .username(credential.id())
            .password(credential.key().getBytes(StandardCharsets.UTF_8))
            .build());
    return hear();
  }

  int publish(String topic, MqttQoS quality, String payload) throws IOException {
    packet++;
    say(
        MqttMessageBuilders.publish()
            .topicName(topic)
            .qos(quality)
            .messageId(packet)
            .payload(Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8))
            .build());
    return packet;
  }

  void subscribe(String... filters) throws IOException {
    packet++;
    var subscription = MqttMessageBuilders.subscribe().messageId(packet);
    for (String filter : filters) subscription.addSubscription(MqttQoS.AT_LEAST_ONCE, filter);
    say(subscription.build());
  }

  void say(MqttMessage message) throws IOException {
    codec.writeOutbound(message);
    while (codec.readOutbound() instanceof ByteBuf bytes) {
      raw(ByteBufUtil.getBytes(bytes));
      bytes.release();
    }
  }

  void raw(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** The next message; none if the platform closed the line. */
  Optional<MqttMessage> hear() throws IOException {
    byte[] bytes = new byte[4_096];
    while (true) {
      if (codec.readInbound() instanceof MqttMessage message) return Optional.of(message);
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

  @Override
  public void close() throws IOException {
    socket.close();
    codec.finishAndReleaseAll();
  }
}
