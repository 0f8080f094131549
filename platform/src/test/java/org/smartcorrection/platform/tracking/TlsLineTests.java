package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.protocol.jt808.Dialect;
import org.smartcorrection.location.protocol.jt808.Said;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.tracking.line.Calls;
import org.smartcorrection.platform.tracking.line.Door;
import org.smartcorrection.platform.tracking.line.Door.Speaks;
import org.smartcorrection.platform.tracking.line.LineSettings;
import org.smartcorrection.platform.tracking.line.Lines;
import org.smartcorrection.platform.tracking.line.Reception;
import org.smartcorrection.platform.tracking.line.TlsFiles;
import org.smartcorrection.platform.tracking.line.Unfit;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class TlsLineTests {
  private final Scene scene;
  private final MovableClock clock;
  private final Reception reception;
  private final Calls calls;
  private final Path folder;
  private final SelfSigned first = SelfSigned.named("first");
  private final Lines lines;

  TlsLineTests(
      @Autowired Scene scene,
      @Autowired MovableClock clock,
      @Autowired Reception reception,
      @Autowired Calls calls,
      @TempDir Path folder) {
    this.scene = scene;
    this.clock = clock;
    this.reception = reception;
    this.calls = calls;
    this.folder = folder;
    this.lines = lines(Optional.of(files()));
  }

  @BeforeEach
  void open() throws IOException {
    first.writeCertificate(files().certificate());
    first.writeKey(files().key());
    lines.start();
  }

  @AfterEach
  void close() {
    lines.stop();
  }

  @Test
  void a_phone_publishes_over_tls_and_another_beside_it_without() throws Exception {
    DeviceCredential device = scene.device(scene.positioned(3), DeviceKind.DEDICATED);
    DeviceCredential other = scene.device(scene.positioned(3), DeviceKind.DEDICATED);
    try (var publisher = new Publisher(first.call(port(Speaks.MQTT)), MqttVersion.MQTT_3_1_1);
        var plain =
            new Publisher(lines.port(Speaks.MQTT, false).orElseThrow(), MqttVersion.MQTT_5)) {
      assertPublishes(publisher, device);
      assertPublishes(plain, other);
    }
  }

  @Test
  void a_terminal_speaks_over_tls_and_is_held_back_as_without() throws Exception {
    DeviceCredential device = scene.device(scene.positioned(3), DeviceKind.DEDICATED);
    try (var terminal = new Terminal(first.call(port(Speaks.JT808)))) {
      assertEquals(0, terminal.authenticate(device).result());
      Instant start = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
      for (int second = 0; second < 300; second++) {
        terminal.say(Said.LOCATION, Terminal.location(start.plusSeconds(second), 31.15, 104.55));
      }
      for (int second = 0; second < 300; second++) {
        assertEquals(0, terminal.answer().orElseThrow().result());
      }
    }
  }

  @Test
  void a_tracker_calls_by_https() throws Exception {
    DeviceCredential device = scene.device(scene.positioned(3), DeviceKind.DEDICATED);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    String address = Scene.osmand(device, now, 31.15, 104.55).replaceFirst("^/ingest/osmand", "/");
    try (var line = first.call(port(Speaks.HTTP))) {
      line.setSoTimeout(20_000);
      line.getOutputStream()
          .write(
              ("GET " + address + " HTTP/1.1\r\nHost: platform\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      byte[] begin = line.getInputStream().readNBytes(15);
      assertEquals("HTTP/1.1 200 OK", new String(begin, StandardCharsets.US_ASCII));
    }
  }

  @Test
  void a_new_certificate_is_shown_to_the_next_line_and_no_line_ends() throws Exception {
    DeviceCredential device = scene.device(scene.positioned(3), DeviceKind.DEDICATED);
    var second = SelfSigned.named("second");
    try (var publisher = new Publisher(first.call(port(Speaks.MQTT)), MqttVersion.MQTT_3_1_1)) {
      assertPublishes(publisher, device);

      second.writeCertificate(files().certificate()); // its key is not there yet
      first.call(port(Speaks.MQTT)).close();
      assertEquals(Unfit.Fault.NOT_ITS_KEY, lines.shown().orElseThrow().unfit().get().fault());

      second.writeKey(files().key());
      second.call(port(Speaks.MQTT)).close();
      assertThrows(SSLException.class, () -> first.call(port(Speaks.MQTT)).close());
      assertEquals(Optional.empty(), lines.shown().orElseThrow().unfit());
      assertEquals("CN=second", lines.shown().orElseThrow().subject());

      int packet = publisher.publish(topic(device), MqttQoS.AT_LEAST_ONCE, location());
      assertEquals(
          MqttMessageType.PUBACK, publisher.hear().orElseThrow().fixedHeader().messageType());
      assertTrue(packet > 1);
    }
  }

  @Test
  void who_speaks_without_tls_at_its_port_is_not_heard() throws Exception {
    DeviceCredential device = scene.device(scene.positioned(3), DeviceKind.DEDICATED);
    try (var publisher = new Publisher(port(Speaks.MQTT), MqttVersion.MQTT_3_1_1)) {
      assertTrue(publisher.connect(device).stream().noneMatch(TlsLineTests::isAnswer));
    }
  }

  private static boolean isAnswer(MqttMessage message) {
    return message.decoderResult().isSuccess();
  }

  @Test
  void what_is_wrong_with_the_files_is_said_before_any_port_opens() throws Exception {
    assertUnfit(Unfit.Fault.NOT_SET, Optional.empty());
    var other = SelfSigned.named("other");
    other.writeKey(files().key());
    assertUnfit(Unfit.Fault.NOT_ITS_KEY, Optional.of(files()));
    Files.writeString(files().key(), "nothing of a key");
    assertUnfit(Unfit.Fault.NO_KEY, Optional.of(files()));
    first.writeKey(files().certificate());
    assertUnfit(Unfit.Fault.NO_CERTIFICATE, Optional.of(files()));
    Files.delete(files().certificate());
    assertUnfit(Unfit.Fault.UNREADABLE, Optional.of(files()));
  }

  private void assertUnfit(Unfit.Fault fault, Optional<TlsFiles> files) {
    Lines shut = lines(files);
    assertEquals(fault, assertThrows(Unfit.class, shut::start).fault());
    assertTrue(shut.doors().isEmpty());
  }

  private static void assertPublishes(Publisher publisher, DeviceCredential device)
      throws IOException {
    assertEquals(
        MqttMessageType.CONNACK,
        publisher.connect(device).orElseThrow().fixedHeader().messageType());
    publisher.publish(topic(device), MqttQoS.AT_LEAST_ONCE, location());
    assertEquals(
        MqttMessageType.PUBACK, publisher.hear().orElseThrow().fixedHeader().messageType());
  }

  private static String topic(DeviceCredential device) {
    return "owntracks/" + device.id() + "/phone";
  }

  private static String location() {
    return "{\"_type\":\"lwt\",\"tst\":1}"; // acknowledged as any other publication
  }

  private int port(Speaks what) {
    return lines.port(what, true).orElseThrow();
  }

  private TlsFiles files() {
    return new TlsFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"));
  }

  private Lines lines(Optional<TlsFiles> files) {
    List<Door> doors =
        Stream.of(Speaks.values())
            .flatMap(what -> Stream.of(new Door(what, true, 0), new Door(what, false, 0)))
            .toList();
    return new Lines(
        new LineSettings(InetAddress.getLoopbackAddress(), doors, files, 16, Dialect.STANDARD),
        reception,
        calls);
  }
}
