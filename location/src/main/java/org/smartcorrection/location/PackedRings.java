package org.smartcorrection.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Polygons in few bytes, from which they come back the same to the last bit: of the thousand zones
 * of a person most are never looked into, and a drawing's corners, which have seven decimals at
 * most, are each a short way from the one before.
 *
 * <p>Numbers are little-endian in groups of seven bits. Each ring says its size, doubled, plus 1 if
 * its corners are full doubles; otherwise they are differences in 1e-7 degrees, latitude first.
 */
final class PackedRings {
  private static final double STEPS = 1e7; // a degree
  private static final int SEVEN_BITS = 0x7f;
  private static final int MORE = 0x80;
  private static final int ROOM = 64;

  private byte[] bytes;
  private int at;
  private long latitude;
  private long longitude;

  private PackedRings(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Packs them. */
  static byte[] of(List<Polygon> polygons) {
    var packing = new PackedRings(new byte[ROOM]);
    packing.put(polygons.size());
    for (Polygon polygon : polygons) {
      packing.put(1 + polygon.holes().size());
      packing.put(polygon.outline());
      polygon.holes().forEach(packing::put);
    }
    return Arrays.copyOf(packing.bytes, packing.at);
  }

  /**
   * Unpacks what {@link #of} packed.
   *
   * @throws IndexOutOfBoundsException if it was cut off
   */
  static List<Polygon> polygons(byte[] packed) {
    var unpacking = new PackedRings(packed);
    Polygon[] polygons = new Polygon[unpacking.size()];
    for (int i = 0; i < polygons.length; i++) {
      int holes = unpacking.size() - 1;
      List<Wgs84Point> outline = unpacking.ring();
      var inside = new ArrayList<List<Wgs84Point>>(holes);
      for (int hole = 0; hole < holes; hole++) inside.add(unpacking.ring());
      polygons[i] = new Polygon(outline, inside);
    }
    return List.of(polygons);
  }

  private void put(List<Wgs84Point> ring) {
    boolean decimal = ring.stream().allMatch(PackedRings::isDecimal);
    put(2L * ring.size() + (decimal ? 0 : 1));
    for (Wgs84Point corner : ring) {
      if (decimal) {
        long north = steps(corner.latitude());
        long east = steps(corner.longitude());
        putDifference(north - latitude);
        putDifference(east - longitude);
        latitude = north;
        longitude = east;
      } else {
        putFull(corner.latitude());
        putFull(corner.longitude());
      }
    }
  }

  private List<Wgs84Point> ring() {
    long head = number();
    Wgs84Point[] corners = new Wgs84Point[Math.toIntExact(head >> 1)];
    for (int i = 0; i < corners.length; i++) corners[i] = (head & 1) == 0 ? decimal() : full();
    return List.of(corners);
  }

  private Wgs84Point decimal() {
    latitude += difference();
    longitude += difference();
    return new Wgs84Point(latitude / STEPS, longitude / STEPS);
  }

  private Wgs84Point full() {
    double north = fullNumber();
    return new Wgs84Point(north, fullNumber());
  }

  private static boolean isDecimal(Wgs84Point corner) {
    return isDecimal(corner.latitude()) && isDecimal(corner.longitude());
  }

  private static boolean isDecimal(double degrees) {
    double again = steps(degrees) / STEPS;
    return Double.doubleToLongBits(again) == Double.doubleToLongBits(degrees);
  }

  private static long steps(double degrees) {
    return Math.round(degrees * STEPS);
  }

  private void putDifference(long value) {
    put((value << 1) ^ (value >> 63));
  }

  private long difference() {
    long folded = number();
    return (folded >>> 1) ^ -(folded & 1);
  }

  private void put(long value) {
    long left = value;
    for (; left > SEVEN_BITS; left >>>= 7) putByte((left & SEVEN_BITS) | MORE);
    putByte(left);
  }

  private int size() {
    return Math.toIntExact(number());
  }

  private long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & SEVEN_BITS) << shift;
      if (next >= 0) return value;
    }
  }

  private void putFull(double value) {
    long bits = Double.doubleToLongBits(value);
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) putByte(bits >>> shift);
  }

  private double fullNumber() {
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      bits |= (bytes[at++] & 0xffL) << shift;
    }
    return Double.longBitsToDouble(bits);
  }

  private void putByte(long value) {
    if (at == bytes.length) bytes = Arrays.copyOf(bytes, 2 * at);
    bytes[at++] = (byte) value;
  }
}
