package org.smartcorrection.platform.documents;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a recording lasts, as the head of its container says. Where it does not say so, nothing
 * is guessed. It reads a stranger's bytes: it looks at a bounded number of places, and what makes
 * no sense is no length.
 */
final class RecordingLength {
  private static final int MOST_PARTS = 512;
  private static final long LONGEST = Duration.ofDays(31).toMillis();

  /** Bytes that can be read at any place. */
  interface Source {
    long size();

    /** Fills {@code into} from a place on; says how many bytes there were. */
    int read(long at, byte[] into) throws IOException;
  }

  private final Source source;

  private RecordingLength(Source source) {
    this.source = source;
  }

  static Optional<Duration> of(RecordingType type, Source source) throws IOException {
    var reader = new RecordingLength(source);
    long millis =
        switch (type) {
          case MP4, M4A, THREE_GP -> reader.isoMedia();
          case WEBM, MATROSKA -> new Ebml(source).millis();
          case MP3 -> reader.mp3();
          case WAV -> reader.wav();
          case AAC -> 0; // its frames have no common head
        };
    return millis > 0 && millis <= LONGEST
        ? Optional.of(Duration.ofMillis(millis))
        : Optional.empty();
  }

  /** A box of ISO/IEC 14496-12: where its content begins and ends. */
  private record Box(String type, long from, long to) {}

  private long isoMedia() throws IOException {
    @Nullable Box film = find("moov", 0, source.size());
    @Nullable Box head = film == null ? null : find("mvhd", film.from(), film.to());
    if (film == null || head == null) return 0;
    byte[] bytes = bytes(head.from(), 32);
    boolean wide = bytes[0] == 1;
    var values = ByteBuffer.wrap(bytes);
    long scale = Integer.toUnsignedLong(values.getInt(wide ? 20 : 12));
    long length = wide ? values.getLong(24) : Integer.toUnsignedLong(values.getInt(16));
    boolean unknown = length <= 0 || (!wide && length == 0xFFFF_FFFFL);
    return millis(unknown ? fragmented(film) : length, scale);
  }

  /** A film that was written piece by piece says its length elsewhere, or not at all. */
  private long fragmented(Box film) throws IOException {
    @Nullable Box extends_ = find("mvex", film.from(), film.to());
    @Nullable Box head = extends_ == null ? null : find("mehd", extends_.from(), extends_.to());
    if (head == null) return 0;
    var values = ByteBuffer.wrap(bytes(head.from(), 12));
    return values.get(0) == 1 ? values.getLong(4) : Integer.toUnsignedLong(values.getInt(4));
  }

  private @Nullable Box find(String type, long from, long to) throws IOException {
    long at = from;
    for (int i = 0; i < MOST_PARTS && at >= 0 && at <= to - 8; i++) {
      var head = ByteBuffer.wrap(bytes(at, 16));
      long length = Integer.toUnsignedLong(head.getInt(0));
      int skip = 8;
      if (length == 1) {
        length = head.getLong(8);
        skip = 16;
      }
      if (length == 0) length = to - at;
      if (length < skip || length > to - at) return null;
      String name = new String(head.array(), 4, 4, StandardCharsets.ISO_8859_1);
      if (name.equals(type)) return new Box(name, at + skip, at + length);
      at += length;
    }
    return null;
  }

  /** The frame with the count of all others, which encoders of variable rate write first. */
  private long mp3() throws IOException {
    byte[] start = bytes(0, 10);
    long at =
        start[0] == 'I' && start[1] == 'D' && start[2] == '3' ? AudioFrame.afterTag(start) : 0;
    byte[] bytes = bytes(at, 256);
    Optional<AudioFrame> frame = AudioFrame.at(bytes, 0);
    if (frame.isEmpty()) return 0;
    var values = ByteBuffer.wrap(bytes);
    int place = 4 + frame.get().side();
    String word = new String(bytes, place, 4, StandardCharsets.ISO_8859_1);
    long frames = 0;
    if ((word.equals("Xing") || word.equals("Info")) && (bytes[place + 7] & 1) == 1)
      frames = Integer.toUnsignedLong(values.getInt(place + 8));
    else if (new String(bytes, 36, 4, StandardCharsets.ISO_8859_1).equals("VBRI"))
      frames = Integer.toUnsignedLong(values.getInt(36 + 14));
    return millis(frames * frame.get().samples(), frame.get().rate());
  }

  private long wav() throws IOException {
    long at = 12;
    long perSecond = 0;
    for (int i = 0; i < MOST_PARTS && at <= source.size() - 8; i++) {
      byte[] head = bytes(at, 8);
      String name = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
      long length = little(head, 4);
      if (name.equals("fmt ")) perSecond = little(bytes(at + 8, 16), 8);
      // a recorder that was switched off had no time to write the size: what is there counts
      if (name.equals("data")) return millis(Math.min(length, source.size() - at - 8), perSecond);
      at += 8 + length + (length & 1);
    }
    return 0;
  }

  private static long little(byte[] bytes, int at) {
    return Integer.toUnsignedLong(
        ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(at));
  }

  static long millis(long units, long perSecond) {
    if (units <= 0 || perSecond <= 0) return 0;
    BigInteger millis =
        BigInteger.valueOf(units)
            .multiply(BigInteger.valueOf(1000))
            .divide(BigInteger.valueOf(perSecond));
    return millis.bitLength() < 63 ? millis.longValue() : 0;
  }

  /** So many bytes; zeros where there are none. */
  private byte[] bytes(long at, int count) throws IOException {
    byte[] bytes = new byte[count];
    if (at >= 0) source.read(at, bytes);
    return bytes;
  }
}
