package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.tracking.Caller.Answered;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.smartcorrection.platform.tracking.line.Door.Speaks;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class HttpLineTests extends OnLines {
  private static final int MANY = 100;

  private final Scene scene;
  private final Journal journal;

  HttpLineTests(
      @Autowired Scene scene,
      @Autowired Journal journal,
      @Autowired MovableClock clock,
      @Autowired TrialLines trial) {
    super(trial.of(16, Speaks.HTTP), clock);
    this.scene = scene;
    this.journal = journal;
  }

  /** What the port understands. */
  enum Protocol {
    OSMAND("/?timestamp=%d&lat=31.15&lon=104.55&accuracy=10&id=%s&key=%s", ""),
    TRACCAR_CLIENT(
        "/?key=%3$s",
        "{\"device_id\":\"%2$s\",\"location\":{\"timestamp\":\"%4$s\",\"coords\":"
            + "{\"latitude\":31.15,\"longitude\":104.55,\"accuracy\":10}}}"),
    OWNTRACKS(
        "/ingest/owntracks",
        "{\"_type\":\"location\",\"tst\":%d,\"lat\":31.15,\"lon\":104.55,\"acc\":12}"),
    TRACCAR(
        "/ingest/traccar",
        "{\"position\":{\"id\":0,\"protocol\":\"teltonika\",\"fixTime\":%d000,\"valid\":true,"
            + "\"latitude\":31.15,\"longitude\":104.55,\"attributes\":{}},\"device\":{}}");

    private final String address;
    private final String body;

    Protocol(String address, String body) {
      this.address = address;
      this.body = body;
    }

    String said(Instant at, DeviceCredential device) {
      String where = filled(address, at, device);
      return body.isEmpty()
          ? Caller.get(where, device)
          : Caller.post(where, device, filled(body, at, device));
    }

    private static String filled(String text, Instant at, DeviceCredential device) {
      return String.format(Locale.ROOT, text, at.getEpochSecond(), device.id(), device.key(), at);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_answered_is_stored(Protocol protocol) throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    try (Caller caller = caller()) {
      Instant at = now();
      Answered answered = caller.call(protocol.said(at, device));
      assertEquals(200, answered.status(), answered.body());
      assertEquals(List.of(at), times(somebody));
    }
  }

  @Test
  void the_credential_may_stand_in_the_address_alone() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    try (Caller caller = caller()) {
      String address =
          "/?id=%s&key=%s&timestamp=%d&lat=31.15&lon=104.55"
              .formatted(device.id(), device.key(), now().getEpochSecond());
      var answered = caller.call("GET " + address + " HTTP/1.1\r\nHost: x\r\n\r\n");
      assertEquals(new Answered(200, "{\"kept\":true}", Optional.empty()), answered);
    }
  }

  @Test
  void calls_that_come_at_once_are_answered_one_after_the_other() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    try (Caller caller = caller()) {
      var all = new StringBuilder();
      for (int i = 0; i < MANY; i++)
        all.append(
            i % 2 == 0
                ? Protocol.OWNTRACKS.said(now().plusSeconds(i), device)
                : Caller.get("/elsewhere", device));
      caller.say(all.toString());
      for (int i = 0; i < MANY; i++)
        assertEquals(i % 2 == 0 ? 200 : 404, caller.hear().orElseThrow().status(), "call " + i);
      assertEquals(MANY / 2, times(somebody).size());
    }
  }

  @Test
  void one_line_may_carry_the_calls_of_many_devices() throws Exception {
    Somebody one = scene.positioned(3);
    Somebody other = scene.positioned(3);
    DeviceCredential first = scene.device(one, DeviceKind.DEDICATED);
    DeviceCredential second = scene.device(other, DeviceKind.DEDICATED);
    Instant at = now();
    try (Caller caller = caller()) {
      caller.call(Protocol.TRACCAR.said(at, first));
      caller.call(Protocol.TRACCAR.said(at.plusSeconds(1), second));
    }
    assertEquals(List.of(at), times(one));
    assertEquals(List.of(at.plusSeconds(1)), times(other));
  }

  @Test
  void who_is_not_known_is_told_so_and_then_not_heard_any_longer() throws Exception {
    DeviceCredential known = scene.device(scene.positioned(3), DeviceKind.DEDICATED);
    var guessed = new DeviceCredential(known.id(), "guessed");
    try (Caller caller = caller()) {
      var first = caller.call(Protocol.OWNTRACKS.said(now(), guessed));
      assertEquals(401, first.status());
      assertEquals(Optional.of("Basic realm=\"device\""), first.asked());
      assertTrue(endsUnder(caller, Protocol.OWNTRACKS.said(now(), guessed)), "the line is closed");
    }
  }

  @Test
  void what_has_no_ground_is_answered_with_the_reason_and_not_kept() throws Exception {
    Somebody somebody = scene.somebody();
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    try (Caller caller = caller()) {
      Answered answered = caller.call(Protocol.OSMAND.said(now(), device));
      assertEquals(202, answered.status());
      assertEquals("{\"kept\":false,\"reason\":\"tracking.refused.NO_GROUND\"}", answered.body());
      assertEquals(List.of(), times(somebody));
    }
  }

  @Test
  void what_is_no_call_is_answered_so() throws Exception {
    DeviceCredential device = scene.device(scene.positioned(3), DeviceKind.DEDICATED);
    try (Caller caller = caller()) {
      assertEquals(400, caller.call(Caller.post("/ingest/owntracks", device, "[1")).status());
      assertEquals(404, caller.call(Caller.get("/login", device)).status());
      var put = caller.call("PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
      assertEquals(405, put.status());
      assertEquals(Optional.empty(), caller.hear(), "the line is closed");
    }
    try (Caller caller = caller()) {
      assertEquals(413, caller.call(Caller.post("/", device, "x".repeat(65_537))).status());
    }
    try (Caller caller = caller()) {
      assertEquals(400, caller.call("not a request\r\n\r\n").status());
      assertEquals(Optional.empty(), caller.hear(), "the line is closed");
    }
  }

  private static boolean endsUnder(Caller caller, String request) throws IOException {
    for (int i = 0; i < 30; i++) {
      try {
        caller.say(request);
      } catch (IOException _) {
        return true; // closed while it was still sending
      }
      if (caller.hear().isEmpty()) return true;
    }
    return false;
  }

  private Caller caller() throws IOException {
    return new Caller(lines.port(Speaks.HTTP, false).orElseThrow());
  }

  private List<Instant> times(Somebody somebody) {
    return journal.from(somebody.person(), Instant.EPOCH).stream().map(Entry::time).toList();
  }
}
