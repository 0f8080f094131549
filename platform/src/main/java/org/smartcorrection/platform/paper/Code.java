package org.smartcorrection.platform.paper;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A QR code (ISO/IEC 18004) whose text ends in many digits, drawn as areas. */
final class Code {
  /** The quiet border that readers need, in modules. */
  static final int BORDER = 4;

  private static final int LARGEST_VERSION = 40;
  // on paper, larger modules are read more surely than smaller ones with more repair
  private static final int LARGEST_WITH_MORE_REPAIR = 29;

  private final QrCode code;

  private Code(QrCode code) {
    this.code = code;
  }

  /**
   * The code of this text: level M where its modules stay large, else level L; empty when not even
   * the largest version has room.
   */
  static Optional<Code> of(String text) {
    int digits = text.length();
    while (digits > 0 && Character.isDigit(text.charAt(digits - 1))) digits--;
    List<QrSegment> segments =
        List.of(
            QrSegment.makeBytes(text.substring(0, digits).getBytes(StandardCharsets.UTF_8)),
            QrSegment.makeNumeric(text.substring(digits)));
    return encoded(segments, QrCode.Ecc.MEDIUM, LARGEST_WITH_MORE_REPAIR)
        .or(() -> encoded(segments, QrCode.Ecc.LOW, LARGEST_VERSION));
  }

  private static Optional<Code> encoded(List<QrSegment> segments, QrCode.Ecc level, int largest) {
    try {
      return Optional.of(new Code(QrCode.encodeSegments(segments, level, 1, largest, -1, true)));
    } catch (DataTooLongException _) {
      return Optional.empty();
    }
  }

  /** Modules along one side, with the border. */
  int size() {
    return code.size + 2 * BORDER;
  }

  /** The dark modules, each row's neighbours joined, in a square at this corner with this side. */
  Path2D drawn(double x, double y, double side) {
    double module = side / size();
    var path = new Path2D.Double();
    for (int row = 0; row < code.size; row++) {
      int from = 0;
      while (from < code.size) {
        int to = from;
        while (to < code.size && code.getModule(to, row)) to++;
        if (to > from)
          path.append(
              new Rectangle2D.Double(
                  x + (from + BORDER) * module,
                  y + (row + BORDER) * module,
                  (to - from) * module,
                  module),
              false);
        from = to + 1;
      }
    }
    return path;
  }
}
