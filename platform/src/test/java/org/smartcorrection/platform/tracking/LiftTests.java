package org.smartcorrection.platform.tracking;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.protocol.jt808.Said;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.smartcorrection.platform.tracking.line.Door.Speaks;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A ground that is lifted early or runs out (CCL 29): whichever way a device speaks, the first
 * message after it is refused with its reason, counted, and nothing of it stored.
 */
@PlatformTest
class LiftTests extends OnLines {
  private static final String LIFTED = "tracking.refused.GROUND_LIFTED";
  private static final String EXPIRED = "tracking.refused.GROUND_EXPIRED";
  private static final int AT_ONCE = 500; // of an upload, as it is read

  private final MockMvc door;
  private final Scene scene;
  private final UploadEndpoints uploads;
  private final Refusals refusals;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final People people;
  private final Vault vault;

  LiftTests(
      @Autowired MockMvc door,
      @Autowired Scene scene,
      @Autowired UploadEndpoints uploads,
      @Autowired Refusals refusals,
      @Autowired JdbcClient jdbc,
      @Autowired TransactionTemplate transaction,
      @Autowired MovableClock clock,
      @Autowired People people,
      @Autowired Vault vault,
      @Autowired TrialLines trial) {
    super(trial.of(8, Speaks.JT808, Speaks.MQTT, Speaks.HTTP), clock);
    this.door = door;
    this.scene = scene;
    this.uploads = uploads;
    this.refusals = refusals;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.people = people;
    this.vault = vault;
  }

  /** Somebody with a dedicated device on a ground that can be lifted. */
  private record Worn(Somebody somebody, Running positioning, DeviceCredential device) {
    PersonId person() {
      return somebody.person();
    }
  }

  @Test
  void by_OsmAnd() throws Exception {
    stops(
        worn ->
            door.perform(
                post("/ingest/osmand?id={id}&key={key}", worn.device.id(), worn.device.key())
                    .servletPath("/ingest/osmand")
                    .param("timestamp", "" + now().getEpochSecond())
                    .param("lat", "31.15")
                    .param("lon", "104.55")));
  }

  @Test
  void by_the_Traccar_Client() throws Exception {
    stops(
        worn ->
            send(
                worn,
                "/ingest/osmand",
                "{\"device_id\":\"%s\",\"location\":{\"timestamp\":\"%s\",\"coords\":"
                        .formatted(worn.device.id(), now())
                    + "{\"latitude\":31.15,\"longitude\":104.55,\"accuracy\":10}}}"));
  }

  @Test
  void by_OwnTracks() throws Exception {
    stops(worn -> send(worn, "/ingest/owntracks", ownTracks(now())));
  }

  @Test
  void by_a_Traccar_server_that_forwards() throws Exception {
    stops(
        worn ->
            send(
                worn,
                "/ingest/traccar",
                "{\"position\":{\"id\":0,\"protocol\":\"teltonika\",\"fixTime\":%d,\"valid\":true,"
                        .formatted(now().toEpochMilli())
                    + "\"latitude\":31.15,\"longitude\":104.55,\"attributes\":{}},\"device\":{}}"));
  }

  @Test
  void by_a_batch() throws Exception {
    stops(worn -> send(worn, "/ingest/batch", point(now())));
  }

  @Test
  void by_a_JT_T_808_terminal_whose_line_stays_open() throws Exception {
    Worn worn = worn();
    try (var terminal = new Terminal(lines.port(Speaks.JT808, false).orElseThrow())) {
      terminal.authenticate(worn.device);
      terminal.say(Said.LOCATION, Terminal.location(now(), 31.15, 104.55));
      assertTrue(terminal.answer().isPresent());
      assertEquals(1, stored(worn.person()));

      lift(worn);
      terminal.say(Said.LOCATION, Terminal.location(now(), 31.15, 104.55));
      assertTrue(terminal.answer().isPresent(), "it is told that nothing has to be sent again");

      assertRefused(worn, 1, LIFTED, 1);
    }
  }

  @Test
  void by_MQTT_on_a_line_that_stays_open() throws Exception {
    Worn worn = worn();
    String topic = "owntracks/" + worn.device.id() + "/worn";
    try (var publisher =
        new Publisher(lines.port(Speaks.MQTT, false).orElseThrow(), MqttVersion.MQTT_5)) {
      publisher.connect(worn.device);
      publisher.publish(topic, MqttQoS.AT_LEAST_ONCE, ownTracks(now()));
      assertTrue(publisher.hear().isPresent());
      assertEquals(1, stored(worn.person()));

      lift(worn);
      publisher.publish(topic, MqttQoS.AT_LEAST_ONCE, ownTracks(now()));
      assertTrue(publisher.hear().isPresent(), "it is told that nothing has to be sent again");

      assertRefused(worn, 1, LIFTED, 1);
    }
  }

  @Test
  void by_HTTP_on_a_line_that_stays_open() throws Exception {
    Worn worn = worn();
    try (var caller = new Caller(lines.port(Speaks.HTTP, false).orElseThrow())) {
      stops(
          worn, _ -> caller.call(Caller.post("/ingest/owntracks", worn.device, ownTracks(now()))));
    }
  }

  @Test
  void an_upload_under_way_is_kept_up_to_the_lift_and_no_further() throws Exception {
    Worn worn = worn();
    Instant first = now();
    clock.forward(Duration.ofMinutes(30));
    var request = new MockHttpServletRequest("POST", "/ingest/batch");
    request.addHeader("Authorization", basic(worn.device));
    var points =
        new ServletInputStream() {
          private int sent;
          private byte[] point = {};
          private int at;

          @Override
          public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
          }

          // one point at a time; the lift comes when all before it have been asked for
          @Override
          public int read(byte[] bytes, int offset, int length) {
            if (at == point.length) {
              if (sent == AT_ONCE + 3) return -1;
              if (sent == AT_ONCE) lift(worn);
              point = (point(first.plusSeconds(++sent)) + "\n").getBytes(StandardCharsets.UTF_8);
              at = 0;
            }
            int count = Math.min(length, point.length - at);
            System.arraycopy(point, at, bytes, offset, count);
            at += count;
            return count;
          }

          @Override
          public boolean isFinished() {
            return sent == AT_ONCE + 3;
          }

          @Override
          public boolean isReady() {
            return true;
          }

          @Override
          public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
          }
        };
    var streamed =
        new jakarta.servlet.http.HttpServletRequestWrapper(request) {
          @Override
          public ServletInputStream getInputStream() {
            return points;
          }
        };

    Map<?, ?> counts = (Map<?, ?>) requireNonNull(uploads.batch(streamed).getBody());

    assertEquals(AT_ONCE, counts.get("kept"));
    assertEquals(Map.of(LIFTED, 3), counts.get("refused"));
    assertRefused(worn, AT_ONCE, LIFTED, 3);
  }

  @Test
  void what_runs_out_ends_on_an_open_line_as_well() throws Exception {
    Worn worn = worn();
    try (var terminal = new Terminal(lines.port(Speaks.JT808, false).orElseThrow())) {
      terminal.authenticate(worn.device);
      terminal.say(Said.LOCATION, Terminal.location(now(), 31.15, 104.55));
      assertTrue(terminal.answer().isPresent());

      clock.forward(Duration.between(clock.instant(), Scene.end(worn.positioning)));
      terminal.say(Said.LOCATION, Terminal.location(now(), 31.15, 104.55));
      assertTrue(terminal.answer().isPresent());

      // whether time has recorded the end by now, or the gate was faster
      var refused = refusals.of(worn.person(), LegalCalendar.legalDay(clock.instant()));
      assertEquals(1, refused.getOrDefault(EXPIRED, 0) + refused.getOrDefault(LIFTED, 0));
      assertEquals(1, stored(worn.person()));
    }
  }

  @Test
  void whoever_is_forgotten_is_not_followed_any_longer() throws Exception {
    Worn worn = worn();
    send(worn, "/ingest/batch", point(now()));

    vault.destroy(worn.person(), Purpose.CASEWORK);
    people.forget(worn.person());
    send(worn, "/ingest/batch", point(now().plusSeconds(30)));

    assertRefused(worn, 0, "tracking.refused.NO_GROUND", 1);
  }

  @Test
  void whatever_else_fails_after_the_act_the_gate_hears_of_it() throws Exception {
    Worn worn = worn();
    send(worn, "/ingest/batch", point(now()));
    try {
      transaction.executeWithoutResult(
          _ -> {
            TransactionSynchronizationManager.registerSynchronization(new Failing());
            lift(worn);
          });
    } catch (IllegalStateException _) {
      // the act is committed all the same
    }
    send(worn, "/ingest/batch", point(now()));

    assertRefused(worn, 1, LIFTED, 1);
  }

  /** A listener of the act that fails, before all others. */
  private static final class Failing implements TransactionSynchronization {
    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }

    @Override
    public void afterCommit() {
      throw new IllegalStateException("something else");
    }
  }

  private interface Way {
    void send(Worn worn) throws Exception;
  }

  private void stops(Way way) throws Exception {
    stops(worn(), way);
  }

  private void stops(Worn worn, Way way) throws Exception {
    way.send(worn);
    assertEquals(1, stored(worn.person()));

    lift(worn);
    way.send(worn);

    assertRefused(worn, 1, LIFTED, 1);
  }

  private Worn worn() {
    Somebody somebody = scene.somebody();
    scene.setArea(somebody);
    Running positioning = scene.ground(somebody, 3);
    return new Worn(somebody, positioning, scene.device(somebody, DeviceKind.DEDICATED));
  }

  private void lift(Worn worn) {
    scene.perform(
        worn.positioning,
        "PositioningLifted",
        Facts.NONE.text("reason", "no longer needed"),
        worn.somebody.staff().head());
  }

  private void assertRefused(Worn worn, int stored, String reason, int times) {
    assertEquals(stored, stored(worn.person()));
    assertEquals(
        Map.of(reason, times), refusals.of(worn.person(), LegalCalendar.legalDay(clock.instant())));
  }

  private int stored(PersonId person) {
    return jdbc.sql("select coalesce(sum(entries), 0) from tracking.journal where person = ?")
        .param(person.value())
        .query(Integer.class)
        .single();
  }

  private void send(Worn worn, String path, String body) throws Exception {
    door.perform(
        post(path)
            .servletPath(path)
            .header("Authorization", basic(worn.device))
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }

  private static String basic(DeviceCredential device) {
    String pair = device.id() + ":" + device.key();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String ownTracks(Instant at) {
    return String.format(
        Locale.ROOT,
        "{\"_type\":\"location\",\"tst\":%d,\"lat\":31.15,\"lon\":104.55,\"acc\":12}",
        at.getEpochSecond());
  }

  private static String point(Instant at) {
    return String.format(
        Locale.ROOT,
        "{\"timestamp\":%d,\"lat\":31.15,\"lon\":104.55,\"accuracy\":10,\"source\":\"gnss\"}",
        at.getEpochSecond());
  }
}
