package org.smartcorrection.platform.tracking;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.JudgedFix;
import org.smartcorrection.location.LeftOutFix;
import org.smartcorrection.location.LeftOutReason;
import org.smartcorrection.location.UsedFix;
import org.smartcorrection.location.Wgs84Point;

/**
 * The serial form of a position, version 1: big-endian, NaN and -1 for what the device did not say,
 * enums by position, whose order is part of the version.
 */
final class PositionForm {
  private static final byte VERSION = 1;
  private static final int BYTES = 1 + 12 + 5 * 8 + 1 + 1 + 1 + 2 * 8;
  private static final byte NOT_JUDGED = 0;
  private static final byte USED = 1;
  private static final byte LEFT_OUT = 2;

  private PositionForm() {}

  // seconds and nanoseconds are both written, one after the other
  @SuppressWarnings({
    "EnumOrdinal",
    "JavaInstantGetSecondsGetNano"
  }) // one byte instead of a name; the order is part of the version
  static byte[] write(Position position) {
    Fix fix = position.fix();
    var bytes = ByteBuffer.allocate(BYTES);
    bytes.put(VERSION).putLong(fix.time().getEpochSecond()).putInt(fix.time().getNano());
    bytes.putDouble(fix.point().latitude()).putDouble(fix.point().longitude());
    bytes.putDouble(fix.accuracyMetres());
    bytes.putDouble(fix.speedMetresPerSecond().orElse(Double.NaN));
    bytes.putDouble(fix.courseDegrees().orElse(Double.NaN));
    bytes.put((byte) fix.source().ordinal()).put((byte) fix.batteryPercent().orElse(-1));
    switch (position.judged().orElse(null)) {
      case null -> bytes.put(NOT_JUDGED);
      case UsedFix used ->
          bytes.put(USED).putDouble(used.metresOutside()).putDouble(used.probabilityOutside());
      case LeftOutFix left -> bytes.put(LEFT_OUT).put((byte) left.reason().ordinal());
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /**
   * Reads {@link #write}'s form back, exactly.
   *
   * @throws IllegalArgumentException when the bytes are of another version or damaged
   */
  static Position read(byte[] written) {
    var bytes = ByteBuffer.wrap(written);
    try {
      if (bytes.get() != VERSION)
        throw new IllegalArgumentException("a position of another version");
      var time = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
      var point = new Wgs84Point(bytes.getDouble(), bytes.getDouble());
      double accuracy = bytes.getDouble();
      OptionalDouble speed = optional(bytes.getDouble());
      OptionalDouble course = optional(bytes.getDouble());
      FixSource source = constant(FixSource.values(), bytes.get());
      byte battery = bytes.get();
      var fix =
          new Fix(
              time,
              point,
              accuracy,
              source,
              speed,
              course,
              battery < 0 ? OptionalInt.empty() : OptionalInt.of(battery));
      return new Position(fix, judged(bytes, fix));
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a position is damaged", e);
    }
  }

  private static Optional<JudgedFix> judged(ByteBuffer bytes, Fix fix) {
    return switch (bytes.get()) {
      case NOT_JUDGED -> Optional.empty();
      case USED ->
          Optional.of(
              new UsedFix(
                  fix.time(),
                  fix.point(),
                  fix.accuracyMetres(),
                  fix.source(),
                  bytes.getDouble(),
                  bytes.getDouble()));
      case LEFT_OUT ->
          Optional.of(
              new LeftOutFix(
                  fix.time(),
                  fix.point(),
                  fix.accuracyMetres(),
                  fix.source(),
                  constant(LeftOutReason.values(), bytes.get())));
      default -> throw new IllegalArgumentException("a position is damaged");
    };
  }

  private static OptionalDouble optional(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static <E> E constant(E[] constants, byte at) {
    if (at < 0 || at >= constants.length)
      throw new IllegalArgumentException("a position is damaged");
    return constants[at];
  }
}
