package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.protocol.Osmand;
import org.smartcorrection.location.protocol.OwnTracks;
import org.smartcorrection.location.protocol.Reading;
import org.smartcorrection.location.protocol.TraccarClient;
import org.smartcorrection.location.protocol.Vitals;
import org.smartcorrection.platform.kernel.Json;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where devices send positions. A protocol is transport only: who speaks is proved by the
 * credential, what the device is in law stands in its registration, and whether a position may be
 * kept is the gate's to say. A refused position is answered as received, with the reason, because a
 * device would send it again for ever otherwise; nothing of it is kept.
 */
@RestController
class IngestEndpoints {
  private static final int LARGEST = 64 * 1024;

  private final Devices devices;
  private final Intake intake;
  private final Bodies bodies;
  private final Pace pace;

  IngestEndpoints(Devices devices, Intake intake, Bodies bodies, Pace pace) {
    this.devices = devices;
    this.intake = intake;
    this.bodies = bodies;
    this.pace = pace;
  }

  @GetMapping("/ingest/osmand")
  ResponseEntity<Object> osmandByQuery(HttpServletRequest request) {
    return osmand(request);
  }

  @PostMapping("/ingest/osmand")
  ResponseEntity<Object> osmand(HttpServletRequest request) {
    Map<String, String> query = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
    Optional<Device> device =
        DeviceHeader.of(request).or(() -> byParameters(query)).flatMap(devices::authenticated);
    if (device.isEmpty()) return unknown();
    return received(
        device.get(),
        Osmand.read(query),
        Osmand.vitals(query),
        claimsDedicated(query.get("kind")),
        kept -> Map.of("kept", kept),
        reason -> Map.of("kept", false, "reason", reason));
  }

  /** As Traccar Client sends it from version 9 on; the key stands in the address that is set. */
  @PostMapping(path = "/ingest/osmand", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> traccarClient(HttpServletRequest request) throws IOException {
    Optional<Map<String, Object>> message = json(request);
    if (message.isEmpty()) return malformed("JSON");
    Map<String, String> query = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
    if (message.get().get("device_id") instanceof String id) query.putIfAbsent("id", id);
    Optional<Device> device =
        DeviceHeader.of(request).or(() -> byParameters(query)).flatMap(devices::authenticated);
    if (device.isEmpty()) return unknown();
    return received(
        device.get(),
        TraccarClient.read(message.get()),
        Vitals.NONE,
        claimsDedicated(query.get("kind")),
        kept -> Map.of("kept", kept),
        reason -> Map.of("kept", false, "reason", reason));
  }

  /** A JSON object of bearable size; none if it is something else. */
  private static Optional<Map<String, Object>> json(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) return Optional.empty();
    try {
      Map<?, ?> message = Json.read(body, Map.class);
      if (message == null) return Optional.empty();
      Map<String, Object> named = new HashMap<>();
      message.forEach((name, value) -> named.put(String.valueOf(name), value));
      return Optional.of(named);
    } catch (IllegalStateException _) {
      return Optional.empty();
    }
  }

  @PostMapping("/ingest/owntracks")
  ResponseEntity<Object> ownTracks(HttpServletRequest request) throws IOException {
    Optional<Device> device = DeviceHeader.of(request).flatMap(devices::authenticated);
    if (device.isEmpty()) return unknown();
    Optional<Map<String, Object>> message = json(request);
    if (message.isEmpty()) return malformed("JSON");
    Map<String, Object> named = message.get();
    // the protocol answers with a list of messages to the device
    return received(
        device.get(),
        OwnTracks.read(named),
        Vitals.NONE,
        claimsDedicated(named.get("kind")),
        _ -> List.of(),
        reason -> List.of(Map.of("_type", "refused", "reason", reason)));
  }

  private static Optional<DeviceCredential> byParameters(Map<String, String> query) {
    String id = query.getOrDefault("id", query.getOrDefault("deviceid", ""));
    String key = query.getOrDefault("key", "");
    return id.isEmpty() || key.isEmpty()
        ? Optional.empty()
        : Optional.of(new DeviceCredential(id, key));
  }

  /** A device may say what it is; it is believed only where that admits less (M32). */
  private static boolean claimsDedicated(@Nullable Object said) {
    return said instanceof String kind && kind.toLowerCase(Locale.ROOT).equals("dedicated");
  }

  private ResponseEntity<Object> received(
      Device device,
      Reading reading,
      Vitals vitals,
      boolean claimsDedicated,
      Function<Boolean, Object> kept,
      Function<String, Object> refused) {
    if (!pace.allows(device)) return problem(HttpStatus.TOO_MANY_REQUESTS, "PACE");
    try {
      return switch (reading) {
        case Reading.Malformed(var fault) -> malformed(fault.name());
        case Reading.NoReport _ -> json(kept.apply(false));
        case Reading.Reported(_, var report) -> {
          boolean pretends = claimsDedicated && device.kind() == DeviceKind.PHONE;
          Answer answer =
              (pretends
                      ? intake.refuse(device, Answer.Refused.of(Pretence.PHONE_AS_DEDICATED))
                      : intake.take(device, report))
                  .get();
          bodies.take(device, List.of(vitals));
          yield switch (answer) {
            case Answer.Kept _ -> json(kept.apply(true));
            case Answer.Refused(var reason) ->
                ResponseEntity.accepted()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(refused.apply(reason));
          };
        }
      };
    } catch (ExecutionException _) {
      return problem(HttpStatus.SERVICE_UNAVAILABLE, "NOT_WRITTEN");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return problem(HttpStatus.SERVICE_UNAVAILABLE, "NOT_WRITTEN");
    }
  }

  /** What a device claims to be against its registration. */
  private enum Pretence {
    PHONE_AS_DEDICATED
  }

  private static ResponseEntity<Object> json(Object body) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
  }

  private static ResponseEntity<Object> unknown() {
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"device\"")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDetail.forStatus(HttpStatus.UNAUTHORIZED));
  }

  private static ResponseEntity<Object> malformed(String fault) {
    return problem(HttpStatus.BAD_REQUEST, fault);
  }

  private static ResponseEntity<Object> problem(HttpStatus status, String fault) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setProperty("fault", fault);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
