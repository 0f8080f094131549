package org.smartcorrection.platform.paper;

import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.util.Optional;

/**
 * A paper with its stamp, ready to be read. The same paper and stamp give the same bytes in each
 * form, whoever prints and whenever.
 *
 * @param paper the original
 * @param stamp seal and proof
 * @param at when the paper was issued: the only time that stands in a file
 */
public record Print(Paper paper, Stamp stamp, Instant at) {
  /** How many pages it has, in each form. */
  public int pages() {
    return Layout.of(this).size();
  }

  /** PDF 1.7, tagged, with its own font; A4. */
  public byte[] pdf() {
    return new PdfWriter(this, Laid.of(this)).bytes();
  }

  /** OFD (GB/T 33190-2016) with its own font; A4. */
  public byte[] ofd() {
    return new OfdWriter(this, Laid.of(this)).bytes();
  }

  /** The QR code; empty while the proof is pending. */
  Optional<Code> code() {
    return Optional.ofNullable(stamp.code()).flatMap(Code::of);
  }

  /** The QR code as one path of an SVG. */
  public Optional<Drawing> codeDrawing() {
    return code()
        .map(
            code ->
                Drawing.of(
                    code.drawn(0, 0, code.size()),
                    new Rectangle2D.Double(0, 0, code.size(), code.size())));
  }

  /** The seal as one path of an SVG; empty when it does not hold. */
  public Optional<Drawing> sealDrawing() {
    return Optional.ofNullable(stamp.seal())
        .map(
            name -> {
              double middle = Seal.DIAMETER / 2;
              return Drawing.of(Seal.around(middle, middle, name, stamp.below()), Seal.bounds());
            });
  }

  /** Whether one QR code has room for this text. */
  public static boolean fits(String code) {
    return Code.of(code).isPresent();
  }
}
