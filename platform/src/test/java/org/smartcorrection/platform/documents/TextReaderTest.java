package org.smartcorrection.platform.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.paper.Paper;
import org.smartcorrection.platform.paper.Part;
import org.smartcorrection.platform.paper.Print;
import org.smartcorrection.platform.paper.Stamp;

/** What files of strangers do to their reader, and what they do not do to the platform. */
class TextReaderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long FUZZED = Duration.ofSeconds(3).toNanos();

  private static Print print() {
    var parts =
        List.of(
            Part.of(Part.Kind.AGENCY, "青山区社区矫正机构"),
            Part.of(Part.Kind.TITLE, "社区矫正方案"),
            Part.of(Part.Kind.NUMBER, "（2026）青矫方字第12号"),
            Part.of(Part.Kind.TEXT, "每周报告一次，参加村里的农技培训。".repeat(30)),
            Part.of(Part.Kind.SIGNED, "青山区社区矫正机构", "工作人员", "2026年3月2日"));
    return new Print(
        new Paper("plan", "zh-CN", parts), new Stamp(null, null, "", List.of()), Instant.EPOCH);
  }

  @Test
  void text_and_pages_of_pdf_and_ofd_are_read_in_any_language() throws Exception {
    Print print = print();
    try (var reader = new TextReader(PATIENCE)) {
      PlainText pdf = reader.read(ReadingProgram.PDF, print.pdf());
      PlainText ofd = reader.read(ReadingProgram.OFD, print.ofd());
      for (PlainText read : List.of(pdf, ofd)) {
        assertEquals(Reading.State.READ, read.state());
        assertEquals(print.pages(), read.pages());
        // whatever line it was set in: a line ends in the middle of a word
        assertEquals(30, read.text().split("农技培训", -1).length - 1);
      }
      PlainText latin = reader.read(ReadingProgram.PDF, Pdfs.of(List.of("first", "", "third")));
      assertEquals(3, latin.pages());
      assertTrue(latin.text().contains("first") && latin.text().contains("third"));
    }
  }

  @Test
  void what_cannot_be_read_says_why() throws Exception {
    try (var reader = new TextReader(PATIENCE)) {
      assertEquals(
          PlainText.without(Reading.State.NO_TEXT, 2),
          reader.read(ReadingProgram.PDF, Pdfs.of(List.of("", ""))));
      assertEquals(
          PlainText.without(Reading.State.LOCKED, null),
          reader.read(ReadingProgram.PDF, Pdfs.locked("geheim")));
      byte[] nothing = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
      for (int kind : List.of(ReadingProgram.PDF, ReadingProgram.OFD))
        assertEquals(Reading.State.BROKEN, reader.read(kind, nothing).state());
      byte[] bomb = Pdfs.bomb(600);
      assertTrue(bomb.length < 1 << 20);
      assertEquals(Reading.State.TOO_MUCH, reader.read(ReadingProgram.PDF, bomb).state());
      // its process is gone, and the next file gets another
      assertEquals(1, reader.read(ReadingProgram.PDF, Pdfs.of(List.of("good"))).pages());
    }
    try (var reader = new TextReader(Duration.ofMillis(1))) {
      assertEquals(
          Reading.State.TOO_MUCH,
          reader.read(ReadingProgram.PDF, Pdfs.of(List.of("too slow"))).state());
    }
  }

  @Test
  void mutated_files_are_answered_and_the_next_good_one_is_read() throws Exception {
    long seed = System.nanoTime();
    var random = new Random(seed);
    byte[][] seeds = {
      print().pdf(), Pdfs.of(List.of("one", "two")), print().ofd(), Pdfs.locked("x")
    };
    var states = new EnumMap<Reading.State, Integer>(Reading.State.class);
    long end = System.nanoTime() + FUZZED;
    try (var reader = new TextReader(Duration.ofSeconds(5))) {
      while (System.nanoTime() < end) {
        int which = random.nextInt(seeds.length);
        byte[] mutated = mutated(seeds[which], random);
        states.merge(read(reader, which, mutated, seed).state(), 1, Integer::sum);
      }
      assertEquals(
          Reading.State.READ, read(reader, 1, seeds[1], seed).state(), () -> "seed " + seed);
    }
    assertTrue(states.values().stream().mapToInt(Integer::intValue).sum() > 50, states::toString);
  }

  private static PlainText read(TextReader reader, int which, byte[] bytes, long seed) {
    try {
      return reader.read(which == 2 ? ReadingProgram.OFD : ReadingProgram.PDF, bytes);
    } catch (IOException e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    for (int i = random.nextInt(1, 40); i > 0; i--)
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    if (random.nextInt(4) == 0) bytes = Arrays.copyOf(bytes, random.nextInt(1, bytes.length));
    if (random.nextInt(4) == 0) {
      int from = random.nextInt(bytes.length);
      int to = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - Math.max(from, to), 500);
      System.arraycopy(bytes, from, bytes, to, length);
    }
    return bytes;
  }
}
