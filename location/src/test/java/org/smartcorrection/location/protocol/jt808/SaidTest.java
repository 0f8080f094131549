package org.smartcorrection.location.protocol.jt808;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.protocol.jt808.Dialect.Battery;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.location.supervision.Sign;
import org.smartcorrection.location.supervision.Signs;

class SaidTest {
  private static final int POSITIONED = 2;
  private static final int BEIDOU = 1 << 19;

  @Test
  void a_location_is_read_in_our_units() {
    RawReport report =
        located(Locations.body(0, POSITIONED | BEIDOU, 31_200_000, 104_600_000, 0x31, 1, 11));
    assertEquals(Optional.of(Instant.parse("2026-09-29T00:10:00Z")), report.fix().time());
    assertEquals(31.2, report.fix().latitude().orElseThrow(), 1e-9);
    assertEquals(104.6, report.fix().longitude().orElseThrow(), 1e-9);
    assertEquals(1, report.fix().speedMetresPerSecond().orElseThrow(), 1e-9);
    assertEquals(OptionalDouble.of(90), report.fix().courseDegrees());
    assertEquals(OptionalDouble.empty(), report.fix().accuracyMetres(), "nothing is invented");
    assertEquals(FixSource.GNSS, report.fix().source());
    assertEquals(OptionalInt.of(11), report.satellites());
    assertEquals(Signs.NONE, report.signs());
  }

  @Test
  void south_and_west_are_below_nought_and_without_a_position_there_is_none() {
    RawReport report = located(Locations.body(0, POSITIONED | 12, 31_200_000, 104_600_000));
    assertEquals(-31.2, report.fix().latitude().orElseThrow(), 1e-9);
    assertEquals(-104.6, report.fix().longitude().orElseThrow(), 1e-9);
    assertEquals(
        OptionalDouble.empty(),
        located(Locations.body(0, 0, 31_200_000, 104_600_000)).fix().latitude());
  }

  @Test
  void the_standards_bits_say_only_what_the_standard_says() {
    Signs signs = located(Locations.body((1 << 8) | (1 << 28), POSITIONED, 1, 1)).signs();
    assertTrue(signs.isNot(Sign.CHARGING));
    assertTrue(signs.is(Sign.MOVED));
    assertFalse(located(Locations.body(1 << 17, 0, 1, 1)).signs().is(Sign.CASE_OPEN));
  }

  @Test
  void a_site_declares_what_a_maker_adds_and_in_which_datum() {
    var dialect =
        new Dialect(
            Datum.GCJ_02, Map.of(17, Sign.STRAP_OPEN), Map.of(24, Sign.WORN), new Battery(0x56, 1));
    byte[] open = Locations.body(1 << 17, POSITIONED, 31_200_000, 104_600_000, 0x56, 2, 3, 28);
    RawReport report = located(open, dialect);
    assertEquals(Datum.GCJ_02, report.datum());
    assertEquals(31.2, report.fix().latitude().orElseThrow(), 1e-9);
    assertTrue(report.signs().is(Sign.STRAP_OPEN));
    assertTrue(report.signs().isNot(Sign.WORN));
    assertEquals(OptionalInt.of(28), report.fix().batteryPercent());
    Signs closed = located(Locations.body(0, POSITIONED, 1, 1), dialect).signs();
    assertTrue(closed.isNot(Sign.STRAP_OPEN), "a declared alarm that is not raised is denied");
  }

  @Test
  void a_terminal_that_never_had_a_time_has_none_and_an_impossible_one_is_named() {
    byte[] body = Locations.body(0, POSITIONED, 1, 1);
    Arrays.fill(body, 22, 28, (byte) 0);
    assertEquals(Optional.empty(), located(body).fix().time());
    body[23] = 0x13;
    assertEquals(new Said.Malformed(Fault.TIME), said(Said.LOCATION, body));
    body[23] = 0x0a;
    assertEquals(new Said.Malformed(Fault.TIME), said(Said.LOCATION, body));
  }

  @Test
  void bodies_that_are_cut_off_or_go_on_are_named() {
    byte[] body = Locations.body(0, POSITIONED, 1, 1, 0x31, 1, 11);
    for (int length : new int[] {0, 27, 29, 30}) {
      assertEquals(
          new Said.Malformed(Fault.BODY), said(Said.LOCATION, Arrays.copyOf(body, length)));
    }
    byte[] batch = Locations.batch(new Random(1));
    assertInstanceOf(Said.Located.class, said(Said.LOCATIONS, batch));
    for (int length = 0; length < batch.length; length++) {
      assertEquals(
          new Said.Malformed(Fault.BODY), said(Said.LOCATIONS, Arrays.copyOf(batch, length)));
    }
    assertEquals(
        new Said.Malformed(Fault.BODY), said(Said.AUTHENTICATION, new byte[] {9, 'a', 'b'}));
  }

  @Test
  void other_messages_are_told_apart() {
    assertEquals(new Said.Alive(), said(Said.HEARTBEAT, new byte[0]));
    assertEquals(new Said.Answered(), said(Said.ANSWER, new byte[5]));
    assertEquals(new Said.AsksRegistration(), said(Said.REGISTRATION, new byte[76]));
    assertEquals(new Said.Other(), said(0x0900, new byte[1]));
    assertFalse(new Said.Authenticates("secret").toString().contains("secret"));
  }

  private static RawReport located(byte[] body) {
    return located(body, Dialect.STANDARD);
  }

  private static RawReport located(byte[] body, Dialect dialect) {
    return assertInstanceOf(
            Said.Located.class, Said.of(new Frame(header(Said.LOCATION), body), dialect))
        .reports()
        .getFirst();
  }

  private static Said said(int message, byte[] body) {
    return Said.of(new Frame(header(message), body), Dialect.STANDARD);
  }

  private static Header header(int message) {
    return new Header(message, 1, "00000000013912344329", 7, 1, 1);
  }
}
