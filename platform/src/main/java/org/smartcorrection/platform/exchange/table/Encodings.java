package org.smartcorrection.platform.exchange.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.platform.kernel.Refused;

/**
 * Finds out how a text is written, strictly: as UTF-8, else as GB 18030, else not at all. UTF-16 is
 * known by its byte order mark.
 *
 * <p>Some Chinese words in GB 18030 are valid UTF-8 by chance: 强 is C7 BF in the one, and C7 BF is
 * ǿ in the other. Every Han character takes three bytes in UTF-8, so whatever is in pairs
 * throughout, and each pair a usual character of GB 2312, is read as Chinese, unless all of it is
 * letters of Western Europe (é is 茅).
 */
final class Encodings {
  private static final List<Charset> IN_ORDER =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
  private static final char MARK = '\uFEFF';

  private Encodings() {}

  /**
   * The words of a file, without a byte order mark.
   *
   * @throws Refused when it is written in neither, or is no text
   */
  static String text(byte[] content) {
    if (marked(content, 0xFF, 0xFE) || marked(content, 0xFE, 0xFF))
      return decoded(content, StandardCharsets.UTF_16)
          .orElseThrow(() -> new Refused("exchange.file.encoding"));
    for (Charset charset : inPairs(content) ? IN_ORDER.reversed() : IN_ORDER) {
      Optional<String> text = decoded(content, charset);
      if (text.isPresent()) return text.get();
    }
    throw new Refused("exchange.file.encoding");
  }

  /** Whether all that is not ASCII is pairs of the first level of GB 2312 (rows 16 to 55). */
  private static boolean inPairs(byte[] content) {
    boolean chinese = false;
    for (int i = 0; i < content.length; i++) {
      int first = content[i] & 0xFF;
      if (first < 0x80) continue;
      int second = ++i < content.length ? content[i] & 0xFF : 0;
      if (first < 0xB0 || first > 0xD7 || second < 0xA1 || second == 0xFF) return false;
      chinese |= first != 0xC3;
    }
    return chinese;
  }

  private static Optional<String> decoded(byte[] content, Charset charset) {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString();
      if (text.chars().anyMatch(Encodings::binary)) throw new Refused("exchange.file.no-text");
      boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
      return Optional.of(marked ? text.substring(1) : text);
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /** Characters that no table of words holds. */
  private static boolean binary(int character) {
    return character < ' ' && character != '\t' && character != '\n' && character != '\r';
  }

  private static boolean marked(byte[] content, int first, int second) {
    return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
  }
}
