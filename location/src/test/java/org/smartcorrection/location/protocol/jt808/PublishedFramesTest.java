package org.smartcorrection.location.protocol.jt808;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.supervision.RawReport;

/** Frames that others published with what they say, so that we do not only understand ourselves. */
class PublishedFramesTest {

  /** The documentation of SmallChi/JT808: a location of a terminal of 2013, with escapes. */
  @Test
  void a_location_of_2013() {
    Frame frame =
        Wire.of(
                "7E 02 00 00 26 12 34 56 78 90 12 00 7D 02 00 00 00 01 00 00 00 02 00 BA 7F 0E 07"
                    + "E4 F1 1C 00 28 00 3C 00 00 18 10 15 10 10 10 01 04 00 00 00 64 02 02 00 7D"
                    + "01 13 7E")
            .only();
    assertEquals(new Header(Said.LOCATION, 0, "123456789012", 126, 1, 1), frame.header());
    RawReport report = located(frame).getFirst();
    assertEquals(12.222222, report.fix().latitude().orElseThrow(), 1e-9);
    assertEquals(132.444444, report.fix().longitude().orElseThrow(), 1e-9);
    assertEquals(6 / 3.6, report.fix().speedMetresPerSecond().orElseThrow(), 1e-9);
    assertEquals(Optional.of(Instant.parse("2018-10-15T02:10:10Z")), report.fix().time());
  }

  /** The samples of xtream-codec: a location of 2019 in the south. */
  @Test
  void a_location_of_2019() {
    Frame frame =
        Wire.of(
                "7e02004026010000000001391234432900000000006f0000001601dc9a0707456246007b004200032501"
                    + "292233440202006401040000000c417e")
            .only();
    assertEquals(new Header(Said.LOCATION, 1, "00000000013912344329", 0, 1, 1), frame.header());
    RawReport report = located(frame).getFirst();
    assertEquals(-31.234567, report.fix().latitude().orElseThrow(), 1e-9);
    assertEquals(121.987654, report.fix().longitude().orElseThrow(), 1e-9);
    assertEquals(OptionalDouble.of(3), report.fix().courseDegrees());
    assertEquals(Optional.of(Instant.parse("2025-01-29T14:33:44Z")), report.fix().time());
  }

  /** The samples of xtream-codec: two stored locations, both without a position found. */
  @Test
  void a_batch_of_2019() {
    List<RawReport> reports =
        located(
            Wire.of(
                    "7e0704403f01000000000139123443290000000200001c000000010000000101d907f2073d336c"
                        + "029a00210059241029213903001c000000010000000101d907f3073d336d0309004300"
                        + "5a241029213903f87e")
                .only());
    assertEquals(2, reports.size());
    assertEquals(OptionalDouble.empty(), reports.getFirst().fix().latitude());
    assertEquals(
        Optional.of(Instant.parse("2024-10-29T13:39:03Z")), reports.getLast().fix().time());
  }

  /** The tests of go-jt808: authentications of 2013 and of 2019, and our answers to them. */
  @Test
  void authentications_and_their_answers() {
    Frame of2013 = Wire.of("7e0102000b01234567890100003137323939383431373338b57e").only();
    Frame of2019 =
        Wire.of(
                "7e0102402f010000000001729984173800000b31373239393834313733383132333435363738393031"
                    + "32333435332e372e31350000000000000000000000000000227e")
            .only();
    var code = new Said.Authenticates("17299841738");
    assertEquals(code, Said.of(of2013, Dialect.STANDARD));
    assertEquals(code, Said.of(of2019, Dialect.STANDARD));
    var answers = new FrameWriter();
    answers.answer(of2013.header(), FrameWriter.Result.FAILED);
    assertArrayEquals(
        HexFormat.of().parseHex("7e80010005012345678901000000000102010e7e"), answers.take());
  }

  private static List<RawReport> located(Frame frame) {
    return assertInstanceOf(Said.Located.class, Said.of(frame, Dialect.STANDARD)).reports();
  }
}
