package org.smartcorrection.location.border;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.Gcj02Point;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.border.Border.Fault;

/** Borders of others are read exactly, and whatever is no border is named and never thrown. */
class BorderTest {
  private static final String WGS84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\"]]";

  @Test
  void what_others_write_is_read_as_it_is_with_holes() {
    for (long seed = 0; seed < 300; seed++) {
      List<Polygon> polygons = polygons(new Random(seed));
      assertEquals(polygons, read(Kml.read(Shapes.kml(polygons), Datum.WGS_84)), "seed " + seed);
      for (int type : List.of(5, 15, 25)) {
        Border shp = Shapefile.read(Shapes.shp(type, polygons), WGS84, Datum.WGS_84);
        assertEquals(polygons, read(shp), "seed " + seed);
      }
    }
  }

  @Test
  void holes_of_one_shape_go_to_the_outline_around_them() {
    List<Wgs84Point> west = square(104, 30, 1, true);
    List<Wgs84Point> east = square(106, 30, 1, true);
    List<Wgs84Point> hole = square(106.4, 30.4, 0.1, false);

    var read =
        read(
            Shapefile.read(
                Shapes.shp(5, List.of(new Polygon(west, List.of(east, hole)))), "", Datum.WGS_84));

    assertEquals(List.of(Polygon.of(west), new Polygon(east, List.of(hole))), read);
    assertInstanceOf(PolygonArea.Drawing.Drawn.class, PolygonArea.draw(read));
  }

  @Test
  void the_declared_datum_decides_where_it_lies() {
    List<Polygon> declared = List.of(Polygon.of(square(104, 30, 1, true)));
    Wgs84Point corner = declared.getFirst().outline().getFirst();
    Wgs84Point moved = new Gcj02Point(corner.latitude(), corner.longitude()).toWgs84();

    for (Border border :
        List.of(
            Kml.read(Shapes.kml(declared), Datum.GCJ_02),
            Shapefile.read(Shapes.shp(5, declared), WGS84, Datum.GCJ_02))) {
      assertEquals(moved, read(border).getFirst().outline().getFirst());
    }
    assertTrue(moved.metresTo(corner) > 300);
  }

  @Test
  void an_archive_holds_one_shapefile_or_one_document() {
    List<Polygon> polygons = polygons(new Random(1));
    var files = new LinkedHashMap<String, byte[]>();
    files.put("county/border.dbf", new byte[40]);
    files.put("county/border.shp", Shapes.shp(5, polygons));
    files.put("county/border.prj", WGS84.getBytes(StandardCharsets.US_ASCII));
    files.put("__MACOSX/county/._border.shp", new byte[5]);
    assertEquals(polygons, read(Archive.read(Shapes.zip(files), Datum.WGS_84)));
    assertTrue(Archive.isOne(Shapes.zip(files)));
    assertEquals(
        polygons,
        read(Archive.read(Shapes.zip(Map.of("doc.kml", Shapes.kml(polygons))), Datum.WGS_84)));

    files.put("county/other.shp", Shapes.shp(5, polygons));
    assertEquals(Fault.SEVERAL_IN_ZIP, fault(Archive.read(Shapes.zip(files), Datum.WGS_84)));
    assertEquals(
        Fault.NOTHING_IN_ZIP,
        fault(Archive.read(Shapes.zip(Map.of("border.dbf", new byte[9])), Datum.WGS_84)));
  }

  @Test
  void an_archive_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() {
    byte[] bomb = Shapes.zip(Map.of("border.bin", new byte[Archive.LARGEST_UNPACKED + 1]));
    assertTrue(bomb.length < 1_000_000);
    assertEquals(Fault.TOO_LARGE, fault(Archive.read(bomb, Datum.WGS_84)));

    var many = new LinkedHashMap<String, byte[]>();
    for (int i = 0; i < 101; i++) many.put(i + ".txt", new byte[1]);
    assertEquals(Fault.TOO_LARGE, fault(Archive.read(Shapes.zip(many), Datum.WGS_84)));
  }

  @Test
  void metres_and_old_datums_are_named() {
    byte[] shp = Shapes.shp(5, polygons(new Random(2)));

    assertEquals(
        Fault.PROJECTED,
        fault(Shapefile.read(shp, "PROJCS[\"CGCS2000_3_Degree_GK_CM_105E\"]", Datum.WGS_84)));
    assertEquals(
        Fault.OTHER_DATUM,
        fault(Shapefile.read(shp, "GEOGCS[\"GCS_Beijing_1954\"]", Datum.WGS_84)));
    assertInstanceOf(
        Border.Polygons.class,
        Shapefile.read(
            shp,
            "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\"]]",
            Datum.WGS_84));
    assertEquals(
        Fault.OTHER_SHAPES, fault(Shapefile.read(Shapes.shp(1, List.of()), "", Datum.WGS_84)));
    assertEquals(
        Fault.NO_POLYGON, fault(Shapefile.read(Shapes.shp(5, List.of()), "", Datum.WGS_84)));
    // metres without a description: no such degree
    byte[] metres = Shapes.shp(5, List.of(Polygon.of(square(104, 30, 1, true))));
    ByteBuffer.wrap(metres).order(ByteOrder.LITTLE_ENDIAN).putDouble(100 + 8 + 48, 35_000_000);
    assertEquals(Fault.NO_PLACE, fault(Shapefile.read(metres, "", Datum.WGS_84)));
  }

  @Test
  void a_hostile_document_fetches_nothing_and_expands_nothing() {
    for (String hostile :
        List.of(
            "<!DOCTYPE kml SYSTEM \"file:///etc/passwd\"><kml/>",
            "<!DOCTYPE kml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><kml>&e;</kml>",
            "<!DOCTYPE kml [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><kml>&b;</kml>")) {
      Fault fault = fault(Kml.read(hostile.getBytes(StandardCharsets.UTF_8), Datum.WGS_84));
      assertTrue(Set.of(Fault.DOCUMENT_TYPE, Fault.NOT_XML).contains(fault), fault + hostile);
    }
    assertEquals(Fault.NOT_KML, kml("<gpx/>"));
    assertEquals(
        Fault.NO_POLYGON, kml("<kml><Point><coordinates>104,30</coordinates></Point></kml>"));
    assertEquals(Fault.TOO_DEEP, kml("<kml>" + "<a>".repeat(64) + "</a>".repeat(64) + "</kml>"));
    assertEquals(Fault.NOT_XML, kml("<kml>"));
    for (String place : List.of("104,91", "104", "104,30,0,0", "here,there", "NaN,30", "1e999,3")) {
      assertEquals(
          Fault.NO_PLACE,
          kml(
              "<kml><Polygon><outerBoundaryIs><LinearRing><coordinates>"
                  + place
                  + "</coordinates></LinearRing></outerBoundaryIs></Polygon></kml>"),
          place);
    }
    assertEquals(
        Fault.TOO_MANY_POINTS,
        kml(
            "<kml><Polygon><outerBoundaryIs><LinearRing><coordinates>"
                + "104,30 ".repeat(PolygonArea.MOST_POINTS + 1)
                + "</coordinates></LinearRing></outerBoundaryIs></Polygon></kml>"));
  }

  @Test
  void a_damaged_file_is_named_and_never_thrown() {
    byte[] shp = Shapes.shp(5, polygons(new Random(3)));
    byte[] kml = Shapes.kml(polygons(new Random(3)));
    byte[] zip =
        Shapes.zip(Map.of("a.shp", shp, "a.prj", WGS84.getBytes(StandardCharsets.US_ASCII)));
    var faults = EnumSet.noneOf(Fault.class);
    faults.addAll(fuzz(shp, bytes -> Shapefile.read(bytes, "", Datum.WGS_84)));
    faults.addAll(fuzz(kml, bytes -> Kml.read(bytes, Datum.BD_09)));
    faults.addAll(fuzz(zip, bytes -> Archive.read(bytes, Datum.GCJ_02)));
    assertTrue(
        faults.containsAll(
            Set.of(
                Fault.DAMAGED, Fault.NOT_XML, Fault.NOT_ZIP, Fault.NO_PLACE, Fault.OTHER_SHAPES)),
        faults.toString());
  }

  /** Bits turned, ends cut off, lengths made large: every file is an answer. */
  private static Set<Fault> fuzz(byte[] whole, Function<byte[], Border> reader) {
    var faults = EnumSet.noneOf(Fault.class);
    for (long seed = 0; seed < 6_000; seed++) {
      var random = new Random(seed);
      byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      if (random.nextInt(3) > 0) damaged = whole.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        int at =
            random.nextInt(Math.min(damaged.length, random.nextBoolean() ? 160 : damaged.length));
        damaged[at] =
            (byte)
                (random.nextBoolean() ? random.nextInt(256) : damaged[at] ^ 1 << random.nextInt(8));
      }
      Border border = reader.apply(damaged);
      if (border instanceof Border.Unreadable(var fault)) faults.add(fault);
      // whatever was read can be checked as a drawing
      if (border instanceof Border.Polygons(var polygons)) PolygonArea.draw(polygons);
    }
    return faults;
  }

  private static Fault kml(String text) {
    return fault(Kml.read(text.getBytes(StandardCharsets.UTF_8), Datum.WGS_84));
  }

  private static List<Polygon> read(Border border) {
    return assertInstanceOf(Border.Polygons.class, border).polygons();
  }

  private static Fault fault(Border border) {
    return assertInstanceOf(Border.Unreadable.class, border).fault();
  }

  private static List<Polygon> polygons(Random random) {
    var polygons = new ArrayList<Polygon>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      double west = 75 + random.nextInt(50);
      double south = 20 + random.nextInt(25);
      var holes = new ArrayList<List<Wgs84Point>>();
      for (int hole = random.nextInt(3); hole > 0; hole--) {
        holes.add(
            square(west + hole * 0.3 - 0.1, south + 0.2, 0.1 * random.nextDouble() + 0.01, false));
      }
      polygons.add(new Polygon(square(west, south, 1, true), holes));
    }
    return polygons;
  }

  private static List<Wgs84Point> square(
      double west, double south, double side, boolean clockwise) {
    var ring =
        List.of(
            new Wgs84Point(south, west),
            new Wgs84Point(south + side, west),
            new Wgs84Point(south + side, west + side),
            new Wgs84Point(south, west + side),
            new Wgs84Point(south, west));
    return clockwise ? ring : ring.reversed();
  }
}
