package org.smartcorrection.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AreaFormTest {
  private static final Wgs84Point HERE = HomeSquare.FRAME.origin();
  private static final PolygonArea WITH_A_HOLE =
      PolygonArea.of(
          List.of(
              new Polygon(square(0.2), List.of(square(0.05))),
              Polygon.of(square(0.2).stream().map(AreaFormTest::farEast).toList())));

  @Test
  void areas_of_every_kind_come_back_the_same() throws IOException {
    var random = new Random(7);
    for (Area area :
        List.of(
            new CircleArea(HERE, 123.456),
            new CorridorArea(List.of(HERE, farEast(HERE)), 300),
            HomeSquare.square(5, 7, 900),
            WITH_A_HOLE,
            new AdministrativeArea("510100", WITH_A_HOLE))) {
      Area read = AreaForm.read(ByteBuffer.wrap(bytes(area)));
      assertEquals(area.getClass(), read.getClass());
      assertEquals(area.bounds(), read.bounds());
      for (int i = 0; i < 200; i++) {
        var point =
            new Wgs84Point(
                HERE.latitude() + random.nextDouble() - 0.5,
                HERE.longitude() + random.nextDouble() - 0.5);
        assertEquals(area.signedDistanceMetres(point), read.signedDistanceMetres(point));
      }
    }
  }

  @Test
  void other_bytes_are_no_area() throws IOException {
    byte[] whole = bytes(WITH_A_HOLE);
    ByteBuffer cut = ByteBuffer.wrap(whole, 0, whole.length / 2);
    assertThrows(BufferUnderflowException.class, () -> AreaForm.read(cut));
    ByteBuffer other = ByteBuffer.wrap(new byte[] {9, 9, 9});
    assertThrows(IllegalArgumentException.class, () -> AreaForm.read(other));
  }

  private static List<Wgs84Point> square(double half) {
    return Polygon.of(
            new BoundingBox(
                HERE.latitude() - half,
                HERE.longitude() - half,
                HERE.latitude() + half,
                HERE.longitude() + half))
        .outline();
  }

  private static Wgs84Point farEast(Wgs84Point point) {
    return new Wgs84Point(point.latitude(), point.longitude() + 1);
  }

  private static byte[] bytes(Area area) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      AreaForm.write(out, area);
    }
    return bytes.toByteArray();
  }
}
