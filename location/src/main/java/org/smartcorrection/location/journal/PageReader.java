package org.smartcorrection.location.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.LeftOutReason;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.location.supervision.Report.Sky;
import org.smartcorrection.location.supervision.Signs;

/** Reads the form of {@link PageForm}, and no other bytes. */
final class PageReader {
  private static final FixSource[] SOURCES = FixSource.values();
  private static final LeftOutReason[] REASONS = LeftOutReason.values();

  private final ByteBuffer bytes;
  private long time;
  private long latitude;
  private long longitude;

  PageReader(byte[] written) {
    bytes = ByteBuffer.wrap(written);
  }

  Page page() {
    try {
      if (bytes.get() != PageForm.VERSION) throw damaged();
      var devices = new ArrayList<UUID>();
      int many = count(Page.MOST);
      for (int i = 0; i < many; i++) devices.add(new UUID(bytes.getLong(), bytes.getLong()));
      int size = count(Page.MOST);
      if (many == 0) throw damaged();
      var entries = new ArrayList<Entry>(size);
      for (int i = 0; i < size; i++) entries.add(entry(devices));
      if (bytes.hasRemaining()) throw damaged();
      return new Page(entries);
    } catch (BufferUnderflowException | DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("a page of a journal is damaged", e);
    }
  }

  private static IllegalArgumentException damaged() {
    return new IllegalArgumentException("a page of a journal is damaged or of another version");
  }

  private Entry entry(List<UUID> devices) {
    int there = Byte.toUnsignedInt(bytes.get()) | Byte.toUnsignedInt(bytes.get()) << Byte.SIZE;
    if ((there & ~PageForm.ALL) != 0) throw damaged();
    time = Math.addExact(time, difference());
    var at = Instant.ofEpochMilli(time);
    Instant received = Instant.ofEpochMilli(Math.addExact(time, difference()));
    UUID device = devices.get(devices.size() > 1 ? count(devices.size() - 1) : 0);
    Signs signs =
        isThere(there, PageForm.SIGNS)
            ? new Signs(count(Integer.MAX_VALUE), count(Integer.MAX_VALUE))
            : Signs.NONE;
    OptionalInt battery =
        isThere(there, PageForm.BATTERY) ? OptionalInt.of(count(100)) : OptionalInt.empty();
    OptionalInt ahead =
        isThere(there, PageForm.CLOCK)
            ? OptionalInt.of(Math.toIntExact(difference()))
            : OptionalInt.empty();
    Optional<Sky> sky =
        isThere(there, PageForm.SATELLITES | PageForm.DILUTION)
            ? Optional.of(sky(there))
            : Optional.empty();
    Optional<Fix> fix =
        isThere(there, PageForm.FIX) ? Optional.of(fix(there, at, battery)) : Optional.empty();
    return new Entry(
        new Report(at, fix, sky, signs, battery, ahead), device, received, fate(there));
  }

  private Sky sky(int there) {
    return new Sky(
        isThere(there, PageForm.SATELLITES)
            ? OptionalInt.of(count(Integer.MAX_VALUE))
            : OptionalInt.empty(),
        isThere(there, PageForm.DILUTION)
            ? OptionalDouble.of(hundredths())
            : OptionalDouble.empty());
  }

  private Fix fix(int there, Instant at, OptionalInt battery) {
    latitude = Math.addExact(latitude, difference());
    longitude = Math.addExact(longitude, difference());
    return new Fix(
        at,
        new Wgs84Point(latitude / Rounding.DEGREES, longitude / Rounding.DEGREES),
        hundredths(),
        SOURCES[index(SOURCES.length)],
        isThere(there, PageForm.SPEED) ? OptionalDouble.of(hundredths()) : OptionalDouble.empty(),
        isThere(there, PageForm.COURSE) ? OptionalDouble.of(hundredths()) : OptionalDouble.empty(),
        battery);
  }

  private Fate fate(int there) {
    return switch (there & (PageForm.WEIGHED | PageForm.LEFT_OUT | PageForm.UNJUDGED)) {
      case PageForm.WEIGHED -> new Fate.Weighed(difference() / PageForm.DECIMETRES);
      case PageForm.LEFT_OUT -> new Fate.LeftOut(REASONS[index(REASONS.length)]);
      case PageForm.UNJUDGED -> new Fate.Unjudged();
      case 0 -> new Fate.NoPosition();
      default -> throw damaged();
    };
  }

  private static boolean isThere(int there, int what) {
    return (there & what) != 0;
  }

  private int index(int size) {
    int index = bytes.get();
    if (index < 0 || index >= size) throw damaged();
    return index;
  }

  private double hundredths() {
    return count(Integer.MAX_VALUE) / Rounding.HUNDREDTHS;
  }

  private int count(int most) {
    long value = number();
    if (value < 0 || value > most) throw damaged();
    return (int) value;
  }

  private long difference() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  private long number() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = bytes.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        // one number has one form
        if (next == 0 && shift > 0) throw damaged();
        return value;
      }
    }
    throw damaged();
  }
}
