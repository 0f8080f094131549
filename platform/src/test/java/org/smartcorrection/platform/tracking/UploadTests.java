package org.smartcorrection.platform.tracking;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@PlatformTest
class UploadTests {
  private final MockMvc door;
  private final Scene scene;
  private final Positions positions;
  private final UploadEndpoints uploads;
  private final Devices devices;
  private final MovableClock clock;

  UploadTests(
      @Autowired MockMvc door,
      @Autowired Scene scene,
      @Autowired Positions positions,
      @Autowired UploadEndpoints uploads,
      @Autowired Devices devices,
      @Autowired MovableClock clock) {
    this.door = door;
    this.scene = scene;
    this.positions = positions;
    this.uploads = uploads;
    this.devices = devices;
    this.clock = clock;
  }

  @Test
  void what_a_traccar_server_forwards_for_a_device_is_kept() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    Instant at = now();

    var kept = send("/ingest/traccar", device, forwarded(at));
    var event =
        send("/ingest/traccar", device, "{\"event\":{\"type\":\"deviceOffline\"},\"device\":{}}");
    var broken = send("/ingest/traccar", device, "{\"position\":5}");

    assertEquals(200, kept.getStatus());
    assertEquals(1, counts(kept).get("kept"));
    assertEquals(1, counts(event).get("other"));
    assertEquals(400, broken.getStatus());
    assertEquals(Optional.of(at), latest(somebody.person()));
  }

  @Test
  void of_all_terminals_behind_a_traccar_server_the_first_alone_is_this_device() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    Instant at = now();

    var first = send("/ingest/traccar", device, forwarded(at));
    var another =
        send(
            "/ingest/traccar",
            device,
            forwarded(at.plusMillis(500)).replace("359632106090555", "359632106090556"));

    assertEquals(1, counts(first).get("kept"));
    assertEquals(Map.of("tracking.refused.OTHER_DEVICE", 1), counts(another).get("refused"));
    assertEquals(Optional.of(at), latest(somebody.person()));
  }

  @Test
  void a_server_that_proves_itself_speaks_for_each_device_by_its_name() throws Exception {
    Somebody one = scene.positioned(3);
    Somebody other = scene.positioned(3);
    devices.register(one.person(), DeviceKind.DEDICATED, "860000000000011");
    DeviceCredential handedOn =
        devices.register(other.person(), DeviceKind.DEDICATED, "860000000000012");
    var server = new DeviceCredential(TraccarServer.ID, "what-all-terminals-say");
    Instant at = now();

    assertEquals(1, counts(forward(server, at, "860000000000011")).get("kept"));
    assertEquals(1, counts(forward(server, at.plusSeconds(1), "860000000000012")).get("kept"));
    assertEquals(Optional.of(at), latest(one.person()));
    assertEquals(Optional.of(at.plusSeconds(1)), latest(other.person()));

    var nobodys = forward(server, at, "860000000000013");
    assertEquals(404, nobodys.getStatus());
    assertEquals("UNKNOWN_TERMINAL", counts(nobodys).get("fault"));
    assertEquals(400, send("/ingest/traccar", server, "{\"position\":5}").getStatus());
    String offline = "{\"event\":{\"type\":\"deviceOffline\"},\"device\":{}}";
    assertEquals(1, counts(send("/ingest/traccar", server, offline)).get("other"));
    var guessing = new DeviceCredential(TraccarServer.ID, "what-all-terminals-sai");
    assertEquals(401, forward(guessing, at, "860000000000011").getStatus());
    assertEquals(401, send("/ingest/osmand", server, "{}").getStatus());

    // the terminal goes to somebody else
    devices.retire(UUID.fromString(handedOn.id()));
    Somebody next = scene.positioned(3);
    devices.register(next.person(), DeviceKind.DEDICATED, "860000000000012");
    assertEquals(1, counts(forward(server, at.plusSeconds(2), "860000000000012")).get("kept"));
    assertEquals(Optional.of(at.plusSeconds(2)), latest(next.person()));
    assertEquals(Optional.of(at.plusSeconds(1)), latest(other.person()));
  }

  private MockHttpServletResponse forward(DeviceCredential by, Instant at, String terminal)
      throws Exception {
    return send("/ingest/traccar", by, forwarded(at).replace("359632106090555", terminal));
  }

  @Test
  void a_traccar_server_may_say_for_whom_it_speaks_in_the_address() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    var answer =
        door.perform(
                post("/ingest/traccar?id={id}&key={key}", device.id(), device.key())
                    .servletPath("/ingest/traccar")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(forwarded(now())))
            .andReturn()
            .getResponse();
    assertEquals(1, counts(answer).get("kept"));
  }

  @Test
  void the_traccar_client_of_today_is_read_where_the_earlier_one_was() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    Instant at = now();
    String body =
        "{\"location\":{\"timestamp\":\"%s\",\"coords\":{\"latitude\":31.15,\"longitude\":104.55,"
                .formatted(at)
            + "\"accuracy\":10},\"battery\":{\"level\":0.8}},\"device_id\":\""
            + device.id()
            + "\"}";
    var answer =
        door.perform(
                post("/ingest/osmand?key={key}", device.key())
                    .servletPath("/ingest/osmand")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body))
            .andReturn()
            .getResponse();
    assertEquals(200, answer.getStatus(), answer.getContentAsString());
    assertEquals(Optional.of(at), latest(somebody.person()));
    assertEquals(400, send("/ingest/osmand", device, "null").getStatus());
  }

  @Test
  void a_batch_says_what_became_of_it_by_reason() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    Instant at = now();
    String batch =
        String.join(
            "\n",
            point(at),
            point(at.plusSeconds(1)),
            point(at.minus(40, ChronoUnit.DAYS)),
            "{\"_type\":\"waypoint\"}",
            "{\"lat\":\"north\"}");

    var answer = send("/ingest/batch", device, batch);

    assertEquals(200, answer.getStatus());
    Map<?, ?> counts = counts(answer);
    assertEquals(5, counts.get("read"));
    assertEquals(1, counts.get("other"));
    assertEquals(Map.of("POSITION", 1), counts.get("malformed"));
    assertEquals(Map.of("tracking.refused.TIME_TOO_OLD", 1), counts.get("refused"));
    assertEquals(Optional.of(at.plusSeconds(1)), latest(somebody.person()));
  }

  @Test
  void what_came_before_the_end_of_a_broken_upload_is_kept() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    Instant at = now();

    var answer = send("/ingest/batch", device, "[" + point(at) + ",{\"lat\":");

    assertEquals(400, answer.getStatus());
    assertTrue(answer.getContentAsString().contains("\"read\":1"), answer.getContentAsString());
    assertEquals(Optional.of(at), latest(somebody.person()));
  }

  @Test
  void thousands_of_points_pass_through_and_all_are_accounted_for() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    var batch = new StringBuilder();
    Instant first = now().minusSeconds(3_000); // before the ground as well: refused and counted
    for (int i = 0; i < 3_000; i++) batch.append(point(first.plusSeconds(i))).append('\n');

    Map<?, ?> counts = counts(send("/ingest/batch", device, batch.toString()));

    Map<?, ?> refused = (Map<?, ?>) requireNonNull(counts.get("refused"));
    int accounted = (Integer) requireNonNull(counts.get("kept"));
    for (Object times : refused.values()) accounted += (Integer) times;
    assertEquals(3_000, accounted);
  }

  @Test
  void a_device_uploads_one_batch_at_a_time() throws Exception {
    DeviceCredential device = scene.device(scene.positioned(3), DeviceKind.DEDICATED);
    var meanwhile =
        new MockHttpServletRequest("POST", "/ingest/batch") {
          private int second;

          @Override
          public ServletInputStream getInputStream() {
            try {
              second = send("/ingest/batch", device, point(now())).getStatus();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
            return new DelegatingServletInputStream(
                new ByteArrayInputStream(point(now()).getBytes(StandardCharsets.UTF_8)));
          }
        };
    meanwhile.addHeader("Authorization", basic(device));

    assertEquals(HttpStatus.OK, uploads.batch(meanwhile).getStatusCode());
    assertEquals(429, meanwhile.second);
    assertEquals(200, send("/ingest/batch", device, point(now())).getStatus());
  }

  @Test
  void who_is_not_known_uploads_nothing() throws Exception {
    DeviceCredential known = scene.device(scene.somebody(), DeviceKind.DEDICATED);
    var guessed = new DeviceCredential(known.id(), "guessed");
    assertEquals(401, send("/ingest/batch", guessed, "[]").getStatus());
    assertEquals(401, send("/ingest/traccar", guessed, "{}").getStatus());
  }

  private MockHttpServletResponse send(String path, DeviceCredential device, String body)
      throws Exception {
    return door.perform(
            post(path)
                .servletPath(path)
                .header("Authorization", basic(device))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body))
        .andReturn()
        .getResponse();
  }

  private static String basic(DeviceCredential device) {
    String pair = device.id() + ":" + device.key();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<?, ?> counts(MockHttpServletResponse answer) throws IOException {
    return Json.read(answer.getContentAsByteArray(), Map.class);
  }

  private static String point(Instant at) {
    return String.format(
        Locale.ROOT,
        "{\"timestamp\":%d,\"lat\":31.15,\"lon\":104.55,\"accuracy\":10,\"speed\":0,\"source\":\"gnss\"}",
        at.getEpochSecond());
  }

  private static String forwarded(Instant at) {
    return String.format(
        Locale.ROOT,
        "{\"position\":{\"id\":0,\"protocol\":\"teltonika\",\"fixTime\":%d,\"valid\":true,"
            + "\"latitude\":31.15,\"longitude\":104.55,\"speed\":1.5,\"course\":10,\"accuracy\":0,"
            + "\"attributes\":{\"sat\":11,\"hdop\":0.8,\"batteryLevel\":80}},"
            + "\"device\":{\"uniqueId\":\"359632106090555\"}}",
        at.toEpochMilli());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
  }

  private Optional<Instant> latest(PersonId person) {
    return positions.latest(List.of(person)).stream().map(Positions.Whereabouts::at).findFirst();
  }
}
