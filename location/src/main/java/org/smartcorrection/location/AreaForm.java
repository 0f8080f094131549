package org.smartcorrection.location;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Areas in a few bytes, to be read again by the same version: for a store that can be made again
 * from the drawings. What is read is not looked over a second time, so only bytes whose origin is
 * proved may be.
 */
public final class AreaForm {
  /** To be raised with every change of the form. */
  public static final int VERSION = 2;

  private static final int CIRCLE = 1;
  private static final int CORRIDOR = 2;
  private static final int POLYGONS = 3;
  private static final int ADMINISTRATIVE = 4;

  private AreaForm() {}

  /** Writes an area, so that it comes back the same to the last bit. */
  public static void write(DataOutput out, Area area) throws IOException {
    switch (area) {
      case CircleArea(var centre, var radius) -> {
        out.writeByte(CIRCLE);
        write(out, centre);
        out.writeDouble(radius);
      }
      case CorridorArea corridor -> {
        out.writeByte(CORRIDOR);
        write(out, corridor.route());
        out.writeDouble(corridor.halfWidthMetres());
      }
      case PolygonArea polygons -> {
        out.writeByte(POLYGONS);
        write(out, polygons);
      }
      case AdministrativeArea(var code, var ground) -> {
        out.writeByte(ADMINISTRATIVE);
        out.writeByte(code.length());
        out.writeBytes(code);
        write(out, ground);
      }
    }
  }

  private static void write(DataOutput out, PolygonArea area) throws IOException {
    BoundingBox bounds = area.bounds();
    write(out, new Wgs84Point(bounds.south(), bounds.west()));
    write(out, new Wgs84Point(bounds.north(), bounds.east()));
    out.writeInt(area.packed().length);
    out.write(area.packed());
  }

  private static void write(DataOutput out, List<Wgs84Point> points) throws IOException {
    out.writeInt(points.size());
    for (Wgs84Point point : points) write(out, point);
  }

  private static void write(DataOutput out, Wgs84Point point) throws IOException {
    out.writeDouble(point.latitude());
    out.writeDouble(point.longitude());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   * @throws java.nio.BufferUnderflowException if it is cut off
   */
  public static Area read(ByteBuffer in) {
    return switch ((int) in.get()) {
      case CIRCLE -> new CircleArea(point(in), in.getDouble());
      case CORRIDOR -> new CorridorArea(points(in), in.getDouble());
      case POLYGONS -> polygons(in);
      case ADMINISTRATIVE -> new AdministrativeArea(code(in), polygons(in));
      default -> throw new IllegalArgumentException("no area");
    };
  }

  private static String code(ByteBuffer in) {
    byte[] code = new byte[in.get()];
    in.get(code);
    return new String(code, StandardCharsets.US_ASCII);
  }

  private static PolygonArea polygons(ByteBuffer in) {
    Wgs84Point least = point(in);
    Wgs84Point most = point(in);
    byte[] packed = new byte[size(in)];
    in.get(packed);
    return PolygonArea.stored(
        packed,
        new BoundingBox(least.latitude(), least.longitude(), most.latitude(), most.longitude()));
  }

  private static List<Wgs84Point> points(ByteBuffer in) {
    Wgs84Point[] points = new Wgs84Point[size(in)];
    for (int i = 0; i < points.length; i++) points[i] = point(in);
    return List.of(points);
  }

  private static int size(ByteBuffer in) {
    int size = in.getInt();
    if (size < 0 || size > in.remaining()) throw new IllegalArgumentException("no area");
    return size;
  }

  private static Wgs84Point point(ByteBuffer in) {
    double latitude = in.getDouble();
    return new Wgs84Point(latitude, in.getDouble());
  }
}
