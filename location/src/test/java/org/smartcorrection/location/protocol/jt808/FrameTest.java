package org.smartcorrection.location.protocol.jt808;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static final long SEED = 808;

  @Test
  void whatever_is_written_is_read_however_the_stream_is_cut() {
    var random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      var writer = new FrameWriter();
      var written = new ArrayList<Frame>();
      for (int i = random.nextInt(1, 6); i > 0; i--) {
        byte[] body = new byte[random.nextInt(100) == 0 ? 1023 : random.nextInt(80)];
        random.nextBytes(body);
        var frame = new Frame(header(random), body);
        writer.write(frame.header(), body);
        written.add(frame);
      }
      var wire = new Wire();
      byte[] stream = writer.take();
      for (int at = 0; at < stream.length; ) {
        int until = Math.min(stream.length, at + random.nextInt(1, 300));
        wire.send(Arrays.copyOfRange(stream, at, until));
        at = until;
      }
      assertEquals(List.of(), wire.faults, "seed " + SEED);
      assertEquals(written.size(), wire.frames.size());
      for (int i = 0; i < written.size(); i++) {
        assertEquals(written.get(i).header(), wire.frames.get(i).header());
        assertArrayEquals(written.get(i).body(), wire.frames.get(i).body());
      }
    }
  }

  @Test
  void one_mark_may_end_a_frame_and_begin_the_next() {
    byte[] two = heartbeats(2);
    byte[] shared = new byte[two.length - 1];
    int half = two.length / 2;
    System.arraycopy(two, 0, shared, 0, half);
    System.arraycopy(two, half + 1, shared, half, two.length - half - 1);
    var wire = new Wire();
    wire.send(shared);
    assertEquals(2, wire.frames.size());
    assertEquals(List.of(), wire.faults);
  }

  @Test
  void what_is_broken_is_named_and_the_next_frame_is_read() {
    assertEquals(1, Wire.of(framed("0002 0000 013912344329 0000")).frames.size());
    assertBroken(Fault.CHECK_CODE, "7e 0002 0000 013912344329 0000 00 7e");
    assertBroken(Fault.ESCAPE, "7e 0002 7d03 7e");
    assertBroken(Fault.ESCAPE, "7e 0002 7d 7e");
    assertBroken(Fault.HEADER, framed("0002"));
    assertBroken(Fault.HEADER, framed("0002 0000 0b3912344329 0000"));
    assertBroken(Fault.LENGTH, framed("0002 0001 013912344329 0000"));
    assertBroken(Fault.ENCRYPTED, framed("0002 0400 013912344329 0000"));
    assertBroken(Fault.PART, framed("0002 2000 013912344329 0000 0000 0000"));
    assertBroken(Fault.PART, framed("0002 2000 013912344329 0000 0001 0002"));
    assertBroken(Fault.NO_FRAME, "0002 0000");
    assertBroken(Fault.TOO_LONG, "7e" + "00".repeat(5_000) + "7e");
  }

  private static String framed(String hex) {
    int check = 0;
    for (byte value : HexFormat.of().parseHex(hex.replace(" ", ""))) check ^= value & 0xff;
    return "7e" + hex + HexFormat.of().toHexDigits((byte) check) + "7e";
  }

  private static void assertBroken(Fault fault, String hex) {
    Wire wire = Wire.of(hex);
    wire.send(heartbeats(1));
    assertEquals(List.of(fault), wire.faults);
    assertEquals(1, wire.frames.size(), "the next one is read");
  }

  @Test
  void the_parts_of_a_long_message_are_put_together_in_their_order_only() {
    var parts = new Parts();
    assertEquals(Optional.empty(), parts.add(part(1, 3, 10)));
    assertEquals(Optional.empty(), parts.add(part(2, 3, 11)));
    Frame whole = parts.add(part(3, 3, 12)).orElseThrow();
    assertArrayEquals(new byte[] {10, 11, 12}, whole.body());
    parts.add(part(1, 3, 10));
    assertEquals(Optional.empty(), parts.add(part(3, 3, 12)));
    assertEquals(Optional.empty(), parts.add(part(2, 3, 11)));
    for (int i = 1; i < 65_535; i++) {
      assertEquals(Optional.empty(), parts.add(part(i, 65_535, 0)), "never that many");
    }
  }

  @Test
  void nothing_that_a_terminal_can_send_makes_it_throw() {
    var random = new Random(SEED);
    int understood = 0;
    for (int i = 0; i < 300_000; i++) {
      byte[] stream = random.nextInt(3) == 0 ? noise(random) : mutated(random);
      var wire = new Wire();
      wire.send(stream);
      var parts = new Parts();
      for (Frame frame : wire.frames) {
        Said said = parts.add(frame).map(whole -> Said.of(whole, Dialect.STANDARD)).orElse(null);
        if (said != null && !(said instanceof Said.Malformed)) understood++;
        assertNotNull(Said.of(frame, Dialect.STANDARD), "seed " + SEED);
      }
    }
    assertTrue(understood > 1_000, "the mutations reach the bodies");
  }

  /** A valid frame around a body that was changed, or a frame changed as a whole. */
  private static byte[] mutated(Random random) {
    byte[] body = random.nextBoolean() ? Locations.body(random) : Locations.batch(random);
    var header = header(random);
    boolean inside = random.nextBoolean();
    if (inside) change(body, random);
    var writer = new FrameWriter();
    int message = Locations.KINDS.get(random.nextInt(Locations.KINDS.size()));
    int length = inside ? random.nextInt(body.length + 1) : body.length;
    writer.write(
        new Header(
            message,
            header.version(),
            header.terminal(),
            header.serial(),
            header.parts(),
            header.part()),
        Arrays.copyOf(body, random.nextBoolean() ? body.length : length));
    byte[] stream = writer.take();
    if (!inside) change(stream, random);
    return stream;
  }

  private static void change(byte[] bytes, Random random) {
    for (int n = random.nextInt(4); n > 0; n--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
  }

  private static byte[] noise(Random random) {
    byte[] noise = new byte[random.nextInt(200)];
    random.nextBytes(noise);
    for (int i = 0; i < noise.length; i++) if (random.nextInt(12) == 0) noise[i] = 0x7e;
    return noise;
  }

  private static byte[] heartbeats(int count) {
    var writer = new FrameWriter();
    for (int i = 0; i < count; i++) {
      writer.write(new Header(Said.HEARTBEAT, 0, "013912344329", 0, 1, 1), new byte[0]);
    }
    return writer.take();
  }

  private static Frame part(int part, int parts, int value) {
    return new Frame(
        new Header(Said.LOCATIONS, 1, "00000000013912344329", part, parts, part),
        new byte[] {(byte) value});
  }

  private static Header header(Random random) {
    boolean since2019 = random.nextBoolean();
    int parts = random.nextInt(3) == 0 ? random.nextInt(2, 65_536) : 1;
    var terminal = new StringBuilder();
    for (int i = since2019 ? 20 : 12; i > 0; i--) terminal.append(random.nextInt(10));
    return new Header(
        random.nextInt(65_536),
        since2019 ? random.nextInt(1, 256) : 0,
        terminal.toString(),
        random.nextInt(65_536),
        parts,
        parts == 1 ? 1 : random.nextInt(1, parts + 1));
  }
}
