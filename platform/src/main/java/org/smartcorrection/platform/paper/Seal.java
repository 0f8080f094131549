package org.smartcorrection.platform.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The picture of an agency's seal (国务院关于国家行政机关和企业事业单位社会团体印章管理的规定): a ring of 42 mm, the star, and
 * the name on an arc from left to right. A picture proves nothing; what does is the signature that
 * is named beside it.
 */
final class Seal {
  /** Millimetres. */
  static final double DIAMETER = 42;

  private static final double RING = 1.2;
  private static final double STAR = 6.6;
  private static final double LETTER = 5.4;
  // the names of usual length leave a third of the ring open at the bottom
  private static final double WIDEST = Math.toRadians(270);
  private static final double STEP = Math.toRadians(24);
  private static final double BELOW_LETTER = 4;
  private static final double BELOW = 13;

  private Seal() {}

  /** The seal around a centre, in millimetres. */
  static Path2D around(double x, double y, String name, String below) {
    double radius = DIAMETER / 2;
    var seal = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    seal.append(circle(radius), false);
    seal.append(circle(radius - RING), false);
    seal.append(star(), false);
    List<Integer> letters = name.codePoints().boxed().toList();
    double step = Math.min(STEP, WIDEST / Math.max(1, letters.size() - 1));
    double angle = -step * (letters.size() - 1) / 2;
    double squeeze = Math.min(1, step * (radius - RING - LETTER) / (LETTER * 0.96));
    for (int letter : letters) {
      var place = AffineTransform.getRotateInstance(angle);
      place.translate(-LETTER * squeeze / 2, -(radius - RING - LETTER - 0.7));
      place.scale(squeeze, 1);
      seal.append(place.createTransformedShape(glyph(letter, LETTER)), false);
      angle += step;
    }
    double at = -PaperFont.get().width(below, BELOW_LETTER) / 2;
    for (int letter : below.codePoints().toArray()) {
      var place = AffineTransform.getTranslateInstance(at, BELOW);
      seal.append(place.createTransformedShape(glyph(letter, BELOW_LETTER)), false);
      at += PaperFont.get().width(Character.toString(letter), BELOW_LETTER);
    }
    seal.transform(AffineTransform.getTranslateInstance(x, y));
    return seal;
  }

  private static Ellipse2D circle(double radius) {
    return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
  }

  private static Path2D star() {
    var star = new Path2D.Double();
    for (int corner = 0; corner < 10; corner++) {
      // the inner corners of a regular star
      double radius = corner % 2 == 0 ? STAR : STAR * 0.381966;
      double angle = Math.PI * corner / 5;
      double x = radius * Math.sin(angle);
      double y = -radius * Math.cos(angle);
      if (corner == 0) star.moveTo(x, y);
      else star.lineTo(x, y);
    }
    star.closePath();
    return star;
  }

  /** The outline of one character, its baseline at 0. */
  private static Path2D glyph(int point, double size) {
    byte[] small = FontSubset.of(PaperFont.get(), new TreeSet<>(List.of(point)));
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(small))) {
      var path = new Path2D.Double();
      GlyphData glyph = font.getGlyph().getGlyph(1);
      if (glyph != null) path.append(glyph.getPath(), false);
      double scale = size / PaperFont.get().em();
      path.transform(AffineTransform.getScaleInstance(scale, -scale));
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException("a font that was just made", e);
    }
  }

  /** A square around the seal, for pictures of it alone. */
  static Rectangle2D bounds() {
    return new Rectangle2D.Double(0, 0, DIAMETER, DIAMETER);
  }
}
