package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.net.SocketException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.smartcorrection.platform.tracking.line.Door.Speaks;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class MqttTests extends OnLines {
  private final Scene scene;
  private final Positions positions;
  private final Refusals refusals;

  MqttTests(
      @Autowired Scene scene,
      @Autowired Positions positions,
      @Autowired Refusals refusals,
      @Autowired MovableClock clock,
      @Autowired TrialLines trial) {
    super(trial.of(16, Speaks.MQTT), clock);
    this.scene = scene;
    this.positions = positions;
    this.refusals = refusals;
  }

  @ParameterizedTest
  @EnumSource
  void what_is_acknowledged_is_stored(MqttVersion version) throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    try (var publisher = new Publisher(lines.port(Speaks.MQTT, false).orElseThrow(), version)) {
      assertAccepted(publisher.connect(device));
      Instant at = now();
      int packet = publisher.publish(topic(device), MqttQoS.AT_LEAST_ONCE, location(at));
      assertAcknowledged(packet, publisher.hear());
      assertEquals(Optional.of(at), latest(somebody.person()));
    }
  }

  @Test
  void many_in_flight_are_acknowledged_in_their_order() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    try (Publisher publisher = publisher()) {
      publisher.connect(device);
      Instant at = now();
      for (int i = 0; i < 500; i++) {
        publisher.publish(topic(device), MqttQoS.AT_LEAST_ONCE, location(at.plusMillis(i)));
      }
      for (int packet = 1; packet <= 500; packet++) assertAcknowledged(packet, publisher.hear());
    }
  }

  @Test
  void who_is_not_known_is_turned_away() throws Exception {
    DeviceCredential known = scene.device(scene.somebody(), DeviceKind.DEDICATED);
    try (Publisher publisher = publisher()) {
      var answer =
          assertInstanceOf(
              MqttConnAckMessage.class,
              publisher.connect(new DeviceCredential(known.id(), "guessed")).orElseThrow());
      assertNotEquals(
          MqttConnectReturnCode.CONNECTION_ACCEPTED, answer.variableHeader().connectReturnCode());
      assertEquals(Optional.empty(), publisher.hear(), "the line is closed");
    }
    try (Publisher publisher = publisher()) {
      publisher.publish(topic(known), MqttQoS.AT_LEAST_ONCE, location(now()));
      assertEquals(Optional.empty(), publisher.hear(), "the line is closed");
    }
  }

  @Test
  void a_device_that_publishes_for_another_is_refused_and_counted() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    Somebody victim = scene.positioned(3);
    DeviceCredential other = scene.device(victim, DeviceKind.DEDICATED);
    try (Publisher publisher = publisher()) {
      publisher.connect(device);
      publisher.publish(topic(other), MqttQoS.AT_LEAST_ONCE, location(now()));
      assertEquals(Optional.empty(), publisher.hear(), "the line is closed");
    }
    try (Publisher publisher = publisher()) { // what is acknowledged now was written after it
      publisher.connect(device);
      publisher.publish(topic(device), MqttQoS.AT_LEAST_ONCE, location(now()));
      assertTrue(publisher.hear().isPresent());
    }
    assertEquals(Optional.empty(), latest(victim.person()));
    assertEquals(
        1,
        refusals
            .of(somebody.person(), LegalCalendar.legalDay(clock.instant()))
            .getOrDefault("tracking.refused.OTHER_DEVICE", 0));
  }

  @Test
  void nobody_hears_what_others_publish() throws Exception {
    DeviceCredential device = scene.device(scene.positioned(3), DeviceKind.DEDICATED);
    try (Publisher publisher = publisher()) {
      publisher.connect(device);
      publisher.subscribe("owntracks/+/+", "#", "owntracks/" + device.id() + "/phone/cmd");
      var answer =
          assertInstanceOf(MqttSubAckMessage.class, publisher.hear().orElseThrow()).payload();
      assertEquals(List.of(0x80, 0x80, 0), answer.reasonCodes());
      publisher.say(MqttMessage.PINGREQ);
      assertEquals(
          MqttMessageType.PINGRESP, publisher.hear().orElseThrow().fixedHeader().messageType());
    }
  }

  @Test
  void what_is_no_position_is_acknowledged_and_much_of_it_ends_the_line() throws Exception {
    DeviceCredential device = scene.device(scene.positioned(3), DeviceKind.DEDICATED);
    try (Publisher publisher = publisher()) {
      publisher.connect(device);
      int farewell =
          publisher.publish(topic(device), MqttQoS.AT_LEAST_ONCE, "{\"_type\":\"lwt\",\"tst\":1}");
      assertAcknowledged(farewell, publisher.hear());
      int broken = publisher.publish(topic(device), MqttQoS.AT_LEAST_ONCE, "{\"_type\":");
      assertAcknowledged(broken, publisher.hear());
      assertTrue(endsUnder(publisher, topic(device), 30, "[]"), "the line is closed");
    }
  }

  @Test
  void a_flood_ends_the_line_and_nobody_else_notices() throws Exception {
    DeviceCredential device = scene.device(scene.positioned(3), DeviceKind.DEDICATED);
    Somebody quiet = scene.positioned(3);
    DeviceCredential other = scene.device(quiet, DeviceKind.DEDICATED);
    try (Publisher flood = publisher();
        Publisher publisher = publisher()) {
      flood.connect(device);
      publisher.connect(other);
      assertTrue(
          endsUnder(flood, topic(device), 3 * Pace.BURST, location(now())), "the line is closed");
      Instant at = now();
      int packet = publisher.publish(topic(other), MqttQoS.AT_LEAST_ONCE, location(at));
      assertAcknowledged(packet, publisher.hear());
      assertEquals(Optional.of(at), latest(quiet.person()));
    }
  }

  @Test
  void noise_ends_the_line() throws Exception {
    var random = new Random(1883);
    for (int round = 0; round < 50; round++) {
      byte[] noise = new byte[random.nextInt(5, 3_000)];
      random.nextBytes(noise);
      noise[0] = (byte) 0xf5; // a kind of message that version 3 does not know, with flags
      try (Publisher publisher = publisher()) {
        publisher.raw(noise);
        assertEquals(Optional.empty(), publisher.hear(), "seed 1883, round " + round);
      }
    }
  }

  private static boolean endsUnder(Publisher publisher, String topic, int times, String payload)
      throws IOException {
    try {
      for (int i = 0; i < times; i++) publisher.publish(topic, MqttQoS.AT_MOST_ONCE, payload);
      publisher.say(MqttMessage.PINGREQ);
      return publisher.hear().isEmpty();
    } catch (SocketException _) {
      return true; // closed while it was still sending
    }
  }

  private Publisher publisher() throws IOException {
    return new Publisher(lines.port(Speaks.MQTT, false).orElseThrow(), MqttVersion.MQTT_3_1_1);
  }

  private static void assertAccepted(Optional<MqttMessage> answer) {
    var connected = assertInstanceOf(MqttConnAckMessage.class, answer.orElseThrow());
    assertEquals(
        MqttConnectReturnCode.CONNECTION_ACCEPTED, connected.variableHeader().connectReturnCode());
  }

  private static void assertAcknowledged(int packet, Optional<MqttMessage> answer) {
    MqttMessage message = answer.orElseThrow();
    assertEquals(MqttMessageType.PUBACK, message.fixedHeader().messageType());
    assertEquals(packet, ((MqttMessageIdVariableHeader) message.variableHeader()).messageId());
  }

  private static String topic(DeviceCredential device) {
    return "owntracks/" + device.id() + "/phone";
  }

  private static String location(Instant at) {
    return String.format(
        Locale.ROOT,
        "{\"_type\":\"location\",\"tst\":%d,\"lat\":31.15,\"lon\":104.55,\"acc\":12,\"batt\":80}",
        at.getEpochSecond());
  }

  private Optional<Instant> latest(PersonId person) {
    return positions.latest(List.of(person)).stream().map(Positions.Whereabouts::at).findFirst();
  }
}
