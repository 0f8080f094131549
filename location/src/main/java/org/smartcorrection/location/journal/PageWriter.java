package org.smartcorrection.location.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.location.supervision.Report.Sky;

/** Writes the form of {@link PageForm}. */
final class PageWriter {
  private static final int ROOM = 64;
  private static final int LONGEST_NUMBER = 10;
  private static final int SEVEN_BITS = 0x7f;

  private byte[] bytes = new byte[ROOM];
  private int size;
  private long time;
  private long latitude;
  private long longitude;

  byte[] written(Page page) {
    List<UUID> devices = new ArrayList<>();
    for (Entry entry : page.entries()) {
      if (!devices.contains(entry.device())) devices.add(entry.device());
    }
    put(PageForm.VERSION);
    count(devices.size());
    for (UUID device : devices) {
      fixed(device.getMostSignificantBits());
      fixed(device.getLeastSignificantBits());
    }
    count(page.entries().size());
    for (Entry entry : page.entries()) put(entry, devices);
    return Arrays.copyOf(bytes, size);
  }

  private void put(Entry entry, List<UUID> devices) {
    Report report = entry.report();
    int there = there(report, entry.fate());
    put((byte) there);
    put((byte) (there >> Byte.SIZE));
    long millis = report.time().toEpochMilli();
    difference(millis - time);
    time = millis;
    difference(entry.receivedAt().toEpochMilli() - millis);
    if (devices.size() > 1) count(devices.indexOf(entry.device()));
    if ((there & PageForm.SIGNS) != 0) {
      count(report.signs().said());
      count(report.signs().on());
    }
    if ((there & PageForm.BATTERY) != 0) count(report.batteryPercent().getAsInt());
    if ((there & PageForm.CLOCK) != 0) difference(report.clockAheadSeconds().getAsInt());
    report.sky().ifPresent(this::put);
    report.fix().ifPresent(this::put);
    put(entry.fate());
  }

  private static int there(Report report, Fate fate) {
    int there = 0;
    if (report.fix().isPresent()) {
      there |= PageForm.FIX;
      if (report.fix().get().speedMetresPerSecond().isPresent()) there |= PageForm.SPEED;
      if (report.fix().get().courseDegrees().isPresent()) there |= PageForm.COURSE;
    }
    if (report.sky().isPresent()) {
      if (report.sky().get().satellites().isPresent()) there |= PageForm.SATELLITES;
      if (report.sky().get().dilution().isPresent()) there |= PageForm.DILUTION;
    }
    if (report.signs().said() != 0) there |= PageForm.SIGNS;
    if (report.batteryPercent().isPresent()) there |= PageForm.BATTERY;
    if (report.clockAheadSeconds().isPresent()) there |= PageForm.CLOCK;
    return there
        | switch (fate) {
          case Fate.Weighed _ -> PageForm.WEIGHED;
          case Fate.LeftOut _ -> PageForm.LEFT_OUT;
          case Fate.Unjudged _ -> PageForm.UNJUDGED;
          case Fate.NoPosition _ -> 0;
        };
  }

  private void put(Sky sky) {
    sky.satellites().ifPresent(this::count);
    sky.dilution().ifPresent(dilution -> count(Math.round(dilution * Rounding.HUNDREDTHS)));
  }

  @SuppressWarnings("EnumOrdinal") // one byte instead of a name; the order is part of the version
  private void put(Fix fix) {
    long north = Math.round(fix.point().latitude() * Rounding.DEGREES);
    long east = Math.round(fix.point().longitude() * Rounding.DEGREES);
    difference(north - latitude);
    difference(east - longitude);
    latitude = north;
    longitude = east;
    count(Math.round(fix.accuracyMetres() * Rounding.HUNDREDTHS));
    put((byte) fix.source().ordinal());
    fix.speedMetresPerSecond().ifPresent(speed -> count(Math.round(speed * Rounding.HUNDREDTHS)));
    fix.courseDegrees().ifPresent(course -> count(Math.round(course * Rounding.HUNDREDTHS)));
  }

  @SuppressWarnings("EnumOrdinal") // as above
  private void put(Fate fate) {
    switch (fate) {
      case Fate.Weighed(double outside) -> difference(Math.round(outside * PageForm.DECIMETRES));
      case Fate.LeftOut(var reason) -> put((byte) reason.ordinal());
      case Fate.Unjudged _, Fate.NoPosition _ -> {}
    }
  }

  private void put(byte value) {
    room(1);
    bytes[size++] = value;
  }

  private void fixed(long value) {
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      put((byte) (value >>> shift));
    }
  }

  private void difference(long value) {
    count((value << 1) ^ (value >> (Long.SIZE - 1)));
  }

  private void count(long value) {
    room(LONGEST_NUMBER);
    long left = value;
    while ((left & ~SEVEN_BITS) != 0) {
      bytes[size++] = (byte) (left | ~SEVEN_BITS);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  private void room(int more) {
    if (size + more > bytes.length) bytes = Arrays.copyOf(bytes, bytes.length * 2);
  }
}
