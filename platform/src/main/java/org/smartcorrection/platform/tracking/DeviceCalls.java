package org.smartcorrection.platform.tracking;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.protocol.Osmand;
import org.smartcorrection.location.protocol.OwnTracks;
import org.smartcorrection.location.protocol.Reading;
import org.smartcorrection.location.protocol.Traccar;
import org.smartcorrection.location.protocol.TraccarClient;
import org.smartcorrection.location.protocol.Vitals;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.tracking.line.Call;
import org.smartcorrection.platform.tracking.line.Calls;
import org.smartcorrection.platform.tracking.line.Reply;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What devices say by HTTP, one message a call. A protocol is transport only: who speaks is proved
 * by the credential, what the device is in law stands in its registration, and whether a position
 * may be kept is the gate's to say. A refused position is answered as received, with the reason,
 * because a device would send it again for ever otherwise; nothing of it is kept.
 */
@Component
class DeviceCalls implements Calls {
  static final String OSMAND = "/ingest/osmand";
  static final String OWN_TRACKS = "/ingest/owntracks";
  static final String TRACCAR = "/ingest/traccar";

  /** Where Traccar Client and its like send at a port that is theirs alone. */
  private static final String ROOT = "/";

  private static final String KIND = "kind";

  private final Devices devices;
  private final Intake intake;
  private final Bodies bodies;
  private final Pace pace;
  private final TraccarServer server;

  DeviceCalls(Devices devices, Intake intake, Bodies bodies, Pace pace, TraccarServer server) {
    this.devices = devices;
    this.intake = intake;
    this.bodies = bodies;
    this.pace = pace;
    this.server = server;
  }

  @Override
  public boolean isKnown(Call call) {
    return credential(call, Map.of()).filter(devices::isKnown).isPresent();
  }

  @Override
  public CompletableFuture<Reply> answer(Call call, byte[] body) throws InterruptedException {
    return switch (call.path()) {
      case ROOT, OSMAND -> call.json() ? traccarClient(call, body) : osmand(call);
      case OWN_TRACKS -> ownTracks(call, body);
      case TRACCAR -> traccar(call, body);
      default -> now(Reply.problem(HttpStatus.NOT_FOUND.value(), Map.of()));
    };
  }

  private CompletableFuture<Reply> osmand(Call call) throws InterruptedException {
    Optional<Device> device = device(call, Map.of());
    if (device.isEmpty()) return now(Reply.unknown());
    return received(
        device.get(),
        Osmand.read(call.parameters()),
        Osmand.vitals(call.parameters()),
        call.parameters().get(KIND),
        Manner.OSMAND);
  }

  /** As Traccar Client sends it from version 9 on; the key stands in the address that is set. */
  private CompletableFuture<Reply> traccarClient(Call call, byte[] body)
      throws InterruptedException {
    Optional<Map<String, Object>> message = object(body);
    if (message.isEmpty()) return now(unreadable(body));
    Optional<Device> device = device(call, message.get());
    if (device.isEmpty()) return now(Reply.unknown());
    return received(
        device.get(),
        TraccarClient.read(message.get()),
        Vitals.NONE,
        call.parameters().get(KIND),
        Manner.OSMAND);
  }

  private CompletableFuture<Reply> ownTracks(Call call, byte[] body) throws InterruptedException {
    Optional<Device> device = call.header().flatMap(devices::authenticated);
    if (device.isEmpty()) return now(Reply.unknown());
    Optional<Map<String, Object>> message = object(body);
    if (message.isEmpty()) return now(unreadable(body));
    return received(
        device.get(),
        OwnTracks.read(message.get()),
        Vitals.NONE,
        message.get().get(KIND),
        Manner.OWN_TRACKS);
  }

  /**
   * A position or event that a Traccar server forwards with the credential in the address or header
   * that is set for it ({@code forward.url}, {@code forward.header}): its own, and then each
   * terminal is the device that was registered by its name; or that of one device, and then only
   * the terminal that is named first is this device.
   */
  private CompletableFuture<Reply> traccar(Call call, byte[] body) throws InterruptedException {
    Optional<DeviceCredential> said = credential(call, Map.of());
    boolean forAll = said.filter(server::is).isPresent();
    Optional<Device> device = forAll ? Optional.empty() : said.flatMap(devices::authenticated);
    if (!forAll && device.isEmpty()) return now(Reply.unknown());
    Optional<Map<String, Object>> message = object(body);
    if (message.isEmpty()) return now(unreadable(body));
    Reading reading = Traccar.read(message.get());
    if (forAll) {
      if (!(reading instanceof Reading.Reported(var named, _))) return unsaid(reading);
      device = named.flatMap(devices::named);
      if (device.isEmpty())
        return now(
            Reply.problem(HttpStatus.NOT_FOUND.value(), Map.of("fault", "UNKNOWN_TERMINAL")));
    }
    return received(
        device.orElseThrow(), reading, Traccar.vitals(message.get()), null, Manner.TRACCAR);
  }

  /** Of nobody, as it says nothing. */
  private static CompletableFuture<Reply> unsaid(Reading reading) {
    return now(
        reading instanceof Reading.Malformed(var fault)
            ? malformed(fault.name())
            : Manner.TRACCAR.nothing());
  }

  private CompletableFuture<Reply> received(
      Device device, Reading reading, Vitals vitals, @Nullable Object claimed, Manner manner)
      throws InterruptedException {
    if (!pace.allows(device))
      return now(Reply.problem(HttpStatus.TOO_MANY_REQUESTS.value(), Map.of("fault", "PACE")));
    return switch (reading) {
      case Reading.Malformed(var fault) -> now(malformed(fault.name()));
      case Reading.NoReport _ -> now(manner.nothing());
      case Reading.Reported(var named, var report) -> {
        Optional<Pretence> pretence = pretence(device, manner, named, claimed);
        CompletableFuture<Answer> answer =
            pretence.isPresent()
                ? intake.refuse(device, Answer.Refused.of(pretence.get()))
                : intake.take(device, report);
        Vitals own = pretence.equals(Optional.of(Pretence.OTHER_DEVICE)) ? Vitals.NONE : vitals;
        yield answer
            .thenCombine(
                bodies.take(device, List.of(own)), (made, _) -> manner.answer(reading, made))
            .exceptionally(_ -> Reply.notWritten());
      }
    };
  }

  private Optional<Pretence> pretence(
      Device device, Manner manner, Optional<String> named, @Nullable Object claimed) {
    if (manner == Manner.TRACCAR && named.isPresent() && !devices.isOf(device, named.get()))
      return Optional.of(Pretence.OTHER_DEVICE);
    // a device may say what it is; it is believed only where that admits less (M32)
    return claimsDedicated(claimed) && device.kind() == DeviceKind.PHONE
        ? Optional.of(Pretence.PHONE_AS_DEDICATED)
        : Optional.empty();
  }

  private Optional<Device> device(Call call, Map<String, Object> message) {
    return credential(call, message).flatMap(devices::authenticated);
  }

  private static Optional<DeviceCredential> credential(Call call, Map<String, Object> message) {
    if (call.header().isPresent()) return call.header();
    Map<String, String> said = call.parameters();
    String id = said.getOrDefault("id", said.getOrDefault("deviceid", ""));
    if (id.isEmpty() && message.get("device_id") instanceof String named) id = named;
    String key = said.getOrDefault("key", "");
    return id.isEmpty() || key.isEmpty()
        ? Optional.empty()
        : Optional.of(new DeviceCredential(id, key));
  }

  private static boolean claimsDedicated(@Nullable Object said) {
    return said instanceof String kind && kind.toLowerCase(Locale.ROOT).equals("dedicated");
  }

  /** A JSON object of bearable size; none if it is something else. */
  private static Optional<Map<String, Object>> object(byte[] body) {
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

  private static Reply unreadable(byte[] body) {
    return malformed(body.length > LARGEST ? Reading.Fault.TOO_LARGE.name() : "JSON");
  }

  private static Reply malformed(String fault) {
    return Reply.problem(HttpStatus.BAD_REQUEST.value(), Map.of("fault", fault));
  }

  private static CompletableFuture<Reply> now(Reply reply) {
    return CompletableFuture.completedFuture(reply);
  }

  /** What a device claims to be against its registration. */
  private enum Pretence {
    PHONE_AS_DEDICATED,
    OTHER_DEVICE
  }
}
