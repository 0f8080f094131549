package org.smartcorrection.ledger.proof;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.smartcorrection.ledger.MalformedException;

/** Raw DEFLATE (RFC 1951) of what is small: nothing above 64 KiB comes out. */
final class Packed {
  private static final int LARGEST = 1 << 16;
  private static final int CHUNK = 4096;

  private Packed() {}

  static byte[] of(byte[] bytes) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(bytes);
      deflater.finish();
      var out = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      while (!deflater.finished()) out.write(chunk, 0, deflater.deflate(chunk));
      return out.toByteArray();
    }
  }

  static byte[] read(byte[] packed) throws MalformedException {
    try (var inflater = new Inflater(true)) {
      inflater.setInput(packed);
      byte[] out = new byte[LARGEST + 1];
      int length = 0;
      while (!inflater.finished()) {
        int more = inflater.inflate(out, length, out.length - length);
        if (more == 0 && !inflater.finished()) {
          throw new MalformedException("the paper's text ends too early, or is above 64 KiB");
        }
        length += more;
      }
      if (length > LARGEST) throw new MalformedException("the paper's text is above 64 KiB");
      if (inflater.getRemaining() > 0) throw new MalformedException("something follows the text");
      return Arrays.copyOf(out, length);
    } catch (DataFormatException e) {
      throw new MalformedException("the paper's text cannot be unpacked", e);
    }
  }
}
