package org.smartcorrection.location.border;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.border.Border.Fault;

/**
 * Reads the polygons of the main file of a shapefile (ESRI Shapefile Technical Description, July
 * 1998): shape types Polygon, PolygonZ and PolygonM, of which heights and measures are passed over.
 * Every length that the file states is held against what is there.
 */
public final class Shapefile {
  /** Larger than the most detailed border of a county. */
  public static final int LARGEST = 20_000_000;

  private static final int FILE_CODE = 9994;
  private static final int VERSION = 1000;
  private static final int HEADER = 100;
  private static final int NULL_SHAPE = 0;

  private final ByteBuffer bytes;
  private final Datum datum;
  private final List<Polygon> polygons = new ArrayList<>();
  private int points;

  private Shapefile(ByteBuffer bytes, Datum datum) {
    this.bytes = bytes;
    this.datum = datum;
  }

  /**
   * Reads a main file.
   *
   * @param shp its content
   * @param prj the text of the file that describes the coordinates; empty if there is none
   * @param declared in which datum the coordinates are said to be
   */
  public static Border read(byte[] shp, String prj, Datum declared) {
    if (shp.length > LARGEST) return new Border.Unreadable(Fault.TOO_LARGE);
    Border described = described(prj);
    if (described instanceof Border.Unreadable) return described;
    try {
      return new Shapefile(ByteBuffer.wrap(shp), declared).read();
    } catch (BufferUnderflowException _) {
      return new Border.Unreadable(Fault.DAMAGED);
    } catch (IllegalArgumentException _) {
      return new Border.Unreadable(Fault.NO_PLACE);
    }
  }

  /** Degrees of WGS-84 or CGCS2000 can be read; a projection or an old datum cannot. */
  private static Border described(String prj) {
    String text = prj.strip().toUpperCase(Locale.ROOT);
    if (text.startsWith("PROJCS") || text.startsWith("PROJCRS")) {
      return new Border.Unreadable(Fault.PROJECTED);
    }
    boolean known =
        text.isEmpty()
            || text.contains("WGS_1984")
            || text.contains("WGS 84")
            || text.contains("WGS84")
            || text.contains("CGCS2000")
            || text.contains("CHINA_2000")
            || text.contains("CHINA GEODETIC COORDINATE SYSTEM 2000");
    return known ? new Border.Polygons(List.of()) : new Border.Unreadable(Fault.OTHER_DATUM);
  }

  private Border read() {
    int code = bytes.getInt();
    bytes.position(24);
    long length = 2L * bytes.getInt();
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    if (code != FILE_CODE || bytes.getInt() != VERSION || length != bytes.limit()) {
      return new Border.Unreadable(Fault.DAMAGED);
    }
    int type = bytes.getInt();
    if (type != NULL_SHAPE && !isPolygon(type)) return new Border.Unreadable(Fault.OTHER_SHAPES);
    if (bytes.limit() < HEADER) return new Border.Unreadable(Fault.DAMAGED);
    bytes.position(HEADER);
    while (bytes.hasRemaining()) {
      bytes.order(ByteOrder.BIG_ENDIAN);
      bytes.getInt(); // number of the record, which nobody needs
      long content = 2L * bytes.getInt();
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      if (content < 4 || content > bytes.remaining()) return new Border.Unreadable(Fault.DAMAGED);
      int end = bytes.position() + (int) content;
      int shape = bytes.getInt();
      if (shape == type && type != NULL_SHAPE) {
        Fault fault = shape(end);
        if (fault != null) return new Border.Unreadable(fault);
      } else if (shape != NULL_SHAPE) {
        return new Border.Unreadable(Fault.DAMAGED);
      }
      bytes.position(end);
    }
    return polygons.isEmpty()
        ? new Border.Unreadable(Fault.NO_POLYGON)
        : new Border.Polygons(polygons);
  }

  private static boolean isPolygon(int type) {
    return type == 5 || type == 15 || type == 25;
  }

  private @Nullable Fault shape(int end) {
    bytes.position(bytes.position() + 32); // the rectangle around it
    int parts = bytes.getInt();
    int count = bytes.getInt();
    if (parts < 1 || count < 1 || parts > count) return Fault.DAMAGED;
    if ((long) points + count > PolygonArea.MOST_POINTS) return Fault.TOO_MANY_POINTS;
    if (4L * parts + 16L * count > end - bytes.position()) return Fault.DAMAGED;
    points += count;
    int[] starts = new int[parts + 1];
    for (int i = 0; i < parts; i++) starts[i] = bytes.getInt();
    starts[parts] = count;
    for (int i = 0; i < parts; i++) {
      if (starts[i] >= starts[i + 1] || starts[0] != 0) return Fault.DAMAGED;
    }
    var rings = new ArrayList<List<Wgs84Point>>();
    for (int i = 0; i < parts; i++) {
      var ring = new ArrayList<Wgs84Point>();
      for (int j = starts[i]; j < starts[i + 1]; j++) {
        double x = bytes.getDouble();
        double y = bytes.getDouble();
        ring.add(datum.wgs84(y, x));
      }
      rings.add(ring);
    }
    polygons.addAll(RingNesting.polygons(rings));
    return null;
  }
}
