package org.smartcorrection.platform.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OneTimeCodesTests {
  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);
  private final OneTimeCodes codes = new OneTimeCodes();

  @Test
  void codes_are_those_of_rfc_6238() {
    assertEquals("287082", codes.code(SECRET, Instant.ofEpochSecond(59)));
    assertEquals("081804", codes.code(SECRET, Instant.ofEpochSecond(1111111109)));
    assertEquals("005924", codes.code(SECRET, Instant.ofEpochSecond(1234567890)));
    assertEquals("279037", codes.code(SECRET, Instant.ofEpochSecond(2000000000)));
  }

  @Test
  void a_clock_half_a_minute_off_is_forgiven_and_a_whole_one_is_not() {
    Instant now = Instant.ofEpochSecond(1111111109);
    assertEquals(OptionalLong.of(now.getEpochSecond() / 30), codes.step(SECRET, "081804", now));
    assertTrue(codes.step(SECRET, "081804", now.plusSeconds(30)).isPresent());
    assertTrue(codes.step(SECRET, "081804", now.minusSeconds(30)).isPresent());
    assertTrue(codes.step(SECRET, "081804", now.plusSeconds(61)).isEmpty());
  }

  @Test
  void anything_else_is_wrong() {
    Instant now = Instant.ofEpochSecond(1111111109);
    for (String code : new String[] {"", "081805", "81804", "0818040", "０８１８０４"})
      assertTrue(codes.step(SECRET, code, now).isEmpty(), code);
  }
}
