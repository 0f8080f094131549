package org.smartcorrection.platform.documents;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Audio and video as recorders, phones and browsers write them. What a file is, its first bytes
 * say; its name says nothing.
 */
enum RecordingType {
  MP4("video/mp4"),
  M4A("audio/mp4"),
  THREE_GP("video/3gpp"),
  WEBM("video/webm"),
  MATROSKA("video/x-matroska"),
  MP3("audio/mpeg"),
  WAV("audio/wav"),
  AAC("audio/aac");

  /** So many bytes of the beginning are enough to know what it is. */
  static final int START = 1 << 16;

  private static final Set<String> FILMS =
      Set.of(
          "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42",
          "avc1", "M4V ", "M4VH", "MSNV", "dash", "mmp4");

  private final String mime;

  RecordingType(String mime) {
    this.mime = mime;
  }

  String mime() {
    return mime;
  }

  /** What the beginning of a file says that it is; empty when it is nothing that is taken. */
  static Optional<RecordingType> of(byte[] start) {
    if (says(start, 4, "ftyp")) return isoMedia(start);
    if (says(start, 0, "RIFF") && says(start, 8, "WAVE")) return Optional.of(WAV);
    if (start.length > 4 && number(start, 0) == 0x1A45DFA3) return matroska(start);
    if (says(start, 0, "ID3") && start.length > 10 && start[3] >= 2 && start[3] <= 4) {
      int after = AudioFrame.afterTag(start);
      // a tag with a picture can be longer than what was read of it
      return after < start.length - 4 ? frames(start, after) : Optional.of(MP3);
    }
    return frames(start, 0);
  }

  /** ISO/IEC 14496-12: the brands say who may read it; a photograph is such a file as well. */
  private static Optional<RecordingType> isoMedia(byte[] start) {
    int end = (int) Math.min(start.length, Math.max(16, Math.min(4096, number(start, 0))));
    Optional<RecordingType> compatible = Optional.empty();
    for (int at = 8; at + 4 <= end; at += 4) {
      if (at == 12) continue; // the version of the first brand
      String brand = new String(start, at, 4, StandardCharsets.ISO_8859_1);
      Optional<RecordingType> named =
          brand.equals("M4A ") || brand.equals("M4B ")
              ? Optional.of(M4A)
              : brand.startsWith("3gp")
                  ? Optional.of(THREE_GP)
                  : FILMS.contains(brand) ? Optional.of(MP4) : Optional.empty();
      if (at == 8 && named.isPresent()) return named;
      // QuickTime and photographs are other formats, whatever else they say that they can be
      if (at == 8 && Set.of("qt  ", "heic", "heix", "mif1", "msf1", "avif", "avis").contains(brand))
        return Optional.empty();
      if (compatible.isEmpty()) compatible = named;
    }
    return compatible;
  }

  /** EBML (RFC 8794): the head names the kind of document. */
  private static Optional<RecordingType> matroska(byte[] start) {
    int end = Math.min(start.length, 256);
    for (int at = 4; at + 3 < end; at++) {
      if (start[at] != 0x42 || start[at + 1] != (byte) 0x82) continue;
      // the size before the word can be written in more bytes than it needs
      int word = at + 2 + Integer.numberOfLeadingZeros(start[at + 2] & 0xFF) - 23;
      if (says(start, word, "webm")) return Optional.of(WEBM);
      if (says(start, word, "matroska")) return Optional.of(MATROSKA);
    }
    return Optional.empty();
  }

  /** Bare frames: one alone can be chance, so the next has to stand where the first one ends. */
  private static Optional<RecordingType> frames(byte[] start, int at) {
    Optional<AudioFrame> first = AudioFrame.at(start, at);
    if (first.isEmpty()) return Optional.empty();
    AudioFrame frame = first.get();
    boolean followed =
        AudioFrame.at(start, at + frame.bytes())
            .filter(next -> next.type() == frame.type() && next.rate() == frame.rate())
            .isPresent();
    return followed ? Optional.of(frame.type()) : Optional.empty();
  }

  private static boolean says(byte[] start, int at, String word) {
    return start.length >= at + word.length()
        && new String(start, at, word.length(), StandardCharsets.ISO_8859_1).equals(word);
  }

  private static long number(byte[] start, int at) {
    long value = 0;
    for (int i = at; i < at + 4; i++) value = (value << 8) | (start[i] & 0xFF);
    return value;
  }
}
