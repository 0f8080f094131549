package org.smartcorrection.platform.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The font of papers, read where it lies: a TrueType file (ISO/IEC 14496-22) with all the
 * characters that names and places need. Read once; safe for several threads.
 */
final class PaperFont {
  /** 〓, the printers' mark for a character that the case lacks. */
  static final int MISSING = 0x3013;

  private static final String FILE = "/paper/NotoSerifSC_400Regular.ttf";

  private static final class Holder {
    static final PaperFont FONT = new PaperFont(read());
  }

  private final ByteBuffer file;
  private final Map<String, ByteBuffer> tables = new HashMap<>();
  private final Map<Integer, Integer> glyphs = new HashMap<>();
  private final int metrics;
  private final int longOffsets;

  private PaperFont(byte[] bytes) {
    file = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    int count = file.getShort(4);
    for (int at = 12; at < 12 + 16 * count; at += 16) {
      byte[] tag = new byte[4];
      file.get(at, tag);
      int length = file.getInt(at + 12);
      tables.put(
          new String(tag, StandardCharsets.US_ASCII), file.slice(file.getInt(at + 8), length));
    }
    metrics = table("hhea").getShort(34) & 0xffff;
    longOffsets = table("head").getShort(50);
    readCharacters();
  }

  static PaperFont get() {
    return Holder.FONT;
  }

  private static byte[] read() {
    try (var in = PaperFont.class.getResourceAsStream(FILE)) {
      return Objects.requireNonNull(in, FILE).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the font of papers cannot be read", e);
    }
  }

  /** The characters of the subtable for all of Unicode (format 12). */
  private void readCharacters() {
    ByteBuffer cmap = table("cmap");
    for (int at = 4; at < 4 + 8 * cmap.getShort(2); at += 8) {
      int start = cmap.getInt(at + 4);
      if (cmap.getShort(start) != 12) continue;
      for (int group = 0; group < cmap.getInt(start + 12); group++) {
        int first = cmap.getInt(start + 16 + 12 * group);
        int last = cmap.getInt(start + 20 + 12 * group);
        int glyph = cmap.getInt(start + 24 + 12 * group);
        for (int point = first; point <= last; point++) glyphs.put(point, glyph + point - first);
      }
    }
    if (!glyphs.containsKey(MISSING)) throw new IllegalStateException("not the font of papers");
  }

  ByteBuffer table(String tag) {
    return Objects.requireNonNull(tables.get(tag), tag);
  }

  boolean has(int point) {
    return glyphs.getOrDefault(point, 0) != 0;
  }

  /** The glyph of a character; that of 〓 when the font lacks it. */
  int glyph(int point) {
    int glyph = glyphs.getOrDefault(point, 0);
    return glyph != 0 ? glyph : Objects.requireNonNull(glyphs.get(MISSING));
  }

  /** How far a glyph moves on, in units. */
  int advance(int glyph) {
    return table("hmtx").getShort(4 * Math.min(glyph, metrics - 1)) & 0xffff;
  }

  /** The space on the glyph's left, in units. */
  short bearing(int glyph) {
    int at = glyph < metrics ? 4 * glyph + 2 : 4 * metrics + 2 * (glyph - metrics);
    return table("hmtx").getShort(at);
  }

  /** The outline of a glyph as the file has it. */
  byte[] outline(int glyph) {
    int from = offset(glyph);
    byte[] outline = new byte[offset(glyph + 1) - from];
    table("glyf").get(from, outline);
    return outline;
  }

  private int offset(int glyph) {
    ByteBuffer loca = table("loca");
    return longOffsets == 1 ? loca.getInt(4 * glyph) : 2 * (loca.getShort(2 * glyph) & 0xffff);
  }

  /** Units in an em. */
  int em() {
    return table("head").getShort(18) & 0xffff;
  }

  /** The width of a text set in this size, in the unit of the size. */
  double width(String text, double size) {
    return text.codePoints().mapToLong(point -> advance(glyph(point))).sum() * size / em();
  }
}
