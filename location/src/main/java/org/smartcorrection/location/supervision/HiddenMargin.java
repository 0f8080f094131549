package org.smartcorrection.location.supervision;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.smartcorrection.location.CircleArea;
import org.smartcorrection.location.LocalFrame;
import org.smartcorrection.location.LocalFrame.Offset;
import org.smartcorrection.location.Wgs84Point;

/**
 * Surroundings of a person who is to be protected (Measures 25, M16), as a circle of which they are
 * not the middle. Whoever walks around it and notes where the alarm comes learns a circle, and from
 * it no more than that the place is somewhere within. Displacement and margin follow from a key and
 * the place, so that drawing it again does not give a second circle to compare with the first.
 */
public final class HiddenMargin {
  private static final double LEAST_BLUR = 100;
  private static final long BITS_32 = 0xffffffffL;

  private HiddenMargin() {}

  /**
   * Draws the circle.
   *
   * @param place of the protected person
   * @param radiusMetres that has to be kept, all of which lies in the circle
   * @param blurMetres how far the middle can lie beside the place, at least 100
   * @param key of the installation, at least 16 bytes; whoever has it can undo this
   */
  public static CircleArea around(
      Wgs84Point place, double radiusMetres, double blurMetres, byte[] key) {
    if (!(blurMetres >= LEAST_BLUR) || key.length < 16) {
      throw new IllegalArgumentException("a margin blurs by at least 100 m, under a key");
    }
    ByteBuffer drawn = ByteBuffer.wrap(draw(place, key));
    // even over the disk of possible middles: no distance is likelier than another by its ground
    double aside = blurMetres * Math.sqrt(share(drawn));
    double angle = 2 * Math.PI * share(drawn);
    double more = blurMetres * (0.1 + 0.4 * share(drawn));
    Wgs84Point middle =
        new LocalFrame(place)
            .pointAt(new Offset(aside * StrictMath.cos(angle), aside * StrictMath.sin(angle)));
    return new CircleArea(middle, radiusMetres + blurMetres + more);
  }

  private static double share(ByteBuffer drawn) {
    return (drawn.getInt() & BITS_32) / (double) (BITS_32 + 1);
  }

  private static byte[] draw(Wgs84Point place, byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(
          ByteBuffer.allocate(16).putDouble(place.latitude()).putDouble(place.longitude()).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
