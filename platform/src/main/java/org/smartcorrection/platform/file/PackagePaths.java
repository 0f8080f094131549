package org.smartcorrection.platform.file;

import java.text.Normalizer;
import java.util.Locale;
import org.smartcorrection.platform.documents.Document;

/**
 * Names of files in an archive. They are made of our own words and numbers only: what somebody
 * called an upload never becomes part of a path.
 */
final class PackagePaths {
  private static final int LONGEST = 80;

  private PackagePaths() {}

  /** A path in a folder, ordered by its number. */
  static String of(String folder, int number, String title) {
    return String.format(Locale.ROOT, "%s/%04d %s", plain(folder), number, plain(title));
  }

  /** The ending of the form in which a document is kept. */
  static String ending(Document document) {
    return switch (document.mediaType()) {
      case "application/pdf" -> ".pdf";
      case "image/png" -> ".png";
      case "image/jpeg" -> ".jpg";
      case "application/ofd" -> ".ofd";
      case "video/mp4" -> ".mp4";
      case "audio/mp4" -> ".m4a";
      case "video/3gpp" -> ".3gp";
      case "video/webm" -> ".webm";
      case "video/x-matroska" -> ".mkv";
      case "audio/mpeg" -> ".mp3";
      case "audio/wav" -> ".wav";
      case "audio/aac" -> ".aac";
      case String _ -> document.written() ? ".json" : ".bin";
    };
  }

  /** Without what file systems or the archive give a meaning to. */
  private static String plain(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    var out = new StringBuilder();
    composed
        .codePoints()
        .map(
            point ->
                Character.isISOControl(point) || "/\\:*?\"<>|".indexOf(point) >= 0 ? '_' : point)
        .limit(LONGEST)
        .forEach(out::appendCodePoint);
    String plain = out.toString().strip().replaceAll("[. ]+$", "");
    return plain.isEmpty() ? "_" : plain;
  }
}
