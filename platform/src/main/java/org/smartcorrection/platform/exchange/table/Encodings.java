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
    for (Charset charset : IN_ORDER) {
      Optional<String> text = decoded(content, charset);
      if (text.isPresent()) return text.get();
    }
    throw new Refused("exchange.file.encoding");
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
