package org.smartcorrection.platform.subjects;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes the picture that is kept from the one that was handed in: decoded, turned upright, scaled
 * down and encoded anew in memory. Nothing but pixels goes over, so that place, device and previews
 * which cameras write into files are gone.
 */
public final class Portrait {
  /** A face is known at this size, and no more is needed (PIPL 6). */
  static final int WIDTH = 480;

  static final int HEIGHT = 640;

  /** What is larger is no portrait, and would only fill the memory. */
  private static final long MOST_PIXELS = 40_000_000;

  private static final Set<String> FORMATS = Set.of("jpeg", "png");

  private Portrait() {}

  /** What became of a picture. */
  @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
  public sealed interface Outcome {
    /** A JPEG of at most 480 by 640 pixels. */
    record Made(byte[] jpeg) implements Outcome {}

    record Unusable(Why why) implements Outcome {}
  }

  /** Why not; the message is {@code desk.photo.why.…}. */
  public enum Why {
    /** Neither a JPEG nor a PNG, or broken. */
    NO_PICTURE,
    TOO_LARGE
  }

  /** Reads what was handed in; its name is never looked at. */
  public static Outcome of(byte[] content) {
    // never by way of a file, as ImageIO would have it
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) return new Outcome.Unusable(Why.NO_PICTURE);
      ImageReader reader = readers.next();
      try {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT)))
          return new Outcome.Unusable(Why.NO_PICTURE);
        reader.setInput(in, true, true);
        return read(reader, Orientation.of(content));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException _) {
      // readers of pictures answer broken files with exceptions of every kind
      return new Outcome.Unusable(Why.NO_PICTURE);
    }
  }

  private static Outcome read(ImageReader reader, Orientation orientation) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > MOST_PIXELS) return new Outcome.Unusable(Why.TOO_LARGE);
    // leaving out whole pixels while decoding keeps the memory small; what is left is scaled well
    int step = Math.max(1, Math.min(width, height) / (2 * HEIGHT));
    ImageReadParam parameters = reader.getDefaultReadParam();
    parameters.setSourceSubsampling(step, step, 0, 0);
    BufferedImage picture = reader.read(0, parameters);
    if (picture == null) throw new IIOException("no picture");
    return new Outcome.Made(encoded(scaled(picture, orientation)));
  }

  private static BufferedImage scaled(BufferedImage picture, Orientation orientation) {
    boolean across = orientation.turnsAcross();
    int width = across ? picture.getHeight() : picture.getWidth();
    int height = across ? picture.getWidth() : picture.getHeight();
    double scale = Math.min(1, Math.min(WIDTH / (double) width, HEIGHT / (double) height));
    var kept =
        new BufferedImage(
            Math.max(1, (int) Math.round(width * scale)),
            Math.max(1, (int) Math.round(height * scale)),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = kept.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, kept.getWidth(), kept.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    var upright = new AffineTransform();
    upright.scale(kept.getWidth() / (double) width, kept.getHeight() / (double) height);
    upright.concatenate(orientation.upright(picture.getWidth(), picture.getHeight()));
    graphics.drawImage(picture, upright, null);
    graphics.dispose();
    return kept;
  }

  private static byte[] encoded(BufferedImage picture) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var to = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(picture, "jpeg", to)) throw new IIOException("no JPEG writer");
    }
    return out.toByteArray();
  }
}
