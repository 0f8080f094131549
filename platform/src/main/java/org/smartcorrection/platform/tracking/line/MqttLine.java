package org.smartcorrection.platform.tracking.line;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smartcorrection.location.protocol.OwnTracks;
import org.smartcorrection.location.protocol.Reading;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.tracking.Device;
import org.smartcorrection.platform.tracking.DeviceCredential;

/**
 * A device that speaks OwnTracks over MQTT 3.1.1 or 5, with its identifier and key as user name and
 * password. It publishes below {@code owntracks/<identifier>/} and nowhere else, with a quality of
 * service of 0 or 1; what it publishes goes to nobody but us, so this is no broker, and there is
 * nothing to subscribe to: a filter below its own topics is granted and stays silent, for the
 * clients ask for one. A publication of quality 1 is acknowledged when it is durable or its refusal
 * counted, in the order in which they came.
 */
final class MqttLine extends DeviceLine {
  private static final String ROOT = "owntracks/";
  private static final Duration LONGEST_SILENCE = Duration.ofHours(6); // who names none

  private final Silence silence;
  private final ArrayDeque<MqttMessage> unheard = new ArrayDeque<>();
  private final ArrayDeque<Taken> unacknowledged = new ArrayDeque<>();
  private List<RawReport> reports = new ArrayList<>();
  private List<Integer> published = new ArrayList<>();
  private boolean five;

  /** Publications that were handed over together. */
  private static final class Taken {
    private final List<Integer> published;
    private boolean done;
    private boolean durable;

    Taken(List<Integer> published) {
      this.published = published;
    }
  }

  MqttLine(Reception reception, Board board, Silence silence) {
    super(reception, board);
    this.silence = silence;
  }

  @Override
  public void channelRead(ChannelHandlerContext line, Object message) {
    unheard.add((MqttMessage) message);
    hear(line);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext line) {
    handOver(line);
    line.flush();
  }

  @Override
  public void channelInactive(ChannelHandlerContext line) {
    unheard.forEach(ReferenceCountUtil::release);
    unheard.clear();
    line.fireChannelInactive();
  }

  private void hear(ChannelHandlerContext line) {
    while (!unheard.isEmpty() && !isDeciding() && line.channel().isActive()) {
      MqttMessage message = unheard.poll();
      try {
        if (message.decoderResult().isFailure()) close(line);
        else if (message instanceof MqttConnectMessage connect) connect(line, connect);
        else if (device().isEmpty()) close(line);
        else hear(line, device().get(), message);
      } finally {
        ReferenceCountUtil.release(message);
      }
    }
  }

  private void hear(ChannelHandlerContext line, Device device, MqttMessage message) {
    if (!(message instanceof MqttPublishMessage) && !admits(line, 1)) return;
    switch (message.fixedHeader().messageType()) {
      case PUBLISH -> publish(line, device, (MqttPublishMessage) message);
      case SUBSCRIBE -> subscribe(line, device, (MqttSubscribeMessage) message);
      case UNSUBSCRIBE -> unsubscribe(line, (MqttUnsubscribeMessage) message);
      case PINGREQ -> send(line, MqttMessage.PINGRESP);
      default -> close(line); // a farewell, or what no client says
    }
  }

  private void connect(ChannelHandlerContext line, MqttConnectMessage connect) {
    five = connect.variableHeader().version() == MqttVersion.MQTT_5.protocolLevel();
    int named = connect.variableHeader().keepAliveTimeSeconds();
    silence.allow(named == 0 ? LONGEST_SILENCE : Duration.ofSeconds(named * 3L / 2));
    String user = connect.payload().userName();
    byte[] password = connect.payload().passwordInBytes();
    if (device().isPresent() || user == null || password == null) {
      close(line);
      return;
    }
    authenticate(
        line,
        new DeviceCredential(user, new String(password, StandardCharsets.UTF_8)),
        right -> {
          if (right) {
            send(line, accepted());
            hear(line);
            handOver(line);
          } else {
            sendLast(
                line,
                MqttMessageBuilders.connAck()
                    .returnCode(
                        five
                            ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
                            : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD)
                    .build());
          }
        });
  }

  private MqttConnAckMessage accepted() {
    var answer =
        MqttMessageBuilders.connAck().returnCode(MqttConnectReturnCode.CONNECTION_ACCEPTED);
    if (five)
      answer.properties(properties -> properties.maximumQos((byte) 1).retainAvailable(false));
    return answer.build();
  }

  private void publish(ChannelHandlerContext line, Device device, MqttPublishMessage message) {
    MqttQoS quality = message.fixedHeader().qosLevel();
    String topic = message.variableHeader().topicName();
    if (quality == MqttQoS.EXACTLY_ONCE) {
      close(line);
      return;
    }
    if (!topic.startsWith(own(device))) {
      refuse(line);
      return;
    }
    byte[] bytes = new byte[message.payload().readableBytes()];
    message.payload().readBytes(bytes);
    switch (read(bytes)) {
      case Reading.Reported(_, var report) -> reports.add(report);
      case Reading.NoReport _ -> {}
      case Reading.Malformed _ -> fault(line);
    }
    if (quality == MqttQoS.AT_LEAST_ONCE) published.add(message.variableHeader().packetId());
  }

  private static Reading read(byte[] bytes) {
    Map<?, ?> message;
    try {
      message = Json.read(bytes, Map.class);
    } catch (IllegalStateException _) {
      return new Reading.Malformed(Reading.Fault.TYPE);
    }
    if (message == null) return new Reading.Malformed(Reading.Fault.TYPE);
    Map<String, Object> named = new HashMap<>();
    message.forEach((name, value) -> named.put(String.valueOf(name), value));
    return OwnTracks.read(named);
  }

  private static String own(Device device) {
    return ROOT + device.id() + "/";
  }

  private void handOver(ChannelHandlerContext line) {
    if (reports.isEmpty() && published.isEmpty()) return;
    List<RawReport> sent = reports;
    var taken = new Taken(published);
    reports = new ArrayList<>();
    published = new ArrayList<>();
    unacknowledged.add(taken);
    take(line, sent, durable -> settle(line, taken, durable));
  }

  /** What is not durable has no acknowledgement; the device sends it again on its next line. */
  private void settle(ChannelHandlerContext line, Taken taken, boolean durable) {
    taken.done = true;
    taken.durable = durable;
    while (!unacknowledged.isEmpty() && unacknowledged.peek().done) {
      Taken next = unacknowledged.poll();
      if (!next.durable) {
        close(line);
        return;
      }
      for (int packet : next.published) {
        write(line, MqttMessageBuilders.pubAck().packetId(packet).build());
      }
    }
    line.flush();
  }

  private void subscribe(ChannelHandlerContext line, Device device, MqttSubscribeMessage message) {
    var answer = MqttMessageBuilders.subAck().packetId(message.variableHeader().messageId());
    message
        .payload()
        .topicSubscriptions()
        .forEach(
            asked ->
                answer.addGrantedQos(
                    asked.topicFilter().startsWith(own(device))
                        ? MqttQoS.AT_MOST_ONCE
                        : MqttQoS.FAILURE));
    write(line, answer.build());
  }

  private static void unsubscribe(ChannelHandlerContext line, MqttUnsubscribeMessage message) {
    var answer = MqttMessageBuilders.unsubAck().packetId(message.variableHeader().messageId());
    message.payload().topics().forEach(_ -> answer.addReasonCode((short) 0));
    write(line, answer.build());
  }
}
