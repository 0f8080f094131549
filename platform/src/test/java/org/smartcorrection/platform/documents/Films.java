package org.smartcorrection.platform.documents;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Small recordings of every kind, written by their specifications. */
public final class Films {
  private Films() {}

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) out.writeBytes(part);
    return out.toByteArray();
  }

  private static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] box(String type, byte[]... content) {
    byte[] inside = joined(content);
    return joined(ByteBuffer.allocate(4).putInt(8 + inside.length).array(), ascii(type), inside);
  }

  /** An MP4 whose head comes last, as recorders write it. */
  public static byte[] mp4(Duration length) {
    return isoMedia("isom", length, new byte[2000]);
  }

  static byte[] isoMedia(String brand, Duration length, byte[] picture) {
    byte[] head =
        ByteBuffer.allocate(100).putInt(12, 1000).putInt(16, (int) length.toMillis()).array();
    return joined(
        box("ftyp", ascii(brand), new byte[4], ascii("mp41")),
        box("mdat", picture),
        box("moov", box("udta", new byte[8]), box("mvhd", head)));
  }

  static byte[] fragmented(Duration length) {
    byte[] head = ByteBuffer.allocate(100).putInt(12, 600).array();
    byte[] fragments = ByteBuffer.allocate(8).putInt(4, (int) length.toSeconds() * 600).array();
    return joined(
        box("ftyp", ascii("dash"), new byte[4]),
        box("moov", box("mvhd", head), box("mvex", box("mehd", fragments))),
        box("moof", new byte[40]));
  }

  static byte[] wideHead(Duration length) {
    byte[] head =
        ByteBuffer.allocate(112)
            .put(0, (byte) 1)
            .putInt(20, 90_000)
            .putLong(24, length.toSeconds() * 90_000)
            .array();
    return joined(box("ftyp", ascii("mp42"), new byte[4]), box("moov", box("mvhd", head)));
  }

  private static byte[] element(int id, byte[]... content) {
    byte[] inside = joined(content);
    byte[] name = ByteBuffer.allocate(4).putInt(id).array();
    int skip = Integer.numberOfLeadingZeros(id) / 8;
    var out = new ByteArrayOutputStream();
    out.write(name, skip, 4 - skip);
    out.write(0x40 | (inside.length >> 8));
    out.write(inside.length);
    out.writeBytes(inside);
    return out.toByteArray();
  }

  static byte[] matroska(String kind, Duration length) {
    byte[] info =
        element(
            0x1549A966,
            element(0x2AD7B1, new byte[] {0x0F, 0x42, 0x40}),
            element(0x4489, ByteBuffer.allocate(8).putDouble((double) length.toMillis()).array()));
    return joined(
        element(0x1A45DFA3, element(0x4286, new byte[] {1}), element(0x4282, ascii(kind))),
        new byte[] {0x18, 0x53, (byte) 0x80, 0x67, 1, -1, -1, -1, -1, -1, -1, -1},
        element(0xEC, new byte[20]),
        info,
        new byte[100]);
  }

  static byte[] wav(Duration length) {
    int bytes = (int) length.toSeconds() * 16_000;
    return ByteBuffer.allocate(44 + bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt(36 + bytes)
        .put(ascii("WAVEfmt "))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(8000)
        .putInt(16_000)
        .putShort((short) 2)
        .putShort((short) 16)
        .put(ascii("data"))
        .putInt(bytes)
        .array();
  }

  /** Layer III at 128 kbit/s and 44,100 Hz: 417 bytes a frame; the first one counts the others. */
  static byte[] mp3(int frames, boolean counted, boolean tagged) {
    var out = ByteBuffer.allocate((tagged ? 30 : 0) + 417 * 3);
    if (tagged) out.put(ascii("ID3")).put(new byte[] {4, 0, 0, 0, 0, 0, 20}).put(new byte[20]);
    for (int i = 0; i < 3; i++) {
      int at = out.position();
      out.put(new byte[] {-1, (byte) 0xFB, (byte) 0x90, 0});
      if (i == 0 && counted) {
        out.position(at + 36);
        out.put(ascii("Xing")).putInt(1).putInt(frames);
      }
      out.position(at + 417);
    }
    return out.array();
  }

  static byte[] aac() {
    var out = ByteBuffer.allocate(3 * 64);
    for (int i = 0; i < 3; i++)
      out.position(64 * i).put(new byte[] {-1, (byte) 0xF1, 0x60, 0x40, 8, 0, (byte) 0xFC});
    return out.array();
  }
}
