package org.smartcorrection.platform.subjects;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.subjects.Portrait.Outcome;

/** What is kept of a picture: its pixels, upright and small, and nothing else. */
class PortraitTest {
  private static final String SECRET = "GPS 31.1N 104.5E Telephone 1";

  @Test
  void what_the_camera_wrote_into_the_file_is_gone() throws IOException {
    byte[] jpeg = exif(picture(900, 1200, "jpeg"), 1);
    assertTrue(text(jpeg).contains(SECRET));
    byte[] kept = made(jpeg);
    assertFalse(text(kept).contains(SECRET));
    assertFalse(text(kept).contains("Exif"));
    BufferedImage read = read(kept);
    assertEquals(Portrait.WIDTH, read.getWidth());
    assertEquals(Portrait.HEIGHT, read.getHeight());
  }

  @Test
  void a_picture_from_a_camera_held_on_its_side_stands_upright() throws IOException {
    // the red corner is where the file begins; seen upright, each way of holding puts it elsewhere
    int[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 1}, {0, 1}};
    for (int held = 1; held <= corners.length; held++) {
      BufferedImage kept = read(made(exif(picture(400, 200, "jpeg"), held)));
      boolean across = held >= 5;
      assertEquals(across ? 200 : 400, kept.getWidth(), "held " + held);
      int x = corners[held - 1][0] == 0 ? 20 : kept.getWidth() - 21;
      int y = corners[held - 1][1] == 0 ? 20 : kept.getHeight() - 21;
      var colour = new Color(kept.getRGB(x, y));
      assertTrue(colour.getRed() > 180 && colour.getBlue() < 90, "held " + held + " " + colour);
    }
  }

  @Test
  void a_small_png_is_taken_as_it_is_and_becomes_a_jpeg() throws IOException {
    byte[] kept = made(picture(60, 80, "png"));
    assertEquals((byte) 0xFF, kept[0]);
    assertEquals(60, read(kept).getWidth());
  }

  @Test
  void what_lies_about_being_a_picture_is_refused_and_nothing_breaks() throws IOException {
    byte[] html = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    byte[] disguised = ByteBuffer.allocate(3 + html.length).put(start()).put(html).array();
    for (byte[] wrong : new byte[][] {html, disguised, {}, picture(40, 40, "gif")})
      assertEquals(new Outcome.Unusable(Portrait.Why.NO_PICTURE), Portrait.of(wrong));
    long seed = 20261125;
    var random = new Random(seed);
    byte[] whole = exif(picture(120, 160, "jpeg"), 6);
    for (int i = 0; i < 500; i++) {
      byte[] broken = whole.clone();
      for (int j = 0; j < 6; j++)
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      assertDoesNotThrow(() -> Portrait.of(broken), "seed " + seed);
    }
  }

  @Test
  void a_picture_of_more_pixels_than_any_portrait_is_refused_before_it_is_decoded()
      throws IOException {
    byte[] png = picture(8, 8, "png");
    // width and height stand in the header, followed by its checksum
    ByteBuffer bomb = ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    var crc = new CRC32();
    crc.update(png, 12, 17);
    bomb.putInt(29, (int) crc.getValue());
    assertEquals(new Outcome.Unusable(Portrait.Why.TOO_LARGE), Portrait.of(png));
  }

  private static byte[] made(byte[] content) {
    return assertInstanceOf(Outcome.Made.class, Portrait.of(content)).jpeg();
  }

  private static byte[] start() {
    return new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  }

  /** A blue picture with a red corner where it begins. */
  private static byte[] picture(int width, int height, String format) throws IOException {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.BLUE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 3, height / 3);
    graphics.dispose();
    var out = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(picture, format, out), format);
    return out.toByteArray();
  }

  /** The same JPEG with an Exif segment: how the camera was held, and something secret. */
  private static byte[] exif(byte[] jpeg, int held) {
    byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
    int length = 2 + 6 + 8 + 2 + 12 + 4 + secret.length;
    ByteBuffer all = ByteBuffer.allocate(jpeg.length + 2 + length);
    all.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) length);
    all.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    all.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    all.putShort((short) 1);
    all.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) held);
    all.putShort((short) 0).putInt(0).put(secret);
    return all.put(jpeg, 2, jpeg.length - 2).array();
  }

  private static BufferedImage read(byte[] jpeg) throws IOException {
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(jpeg));
    return Objects.requireNonNull(read);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
