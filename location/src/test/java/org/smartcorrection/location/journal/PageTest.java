package org.smartcorrection.location.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.LeftOutReason;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.location.supervision.Sign;
import org.smartcorrection.location.supervision.Signs;

class PageTest {
  private static final Instant START = Instant.parse("2026-10-01T03:04:05.678901Z");
  private static final List<UUID> DEVICES =
      List.of(new UUID(1, 2), new UUID(-3, Long.MAX_VALUE), new UUID(0, 0));

  @Test
  void a_page_is_read_back_exactly() {
    var random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      Page page = page(random, 1 + random.nextInt(40));
      byte[] written = page.encode();
      Page read = Page.decode(written);
      assertEquals(page, read);
      assertTrue(Arrays.equals(written, read.encode()));
    }
  }

  @Test
  void rounding_twice_changes_nothing() {
    var random = new Random(8);
    for (int round = 0; round < 20_000; round++) {
      Report once = Rounding.of(report(random, START.plusMillis(round)));
      assertEquals(once, Rounding.of(once));
    }
  }

  @Test
  void rounding_moves_nobody_further_than_a_centimetre() {
    var random = new Random(9);
    for (int round = 0; round < 20_000; round++) {
      Report raw = report(random, START);
      Report rounded = Rounding.of(raw);
      raw.fix()
          .ifPresent(
              fix ->
                  assertTrue(
                      fix.point().metresTo(rounded.fix().orElseThrow().point()) < 0.011,
                      () -> fix.toString()));
    }
  }

  @Test
  void a_minute_of_an_ordinary_device_takes_about_twenty_bytes() {
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < 60; i++) {
      Instant time = START.plusSeconds(60L * i);
      var fix =
          new Fix(
              time,
              new Wgs84Point(31.15 + i * 0.0003, 104.55 - i * 0.0002),
              8.4,
              FixSource.GNSS,
              OptionalDouble.of(1.3),
              OptionalDouble.of(213),
              OptionalInt.of(80));
      entries.add(entry(Rounding.of(Report.of(fix)), DEVICES.getFirst(), new Fate.Weighed(-812.3)));
    }
    assertTrue(new Page(entries).encode().length / 60 <= 24);
  }

  @Test
  void whatever_the_bytes_nothing_but_a_page_or_a_refusal_comes_of_them() {
    var random = new Random(10);
    int refused = 0;
    for (int round = 0; round < 200_000; round++) {
      byte[] bytes = page(random, 1 + random.nextInt(3)).encode();
      for (int change = random.nextInt(3); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      if (random.nextInt(4) == 0) bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
      try {
        Page read = Page.decode(bytes);
        assertTrue(read.entries().size() <= Page.MOST);
      } catch (IllegalArgumentException _) {
        refused++;
      }
    }
    assertTrue(refused > 50_000);
  }

  @Test
  void another_version_is_not_guessed() {
    byte[] bytes = page(new Random(11), 2).encode();
    bytes[0]++;
    assertThrows(IllegalArgumentException.class, () -> Page.decode(bytes));
  }

  @Test
  void a_page_is_in_order() {
    Entry entry =
        entry(Report.of(fix(new Random(1), START)), DEVICES.getFirst(), new Fate.Unjudged());
    Entry before =
        entry(
            Report.of(fix(new Random(1), START.minusMillis(1))),
            DEVICES.getFirst(),
            new Fate.Unjudged());
    assertThrows(IllegalArgumentException.class, () -> new Page(List.of(entry, before)));
    assertThrows(IllegalArgumentException.class, () -> new Page(List.of()));
  }

  private static Page page(Random random, int size) {
    var entries = new ArrayList<Entry>();
    Instant time = START.minusSeconds(random.nextInt(1_000_000));
    for (int i = 0; i < size; i++) {
      time = time.plusMillis(random.nextInt(3) == 0 ? 0 : random.nextInt(3_600_000));
      Report report = Rounding.of(report(random, time));
      entries.add(entry(report, DEVICES.get(random.nextInt(DEVICES.size())), fate(random, report)));
    }
    return new Page(entries);
  }

  private static Entry entry(Report report, UUID device, Fate fate) {
    return new Entry(report, device, Rounding.of(report.time().plusMillis(4_321)), fate);
  }

  private static Fate fate(Random random, Report report) {
    if (report.fix().isEmpty()) return new Fate.NoPosition();
    return switch (random.nextInt(3)) {
      case 0 -> new Fate.Unjudged();
      case 1 -> new Fate.LeftOut(any(random, LeftOutReason.values()));
      default -> new Fate.Weighed((random.nextInt(2_000_000) - 1_000_000) / 10.0);
    };
  }

  private static Report report(Random random, Instant time) {
    Signs signs = Signs.NONE;
    for (Sign sign : Sign.values()) {
      if (random.nextInt(3) == 0) signs = signs.with(sign, random.nextBoolean());
    }
    return new Report(
        time,
        random.nextInt(5) == 0 ? Optional.empty() : Optional.of(fix(random, time)),
        random.nextBoolean() ? Optional.empty() : Optional.of(sky(random)),
        signs,
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(101)),
        random.nextBoolean()
            ? OptionalInt.empty()
            : OptionalInt.of(random.nextInt(2_000_000) - 1_000_000));
  }

  private static Report.Sky sky(Random random) {
    int satellites = random.nextInt(40);
    double dilution = 0.1 + random.nextDouble() * 30;
    return switch (random.nextInt(3)) {
      case 0 -> new Report.Sky(OptionalInt.of(satellites), OptionalDouble.empty());
      case 1 -> new Report.Sky(OptionalInt.empty(), OptionalDouble.of(dilution));
      default -> Report.Sky.of(satellites, dilution);
    };
  }

  private static Fix fix(Random random, Instant time) {
    return new Fix(
        time,
        new Wgs84Point(random.nextDouble(-90, 90), random.nextDouble(-180, 180)),
        0.001 + random.nextDouble() * 3_000,
        any(random, FixSource.values()),
        random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble() * 90),
        random.nextBoolean()
            ? OptionalDouble.empty()
            : OptionalDouble.of(random.nextDouble() * 360),
        OptionalInt.empty());
  }

  private static <E> E any(Random random, E[] constants) {
    return constants[random.nextInt(constants.length)];
  }
}
