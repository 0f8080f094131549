package org.smartcorrection.location;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.smartcorrection.location.TrackState.Jump;
import org.smartcorrection.location.TrackState.Place;
import org.smartcorrection.location.TrackState.Presence;

/**
 * The serial form of a {@link TrackState}, version 1: big-endian, fields in the order of the
 * record, a byte before each optional one, enums by position. Any change of it is a new version.
 */
final class TrackStateForm {
  private static final byte VERSION = 1;
  private static final int LARGEST = 1024;

  private final ByteBuffer bytes;

  private TrackStateForm(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  static byte[] write(TrackState state) {
    var form = new TrackStateForm(ByteBuffer.allocate(LARGEST));
    form.bytes.put(VERSION);
    form.putOptional(state.last(), form::put);
    form.putOptional(state.lastUsed(), form::put);
    form.putOptional(state.jump(), form::put);
    form.putOptional(state.settled(), form::put);
    form.put(state.presence());
    form.bytes.put((byte) state.evidence().size());
    state.evidence().forEach(form::put);
    form.bytes.put((byte) state.leftOut().size());
    state.leftOut().forEach(form::put);
    var written = new byte[form.bytes.position()];
    form.bytes.flip().get(written);
    return written;
  }

  static TrackState read(byte[] bytes) {
    var form = new TrackStateForm(ByteBuffer.wrap(bytes));
    try {
      if (form.bytes.get() != VERSION) {
        throw new IllegalArgumentException("track state of another version");
      }
      var state =
          new TrackState(
              form.optional(form::place),
              form.optional(form::place),
              form.optional(() -> new Jump(form.place(), form.bytes.getInt())),
              form.optional(form::point),
              form.presence(),
              form.list(TrackState.MOST_EVIDENCE, form::usedFix),
              form.list(TrackState.MOST_LEFT_OUT, form::leftOutFix));
      if (form.bytes.hasRemaining()) throw new IllegalArgumentException("track state is too long");
      return state;
    } catch (BufferUnderflowException | DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("track state is damaged", e);
    }
  }

  private <T> void putOptional(Optional<T> value, Consumer<T> put) {
    bytes.put((byte) (value.isPresent() ? 1 : 0));
    value.ifPresent(put);
  }

  private void put(Instant time) {
    bytes.putLong(time.getEpochSecond()).putInt(time.getNano());
  }

  private void put(Wgs84Point point) {
    bytes.putDouble(point.latitude()).putDouble(point.longitude());
  }

  private void put(Place place) {
    put(place.time());
    put(place.point());
    bytes.putDouble(place.accuracyMetres());
  }

  private void put(Jump jump) {
    put(jump.place());
    bytes.putInt(jump.times());
  }

  private void put(Presence presence) {
    switch (presence) {
      case Presence.NotKnown _ -> bytes.put((byte) 0);
      case Presence.Inside _ -> bytes.put((byte) 1);
      case Presence.Outside outside -> {
        bytes.put((byte) 2);
        put(outside.since());
        put(outside.severity());
      }
    }
  }

  private void put(JudgedFix fix) {
    put(fix.time());
    put(fix.point());
    bytes.putDouble(fix.accuracyMetres());
    put(fix.source());
    switch (fix) {
      case UsedFix used ->
          bytes.putDouble(used.metresOutside()).putDouble(used.probabilityOutside());
      case LeftOutFix leftOut -> put(leftOut.reason());
    }
  }

  @SuppressWarnings("EnumOrdinal") // one byte instead of a name; the order is part of the version
  private void put(Enum<?> constant) {
    bytes.put((byte) constant.ordinal());
  }

  private <T> Optional<T> optional(Supplier<T> read) {
    return switch (bytes.get()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(read.get());
      default -> throw new IllegalArgumentException("track state is damaged");
    };
  }

  private <T> List<T> list(int most, Supplier<T> read) {
    int size = bytes.get();
    if (size < 0 || size > most) throw new IllegalArgumentException("track state is damaged");
    var list = new ArrayList<T>(size);
    for (int i = 0; i < size; i++) list.add(read.get());
    return list;
  }

  private <E> E constant(E[] constants) {
    int position = bytes.get();
    if (position < 0 || position >= constants.length) {
      throw new IllegalArgumentException("track state is damaged");
    }
    return constants[position];
  }

  private Instant time() {
    return Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
  }

  private Wgs84Point point() {
    return new Wgs84Point(bytes.getDouble(), bytes.getDouble());
  }

  private Place place() {
    return new Place(time(), point(), bytes.getDouble());
  }

  private Presence presence() {
    return switch (bytes.get()) {
      case 0 -> new Presence.NotKnown();
      case 1 -> new Presence.Inside();
      case 2 -> new Presence.Outside(time(), constant(Severity.values()));
      default -> throw new IllegalArgumentException("track state is damaged");
    };
  }

  private UsedFix usedFix() {
    return new UsedFix(
        time(),
        point(),
        bytes.getDouble(),
        constant(FixSource.values()),
        bytes.getDouble(),
        bytes.getDouble());
  }

  private LeftOutFix leftOutFix() {
    return new LeftOutFix(
        time(),
        point(),
        bytes.getDouble(),
        constant(FixSource.values()),
        constant(LeftOutReason.values()));
  }
}
