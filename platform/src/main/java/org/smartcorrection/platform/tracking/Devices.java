package org.smartcorrection.platform.tracking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Uuids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The devices that may speak to the platform, each with a credential of its own. */
@Repository
public class Devices {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] NOBODY = digest("");

  private final JdbcClient jdbc;
  private final Clock clock;
  private final DeviceData data;
  private final ConcurrentHashMap<UUID, Known> known = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<UUID, byte[]> terminals = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, UUID> named = new ConcurrentHashMap<>();

  /** A device with what its key must digest to, and the digest of its terminal's name. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record Known(Device device, byte[] digest, byte @Nullable [] terminal) {}

  Devices(JdbcClient jdbc, Clock clock, DeviceData data) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.data = data;
  }

  /**
   * Registers a device for a person.
   *
   * @param kind {@code DEDICATED} only for a dedicated anti-tamper device (M32)
   */
  public DeviceCredential register(PersonId person, DeviceKind kind) {
    return register(person, kind, "");
  }

  /**
   * Registers a device that the site's Traccar server forwards as well.
   *
   * @param terminal as it is called there; empty if it is not
   * @throws DuplicateKeyException if another device that is carried has this name
   */
  DeviceCredential register(PersonId person, DeviceKind kind, String terminal) {
    boolean named = !terminal.isEmpty();
    UUID id = Uuids.next(clock);
    byte[] raw = new byte[24];
    RANDOM.nextBytes(raw);
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    jdbc.sql(
            """
            insert into tracking.devices (id, kind, person, digest, registered_at, terminal, by_name)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                id,
                kind.name(),
                person.value(),
                digest(key),
                clock.instant().atOffset(ZoneOffset.UTC),
                named ? digest(terminal) : null,
                named))
        .update();
    return new DeviceCredential(id.toString(), key);
  }

  /** A device that was handed back speaks no longer. */
  public void retire(UUID id) {
    jdbc.sql("update tracking.devices set retired_at = ? where id = ? and retired_at is null")
        .params(clock.instant().atOffset(ZoneOffset.UTC), id)
        .update();
    known.remove(id);
  }

  /** No device of this person speaks any longer; {@link #forget} once that is committed. */
  void retireAll(PersonId person) {
    jdbc.sql("update tracking.devices set retired_at = ? where person = ? and retired_at is null")
        .params(clock.instant().atOffset(ZoneOffset.UTC), person.value())
        .update();
  }

  /** Asks the database again about each device of this person. */
  void forget(PersonId person) {
    known.values().removeIf(device -> device.device().person().equals(person));
  }

  /** The devices a person carries now. */
  public List<Device> of(PersonId person) {
    return jdbc.sql(
            "select * from tracking.devices where person = ? and retired_at is null order by id")
        .param(person.value())
        .query((row, _) -> device(row))
        .list();
  }

  /** The dedicated devices that a person carries or carried: what they stored can be read out. */
  List<Device> dedicated(PersonId person) {
    return jdbc.sql(
            """
            select * from tracking.devices where person = ? and kind = 'DEDICATED'
            order by registered_at desc
            """)
        .param(person.value())
        .query((row, _) -> device(row))
        .list();
  }

  /** The dedicated device that a person carried at an instant, the latest of several. */
  public Optional<Device> carried(PersonId person, Instant at) {
    OffsetDateTime when = at.atOffset(ZoneOffset.UTC);
    return jdbc.sql(
            """
            select * from tracking.devices
            where person = ? and kind = 'DEDICATED' and registered_at <= ?
              and (retired_at is null or retired_at > ?)
            order by registered_at desc limit 1
            """)
        .params(person.value(), when, when)
        .query((row, _) -> device(row))
        .optional();
  }

  /** The device behind a credential; empty when there is none or the key is another. */
  Optional<Device> authenticated(DeviceCredential credential) {
    Optional<Known> found = id(credential.id()).flatMap(this::find);
    byte[] expected = found.map(Known::digest).orElse(NOBODY);
    // compared even when nobody was found: the time of the answer tells nothing
    boolean right = MessageDigest.isEqual(expected, digest(credential.key()));
    return found.filter(_ -> right).map(Known::device);
  }

  /**
   * Whether a server that forwards names the terminal whose messages came first with this device's
   * credential. Whoever registers the device anew gives the credential to another terminal.
   */
  boolean isOf(Device device, String terminal) {
    byte[] said = digest(terminal);
    byte[] first = terminals.computeIfAbsent(device.id(), id -> first(id, said));
    return MessageDigest.isEqual(first, said);
  }

  private byte[] first(UUID id, byte[] said) {
    return jdbc.sql(
            """
            update tracking.devices set terminal = coalesce(terminal, ?) where id = ?
            returning terminal
            """)
        .params(said, id)
        .query((row, _) -> row.getBytes("terminal"))
        .single();
  }

  /** The device that is carried and was registered by the name of its terminal. */
  Optional<Device> named(String terminal) {
    byte[] digest = digest(terminal);
    String name = HexFormat.of().formatHex(digest);
    UUID before = named.get(name);
    Optional<Device> device = Optional.ofNullable(before).flatMap(this::find).map(Known::device);
    if (device.isPresent()) return device;
    // nobody has it, or another device has it by now
    named.remove(name);
    Optional<UUID> now = identified(digest);
    now.ifPresent(id -> named.put(name, id));
    return now.flatMap(this::find).map(Known::device);
  }

  /** Those of a person's devices that were registered by the name of their terminal. */
  Set<UUID> named(PersonId person) {
    return Set.copyOf(
        jdbc.sql(
                """
                select id from tracking.devices where person = ? and by_name and retired_at is null
                """)
            .param(person.value())
            .query((row, _) -> row.getObject("id", UUID.class))
            .list());
  }

  private Optional<UUID> identified(byte[] terminal) {
    return jdbc.sql(
            """
            select id from tracking.devices
            where terminal = ? and by_name and retired_at is null
            """)
        .param(terminal)
        .query(UUID.class)
        .optional();
  }

  /** Whether it is known without asking the database whose identifier this is. */
  boolean isKnown(DeviceCredential credential) {
    return id(credential.id()).filter(known::containsKey).isPresent();
  }

  /** Whether a device that proved itself earlier still speaks. */
  boolean speaks(Device device) {
    return find(device.id()).isPresent();
  }

  /** Of many who ask for one device at once, one asks the database and the others wait for it. */
  private Optional<Known> find(UUID id) {
    Known cached = known.get(id);
    return Optional.ofNullable(cached != null ? cached : known.computeIfAbsent(id, this::read));
  }

  /** With its datum, so that nobody who hears a known device waits for the database. */
  private @Nullable Known read(UUID id) {
    Optional<Known> found =
        jdbc.sql("select * from tracking.devices where id = ? and retired_at is null")
            .param(id)
            .query(
                (row, _) ->
                    new Known(device(row), row.getBytes("digest"), row.getBytes("terminal")))
            .optional();
    if (found.isEmpty()) return null;
    data.of(found.get().device());
    byte[] terminal = found.get().terminal();
    if (terminal != null) terminals.put(id, terminal);
    return found.get();
  }

  private static Device device(ResultSet row) throws SQLException {
    return new Device(
        row.getObject("id", UUID.class),
        DeviceKind.valueOf(row.getString("kind")),
        new PersonId(row.getObject("person", UUID.class)));
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Of what is secret, or of what a terminal is called. */
  static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
