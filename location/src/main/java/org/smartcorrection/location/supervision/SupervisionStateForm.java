package org.smartcorrection.location.supervision;

import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.LeftOutFix;
import org.smartcorrection.location.LeftOutReason;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.UsedFix;
import org.smartcorrection.location.Wgs84Point;

/**
 * The serial form of a {@link SupervisionState}, version 1: big-endian, fields in order, a byte
 * before each optional one, enums by position. Any change of it is a new version.
 */
final class SupervisionStateForm {
  private static final byte VERSION = 1;
  private static final int LARGEST = 16_384;
  private static final int LONGEST_ID = 200;

  private final ByteBuffer bytes;

  private SupervisionStateForm(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  static byte[] write(SupervisionState state) {
    var form = new SupervisionStateForm(ByteBuffer.allocate(LARGEST));
    try {
      form.put(state);
    } catch (BufferOverflowException e) {
      throw new IllegalStateException("a state is below 16 KB", e);
    }
    var written = new byte[form.bytes.position()];
    form.bytes.flip().get(written);
    return written;
  }

  static SupervisionState read(byte[] written) {
    var form = new SupervisionStateForm(ByteBuffer.wrap(written));
    try {
      SupervisionState state = form.state();
      if (form.bytes.hasRemaining()) throw damaged();
      return state;
    } catch (BufferUnderflowException | DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("a supervision state is damaged", e);
    }
  }

  private static IllegalArgumentException damaged() {
    return new IllegalArgumentException("a supervision state is damaged or of another version");
  }

  private void put(SupervisionState state) {
    bytes.put(VERSION);
    put(state.clock, this::put);
    put(state.horizon, this::put);
    put(state.last, this::put);
    put(state.used, this::put);
    put(state.before, this::put);
    put(state.earlier, this::put);
    put(state.network, this::put);
    put(state.jump, this::put);
    put(state.abrupt, this::put);
    bytes.put((byte) state.jumps);
    put(state.permitted);
    bytes.put((byte) state.zones.size());
    for (Zoned zone : state.zones) {
      put(zone.kind());
      byte[] id = zone.zone().getBytes(StandardCharsets.UTF_8);
      bytes.put((byte) id.length).put(id);
      put(zone.crossing());
    }
    for (@Nullable Held held : state.held) put(held, this::put);
    bytes.putDouble(state.usualGap).putLong(state.toleratedUntil);
    bytes.put((byte) state.prints.length);
    for (int print : state.prints) bytes.putInt(print);
    bytes.put((byte) state.printed).putInt(state.lastPrints);
    bytes.put((byte) state.matched).put((byte) state.smooth).putShort((short) state.separatedBy);
  }

  private SupervisionState state() {
    if (bytes.get() != VERSION) throw damaged();
    var draft = new Draft(SupervisionState.start(), SupervisionRules.standard(), Draft.NO_TERMS);
    draft.clock = optional(this::time);
    draft.horizon = optional(this::time);
    draft.last = optional(this::seen);
    draft.used = optional(this::seen);
    draft.before = optional(this::seen);
    draft.earlier = optional(this::seen);
    draft.network = optional(this::seen);
    draft.jump = optional(this::seen);
    draft.abrupt = optional(this::time);
    draft.jumps = bytes.get();
    draft.permitted = crossing();
    int zones = count(Grounds.MOST_ZONES);
    var watched = new ArrayList<Zoned>(zones);
    for (int i = 0; i < zones; i++) watched.add(zoned());
    draft.zones = List.copyOf(watched);
    for (Condition condition : Condition.values()) draft.set(condition, optional(this::held));
    draft.usualGap = bytes.getDouble();
    draft.toleratedUntil = bytes.getLong();
    draft.prints = new int[count(SupervisionState.PRINTS)];
    for (int i = 0; i < draft.prints.length; i++) draft.prints[i] = bytes.getInt();
    draft.printed = count(SupervisionState.PRINTS);
    draft.lastPrints = bytes.getInt();
    draft.matched = bytes.get();
    draft.smooth = bytes.get();
    draft.separatedBy = bytes.getShort();
    return draft.state();
  }

  private <T> void put(@Nullable T value, Consumer<T> put) {
    bytes.put((byte) (value == null ? 0 : 1));
    if (value != null) put.accept(value);
  }

  private <T> @Nullable T optional(Supplier<T> read) {
    return switch (bytes.get()) {
      case 0 -> null;
      case 1 -> read.get();
      default -> throw damaged();
    };
  }

  @SuppressWarnings("EnumOrdinal") // one byte instead of a name; the order is part of the version
  private void put(Enum<?> constant) {
    bytes.put((byte) constant.ordinal());
  }

  private <E> E constant(E[] constants) {
    return constants[count(constants.length - 1)];
  }

  private int count(int most) {
    int count = bytes.get();
    if (count < 0 || count > most) throw damaged();
    return count;
  }

  private void put(Instant time) {
    bytes.putLong(time.getEpochSecond()).putInt(time.getNano());
  }

  private Instant time() {
    return Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
  }

  private void put(Wgs84Point point) {
    bytes.putDouble(point.latitude()).putDouble(point.longitude());
  }

  private Wgs84Point point() {
    return new Wgs84Point(bytes.getDouble(), bytes.getDouble());
  }

  private void put(Seen seen) {
    put(seen.time());
    put(seen.point());
    bytes.putDouble(seen.sigmaMetres());
    put(seen.source());
  }

  private Seen seen() {
    return new Seen(time(), point(), bytes.getDouble(), constant(FixSource.values()));
  }

  private void put(Held held) {
    put(held.since());
    bytes.putShort((short) held.times()).put((byte) (held.counts() ? 1 : 0));
    bytes.put((byte) held.contrary());
  }

  private Held held() {
    return new Held(time(), bytes.getShort(), bytes.get() == 1, bytes.get());
  }

  private void put(Crossing crossing) {
    put(crossing.side());
    put(crossing.since(), this::put);
    put(crossing.severity(), this::put);
    bytes.put((byte) ((crossing.told() ? 1 : 0) | (crossing.fresh() ? 2 : 0)));
    put(crossing.settled(), this::put);
    bytes.put((byte) crossing.evidence().size());
    for (UsedFix fix : crossing.evidence()) {
      put(fix.time());
      put(fix.point());
      bytes.putDouble(fix.accuracyMetres());
      put(fix.source());
      bytes.putDouble(fix.metresOutside()).putDouble(fix.probabilityOutside());
    }
    bytes.put((byte) crossing.leftOut().size());
    for (LeftOutFix fix : crossing.leftOut()) {
      put(fix.time());
      put(fix.point());
      bytes.putDouble(fix.accuracyMetres());
      put(fix.source());
      put(fix.reason());
    }
  }

  private Crossing crossing() {
    Crossing.Side side = constant(Crossing.Side.values());
    @Nullable Instant since = optional(this::time);
    @Nullable Severity severity = optional(() -> constant(Severity.values()));
    if ((side == Crossing.Side.WRONG) != (since != null && severity != null)) throw damaged();
    int flags = count(3);
    @Nullable Wgs84Point settled = optional(this::point);
    int used = count(Crossing.MOST_EVIDENCE);
    var evidence = new ArrayList<UsedFix>(used);
    for (int i = 0; i < used; i++) {
      evidence.add(
          new UsedFix(
              time(),
              point(),
              bytes.getDouble(),
              constant(FixSource.values()),
              bytes.getDouble(),
              bytes.getDouble()));
    }
    int left = count(Crossing.MOST_LEFT_OUT);
    var leftOut = new ArrayList<LeftOutFix>(left);
    for (int i = 0; i < left; i++) {
      leftOut.add(
          new LeftOutFix(
              time(),
              point(),
              bytes.getDouble(),
              constant(FixSource.values()),
              constant(LeftOutReason.values())));
    }
    return new Crossing(
        side, since, severity, (flags & 1) != 0, (flags & 2) != 0, settled, evidence, leftOut);
  }

  private Zoned zoned() {
    Kind kind = constant(Kind.values());
    byte[] id = new byte[count(LONGEST_ID)];
    bytes.get(id);
    return new Zoned(kind, new String(id, StandardCharsets.UTF_8), crossing());
  }
}
