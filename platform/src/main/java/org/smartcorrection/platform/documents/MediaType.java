package org.smartcorrection.platform.documents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be handed in. A file is what its first bytes say, and its name must say the same. */
@SuppressWarnings("ImmutableEnumChecker") // the arrays are private and never written
public enum MediaType {
  PDF("application/pdf", "%PDF-", ".pdf"),
  PNG("image/png", "\u0089PNG\r\n\u001a\n", ".png"),
  JPEG("image/jpeg", "\u00ff\u00d8\u00ff", ".jpg", ".jpeg"),
  /** OFD (GB/T 33190) is a ZIP archive. */
  OFD("application/ofd", "PK\u0003\u0004", ".ofd");

  private final String mime;
  private final byte[] start;
  private final String[] endings;

  MediaType(String mime, String start, String... endings) {
    this.mime = mime;
    this.start = start.getBytes(StandardCharsets.ISO_8859_1);
    this.endings = endings;
  }

  public String mime() {
    return mime;
  }

  /**
   * The type that both the content and the name have; empty when they disagree or it is another.
   */
  static Optional<MediaType> of(String name, byte[] content) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            type -> type.begins(content) && Arrays.stream(type.endings).anyMatch(lower::endsWith))
        .findFirst();
  }

  private boolean begins(byte[] content) {
    return content.length > start.length
        && Arrays.equals(content, 0, start.length, start, 0, start.length);
  }
}
