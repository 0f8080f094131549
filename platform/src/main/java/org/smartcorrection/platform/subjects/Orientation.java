package org.smartcorrection.platform.subjects;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as the tag 0x0112 of a JPEG's Exif segment says it (CIPA DC-008): without
 * it a portrait from a phone lies on its side.
 */
enum Orientation {
  UPRIGHT,
  MIRRORED,
  UPSIDE_DOWN,
  UPSIDE_DOWN_MIRRORED,
  LEFT_MIRRORED,
  LEFT,
  RIGHT_MIRRORED,
  RIGHT;

  private static final int TAG = 0x0112;
  private static final int EXIF = 0xFFE1;
  private static final int SCAN = 0xFFDA;
  private static final int HEADER = 6;
  private static final int ENTRY = 12;

  /** Reads it; whatever cannot be read is upright. */
  static Orientation of(byte[] jpeg) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(jpeg);
      if ((bytes.getShort(0) & 0xFFFF) != 0xFFD8) return UPRIGHT;
      int at = 2;
      while (at + 4 < jpeg.length) {
        int marker = bytes.getShort(at) & 0xFFFF;
        int length = bytes.getShort(at + 2) & 0xFFFF;
        if (marker == SCAN || marker < 0xFF00) return UPRIGHT;
        if (marker == EXIF && bytes.getInt(at + 4) == 0x45786966)
          return exif(bytes.slice(at + 4 + HEADER, length - 2 - HEADER));
        at += 2 + length;
      }
      return UPRIGHT;
    } catch (IndexOutOfBoundsException _) {
      return UPRIGHT;
    }
  }

  private static Orientation exif(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY;
      if ((tiff.getShort(entry) & 0xFFFF) != TAG) continue;
      int value = tiff.getShort(entry + 8) & 0xFFFF;
      return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
    }
    return UPRIGHT;
  }

  /** Whether width and height change places. */
  boolean turnsAcross() {
    return switch (this) {
      case UPRIGHT, MIRRORED, UPSIDE_DOWN, UPSIDE_DOWN_MIRRORED -> false;
      case LEFT_MIRRORED, LEFT, RIGHT_MIRRORED, RIGHT -> true;
    };
  }

  /** What sets a picture of this size upright, with its corner at the origin. */
  AffineTransform upright(int width, int height) {
    return switch (this) {
      case UPRIGHT -> new AffineTransform();
      case MIRRORED -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, width, height);
      case UPSIDE_DOWN_MIRRORED -> new AffineTransform(1, 0, 0, -1, 0, height);
      case LEFT_MIRRORED -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case LEFT -> new AffineTransform(0, 1, -1, 0, height, 0);
      case RIGHT_MIRRORED -> new AffineTransform(0, -1, -1, 0, height, width);
      case RIGHT -> new AffineTransform(0, -1, 1, 0, 0, width);
    };
  }
}
