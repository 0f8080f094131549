package org.smartcorrection.location.border;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.Wgs84Point;

/** Writes files as others write them. */
final class Shapes {
  private Shapes() {}

  /** A main file of one record a polygon; rings as given, the first clockwise. */
  static byte[] shp(int type, List<Polygon> polygons) {
    var records = new ByteArrayOutputStream();
    int number = 0;
    for (Polygon polygon : polygons) {
      byte[] content = content(type, polygon);
      records.writeBytes(
          ByteBuffer.allocate(8).putInt(++number).putInt(content.length / 2).array());
      records.writeBytes(content);
    }
    ByteBuffer file = ByteBuffer.allocate(100 + records.size());
    file.putInt(9994).position(24);
    file.putInt(file.capacity() / 2).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(1000).putInt(type).position(100);
    return file.put(records.toByteArray()).array();
  }

  private static byte[] content(int type, Polygon polygon) {
    var rings = new ArrayList<List<Wgs84Point>>();
    rings.add(polygon.outline());
    rings.addAll(polygon.holes());
    int points = rings.stream().mapToInt(List::size).sum();
    ByteBuffer content =
        ByteBuffer.allocate(44 + 4 * rings.size() + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
    content.putInt(type).position(36);
    content.putInt(rings.size()).putInt(points);
    int start = 0;
    for (List<Wgs84Point> ring : rings) {
      content.putInt(start);
      start += ring.size();
    }
    for (List<Wgs84Point> ring : rings) {
      for (Wgs84Point point : ring)
        content.putDouble(point.longitude()).putDouble(point.latitude());
    }
    return content.array();
  }

  static byte[] zip(Map<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] kml(List<Polygon> polygons) {
    var text = new StringBuilder("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>");
    for (Polygon polygon : polygons) {
      text.append("<Placemark><name>x</name><MultiGeometry><Polygon><outerBoundaryIs>")
          .append(ring(polygon.outline()))
          .append("</outerBoundaryIs>");
      for (List<Wgs84Point> hole : polygon.holes()) {
        text.append("<innerBoundaryIs>").append(ring(hole)).append("</innerBoundaryIs>");
      }
      text.append("</Polygon></MultiGeometry></Placemark>");
    }
    return text.append("</Document></kml>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String ring(List<Wgs84Point> ring) {
    var text = new StringBuilder("<LinearRing><coordinates>\n");
    for (Wgs84Point point : ring) {
      text.append(point.longitude()).append(',').append(point.latitude()).append(",0 \n");
    }
    return text.append("</coordinates></LinearRing>").toString();
  }
}
