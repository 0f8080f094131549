package org.smartcorrection.platform.tracking;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.protocol.jt808.FrameWriter;
import org.smartcorrection.location.protocol.jt808.Header;
import org.smartcorrection.location.protocol.jt808.Said;
import org.smartcorrection.location.simulation.Mangled;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.smartcorrection.platform.tracking.line.Door.Speaks;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;

/** Malformed and hostile messages on every port: none ends in a fault of ours, and others go on. */
@PlatformTest
class HostileInputTests extends OnLines {
  private static final long SEED = 20261126;
  private static final int MESSAGES = 600;

  private final MockMvc door;
  private final Scene scene;
  private final UploadEndpoints uploads;
  private final Journal journal;
  private final Refusals refusals;

  HostileInputTests(
      @Autowired MockMvc door,
      @Autowired Scene scene,
      @Autowired UploadEndpoints uploads,
      @Autowired Journal journal,
      @Autowired Refusals refusals,
      @Autowired MovableClock clock,
      @Autowired TrialLines trial) {
    super(trial.of(64, Speaks.JT808, Speaks.MQTT, Speaks.HTTP), clock);
    this.door = door;
    this.scene = scene;
    this.uploads = uploads;
    this.journal = journal;
    this.refusals = refusals;
  }

  /** The ports that take a body. */
  enum Port {
    OSMAND(
        "/ingest/osmand",
        "timestamp=%s&lat=31.15&lon=104.55&accuracy=10&speed=3&bearing=80&batt=55"),
    TRACCAR_CLIENT(
        "/ingest/osmand",
        "{\"location\":{\"timestamp\":\"%s\",\"coords\":{\"latitude\":31.15,\"longitude\":104.55,\"accuracy\":10},\"battery\":{\"level\":0.8}},\"device_id\":\"x\"}"),
    OWNTRACKS(
        "/ingest/owntracks",
        "{\"_type\":\"location\",\"tst\":%s,\"lat\":31.15,\"lon\":104.55,\"acc\":12,\"batt\":80,\"vel\":4}"),
    TRACCAR(
        "/ingest/traccar",
        "{\"position\":{\"id\":0,\"protocol\":\"teltonika\",\"fixTime\":%s000,\"valid\":true,\"latitude\":31.15,\"longitude\":104.55,\"speed\":1.5,\"attributes\":{\"sat\":11,\"alarm\":\"sos\"}},\"device\":{}}"),
    BATCH(
        "/ingest/batch",
        "[{\"timestamp\":%s,\"lat\":31.15,\"lon\":104.55,\"accuracy\":10},{\"_type\":\"location\",\"tst\":1,\"lat\":1,\"lon\":2}]");

    private final String path;
    private final String good;

    Port(String path, String good) {
      this.path = path;
      this.good = good;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatever_a_known_device_sends_is_answered_and_the_next_good_message_is_kept(Port port)
      throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    var mangled =
        new Mangled(
            SEED + port.name().hashCode(), List.of(good(port, clock.instant().minusSeconds(600))));
    for (int i = 0; i < MESSAGES; i++) {
      int status = send(port, device, mangled.next());
      assertTrue(status < 500, port + " answers " + status + ", seed " + SEED + ", message " + i);
      if (i % 100 == 0) clock.forward(Duration.ofSeconds(1)); // within its pace
    }

    Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
    assertEquals(200, send(port, device, good(port, at)));
    assertTrue(isKept(somebody, at));
  }

  @Test
  void whatever_comes_on_a_terminals_line_closes_it_at_worst() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    var mangled =
        new Mangled(
            SEED,
            List.of(
                frame(Said.LOCATION, Terminal.location(clock.instant(), 31.15, 104.55)),
                frame(
                    Said.LOCATIONS,
                    Terminal.batch(Terminal.location(clock.instant(), 31.15, 104.55))),
                frame(Said.HEARTBEAT, new byte[0])));
    int sent = 0;
    while (sent < MESSAGES) {
      try (var terminal = new Terminal(lines.port(Speaks.JT808, false).orElseThrow())) {
        if (terminal.authenticate(device).result() != 0) throw new AssertionError("not known");
        for (int i = 0; i < 40 && sent < MESSAGES; i++, sent++) terminal.raw(mangled.next());
      } catch (SocketException _) {
        sent++; // closed while it was still sending
      }
    }

    Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
    try (var terminal = new Terminal(lines.port(Speaks.JT808, false).orElseThrow())) {
      terminal.authenticate(device);
      terminal.say(Said.LOCATION, Terminal.location(at, 31.15, 104.55));
      assertEquals(0, terminal.answer().orElseThrow().result());
    }
    assertTrue(isKept(somebody, at));
  }

  @Test
  void whatever_comes_on_a_line_of_MQTT_closes_it_at_worst() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    var mangled =
        new Mangled(
            SEED,
            List.of(
                publication(
                    device,
                    new String(good(Port.OWNTRACKS, clock.instant()), StandardCharsets.UTF_8)),
                publication(device, "{}")));
    int sent = 0;
    while (sent < MESSAGES) {
      try (var publisher =
          new Publisher(lines.port(Speaks.MQTT, false).orElseThrow(), MqttVersion.MQTT_3_1_1)) {
        publisher.connect(device);
        for (int i = 0; i < 40 && sent < MESSAGES; i++, sent++) publisher.raw(mangled.next());
      } catch (SocketException _) {
        sent++; // closed while it was still sending
      }
    }

    Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
    try (var publisher =
        new Publisher(lines.port(Speaks.MQTT, false).orElseThrow(), MqttVersion.MQTT_3_1_1)) {
      publisher.connect(device);
      publisher.publish(
          "owntracks/" + device.id() + "/x",
          MqttQoS.AT_LEAST_ONCE,
          new String(good(Port.OWNTRACKS, at), StandardCharsets.UTF_8));
      assertTrue(publisher.hear().isPresent());
    }
    assertTrue(isKept(somebody, at));
  }

  @Test
  void whatever_comes_on_a_line_of_HTTP_closes_it_at_worst() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    String good = new String(good(Port.OWNTRACKS, clock.instant()), StandardCharsets.UTF_8);
    var mangled =
        new Mangled(
            SEED,
            List.of(
                call(Caller.post(Port.OWNTRACKS.path, device, good)),
                call(Caller.get("/?lat=31.15&lon=104.55&timestamp=1", device))));
    int sent = 0;
    while (sent < MESSAGES) {
      try (var caller = new Caller(lines.port(Speaks.HTTP, false).orElseThrow())) {
        for (int i = 0; i < 40 && sent < MESSAGES; i++, sent++) caller.raw(mangled.next());
      } catch (SocketException _) {
        sent++; // closed while it was still sending
      }
    }

    Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
    try (var caller = new Caller(lines.port(Speaks.HTTP, false).orElseThrow())) {
      String next = new String(good(Port.OWNTRACKS, at), StandardCharsets.UTF_8);
      assertEquals(200, caller.call(Caller.post(Port.OWNTRACKS.path, device, next)).status());
    }
    assertTrue(isKept(somebody, at));
  }

  private static byte[] call(String request) {
    return request.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void a_clock_that_is_a_year_off_is_refused_and_counted(Port port) throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);

    send(port, device, good(port, clock.instant().plus(365, ChronoUnit.DAYS)));
    send(port, device, good(port, clock.instant().minus(365, ChronoUnit.DAYS)));

    Map<String, Integer> refused =
        refusals.of(somebody.person(), LegalCalendar.legalDay(clock.instant()));
    assertEquals(1, refused.get("tracking.refused.TIME_IN_FUTURE"), refused.toString());
    assertTrue(refused.getOrDefault("tracking.refused.TIME_TOO_OLD", 0) >= 1, refused.toString());
    assertEquals(List.of(), journal.from(somebody.person(), Instant.EPOCH));
  }

  @Test
  void a_million_points_in_one_batch_are_accounted_for_and_do_not_fill_the_memory()
      throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    int points = 1_000_000;
    // a clock that was never set: refused one by one, and nothing of it waits
    byte[] point =
        "{\"timestamp\":86400,\"lat\":31.15,\"lon\":104.55,\"accuracy\":10}\n"
            .getBytes(StandardCharsets.US_ASCII);
    var request =
        new MockHttpServletRequest("POST", "/ingest/batch") {
          @Override
          public DelegatingServletInputStream getInputStream() {
            return new DelegatingServletInputStream(new Repeated(point, points));
          }
        };
    request.addHeader("Authorization", basic(device));

    Map<?, ?> counts = (Map<?, ?>) requireNonNull(uploads.batch(request).getBody());

    assertEquals(points, counts.get("read"));
    assertEquals(Map.of("tracking.refused.TIME_BEFORE_2000", points), counts.get("refused"));
    assertEquals(
        points,
        refusals
            .of(somebody.person(), LegalCalendar.legalDay(clock.instant()))
            .get("tracking.refused.TIME_BEFORE_2000"));
  }

  /** The same bytes over and over, so many times. */
  private static final class Repeated extends InputStream {
    private final byte[] bytes;
    private long left;

    Repeated(byte[] bytes, int times) {
      this.bytes = bytes.clone();
      this.left = (long) bytes.length * times;
    }

    @Override
    public int read() {
      return left == 0 ? -1 : bytes[(int) ((bytes.length - left-- % bytes.length) % bytes.length)];
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = (int) Math.min(length, left);
      for (int i = 0; i < count; i++) into[offset + i] = (byte) read();
      return count == 0 ? -1 : count;
    }
  }

  private int send(Port port, DeviceCredential device, byte[] body) throws Exception {
    var request = post(port.path).servletPath(port.path).header("Authorization", basic(device));
    if (port == Port.OSMAND)
      for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
        String[] said = pair.split("=", 2);
        request.param(said[0], said.length == 1 ? "" : said[1]);
      }
    else request.contentType(MediaType.APPLICATION_JSON).content(body);
    return door.perform(request).andReturn().getResponse().getStatus();
  }

  private static byte[] good(Port port, Instant at) {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    Object time = port == Port.TRACCAR_CLIENT ? second : second.getEpochSecond();
    return String.format(Locale.ROOT, port.good, time).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] frame(int message, byte[] body) {
    var writer = new FrameWriter();
    writer.write(new Header(message, 1, Terminal.NUMBER, 7, 1, 1), body);
    return writer.take();
  }

  private static byte[] publication(DeviceCredential device, String payload) {
    var codec = new EmbeddedChannel(MqttEncoder.INSTANCE);
    codec.writeOutbound(
        MqttMessageBuilders.publish()
            .topicName("owntracks/" + device.id() + "/x")
            .qos(MqttQoS.AT_LEAST_ONCE)
            .messageId(1)
            .payload(Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8))
            .build());
    var whole = Unpooled.buffer();
    while (codec.readOutbound() instanceof ByteBuf part) {
      whole.writeBytes(part);
      part.release();
    }
    return ByteBufUtil.getBytes(whole);
  }

  private static String basic(DeviceCredential device) {
    String pair = device.id() + ":" + device.key();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isKept(Somebody somebody, Instant at) {
    return journal.from(somebody.person(), at).stream().anyMatch(one -> one.time().equals(at));
  }
}
