package org.smartcorrection.platform.paper;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A small font with the characters of one paper, to be embedded into it. Every character has a
 * glyph of its own, even where the large font draws two alike, such as 一 and the radical ⼀: whoever
 * copies text out of the paper gets the very characters that were written.
 */
final class FontSubset {
  private static final int COMPOSITE_WORDS = 0x0001;
  private static final int COMPOSITE_SCALE = 0x0008;
  private static final int COMPOSITE_MORE = 0x0020;
  private static final int COMPOSITE_TWO_SCALES = 0x0040;
  private static final int COMPOSITE_MATRIX = 0x0080;
  private static final int CHECKSUM = 0xb1b0afba;

  private final PaperFont font;
  // the glyphs of the large font, in the order of the small one
  private final List<Integer> sources = new ArrayList<>();
  private final Map<Integer, Integer> components = new HashMap<>();
  private final NavigableMap<Integer, Integer> places = new TreeMap<>();

  private FontSubset(PaperFont font, NavigableSet<Integer> points) {
    this.font = font;
    sources.add(0);
    for (int point : points) {
      places.put(point, sources.size());
      sources.add(font.glyph(point));
    }
  }

  /** The file with these characters. */
  static byte[] of(PaperFont font, NavigableSet<Integer> points) {
    return new FontSubset(font, points).file();
  }

  private byte[] file() {
    var outlines = new ByteArrayOutputStream();
    var offsets = new ArrayList<Integer>();
    for (int at = 0; at < sources.size(); at++) {
      offsets.add(outlines.size());
      outlines.writeBytes(withOwnComponents(font.outline(sources.get(at))));
      while (outlines.size() % 4 != 0) outlines.write(0);
    }
    offsets.add(outlines.size());
    ByteBuffer loca = ByteBuffer.allocate(4 * offsets.size());
    offsets.forEach(loca::putInt);
    ByteBuffer hmtx = ByteBuffer.allocate(4 * sources.size());
    for (int glyph : sources)
      hmtx.putShort((short) font.advance(glyph)).putShort(font.bearing(glyph));
    var tables = new TreeMap<String, byte[]>();
    tables.put("OS/2", bytes(font.table("OS/2")));
    tables.put("cmap", characters());
    tables.put("glyf", outlines.toByteArray());
    tables.put("head", head());
    tables.put("hhea", changed("hhea", 34, sources.size()));
    tables.put("hmtx", hmtx.array());
    tables.put("loca", loca.array());
    tables.put("maxp", changed("maxp", 4, sources.size()));
    tables.put("name", bytes(font.table("name")));
    // format 3: no names of glyphs
    tables.put("post", ByteBuffer.allocate(32).putInt(0x0003_0000).array());
    return assembled(tables);
  }

  /** A composite glyph names others by number: those follow after the characters. */
  private byte[] withOwnComponents(byte[] outline) {
    ByteBuffer glyph = ByteBuffer.wrap(outline);
    if (outline.length == 0 || glyph.getShort(0) >= 0) return outline;
    int at = 10;
    int flags;
    do {
      flags = glyph.getShort(at);
      int place =
          components.computeIfAbsent(
              glyph.getShort(at + 2) & 0xffff,
              component -> {
                sources.add(component);
                return sources.size() - 1;
              });
      glyph.putShort(at + 2, (short) place);
      at += (flags & COMPOSITE_WORDS) != 0 ? 8 : 6;
      if ((flags & COMPOSITE_SCALE) != 0) at += 2;
      else if ((flags & COMPOSITE_TWO_SCALES) != 0) at += 4;
      else if ((flags & COMPOSITE_MATRIX) != 0) at += 8;
    } while ((flags & COMPOSITE_MORE) != 0);
    return outline;
  }

  private byte[] characters() {
    int groups = places.size();
    ByteBuffer cmap = ByteBuffer.allocate(12 + 16 + 12 * groups);
    // version, one subtable: Windows, all of Unicode
    cmap.putShort((short) 0).putShort((short) 1);
    cmap.putShort((short) 3).putShort((short) 10).putInt(12);
    cmap.putShort((short) 12).putShort((short) 0).putInt(16 + 12 * groups).putInt(0).putInt(groups);
    places.forEach((point, glyph) -> cmap.putInt(point).putInt(point).putInt(glyph));
    return cmap.array();
  }

  private byte[] head() {
    ByteBuffer head = ByteBuffer.wrap(changed("head", 50, 1));
    return head.putInt(8, 0).array();
  }

  private byte[] changed(String tag, int at, int value) {
    return ByteBuffer.wrap(bytes(font.table(tag))).putShort(at, (short) value).array();
  }

  private static byte[] bytes(ByteBuffer table) {
    byte[] bytes = new byte[table.capacity()];
    table.get(0, bytes);
    return bytes;
  }

  private static byte[] assembled(NavigableMap<String, byte[]> tables) {
    int count = tables.size();
    int power = Integer.highestOneBit(count);
    int size = 12 + 16 * count;
    for (byte[] table : tables.values()) size += padded(table.length);
    ByteBuffer file = ByteBuffer.allocate(size);
    file.putInt(0x0001_0000).putShort((short) count).putShort((short) (16 * power));
    file.putShort((short) Integer.numberOfTrailingZeros(power));
    file.putShort((short) (16 * (count - power)));
    // from the back: a reader takes a short table at the very end for one that was cut off
    int at = size;
    var places = new TreeMap<String, Integer>();
    for (var table : tables.entrySet()) {
      at -= padded(table.getValue().length);
      places.put(table.getKey(), at);
      file.put(at, table.getValue());
    }
    for (var table : tables.entrySet()) {
      int length = table.getValue().length;
      int place = Objects.requireNonNull(places.get(table.getKey()));
      file.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
      file.putInt(sum(file, place, padded(length))).putInt(place).putInt(length);
    }
    int head = Objects.requireNonNull(places.get("head"));
    file.putInt(head + 8, CHECKSUM - sum(file, 0, size));
    return file.array();
  }

  private static int padded(int length) {
    return (length + 3) & ~3;
  }

  private static int sum(ByteBuffer file, int from, int length) {
    int sum = 0;
    for (int at = from; at < from + length; at += 4) sum += file.getInt(at);
    return sum;
  }
}
