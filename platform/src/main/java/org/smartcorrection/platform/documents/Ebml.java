package org.smartcorrection.platform.documents;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The head of a Matroska or WebM file (RFC 8794, RFC 9559), as far as it says how long it lasts.
 */
final class Ebml {
  private static final long SEGMENT = 0x18538067L;
  private static final long INFO = 0x1549A966L;
  private static final long SCALE = 0x2AD7B1L;
  private static final long LENGTH = 0x4489L;
  private static final int MOST_PARTS = 256;
  private static final long NANOS_A_MILLI = 1_000_000;

  private final RecordingLength.Source source;

  Ebml(RecordingLength.Source source) {
    this.source = source;
  }

  /** An element; {@code to} is the end of the file where a live writer did not know its size. */
  private record Element(long id, long from, long to, boolean open) {}

  /** Milliseconds; 0 when it does not say. */
  long millis() throws IOException {
    long at = 0;
    long end = source.size();
    for (int i = 0; i < MOST_PARTS && at < end; i++) {
      Element element = element(at, end);
      if (element.id() == INFO) return info(element);
      // of the segment one looks inside; a part of unknown size before it has no end to go on from
      if (element.id() == 0 || (element.open() && element.id() != SEGMENT)) return 0;
      at = element.id() == SEGMENT ? element.from() : element.to();
    }
    return 0;
  }

  private long info(Element info) throws IOException {
    long scale = NANOS_A_MILLI;
    double length = 0;
    long at = info.from();
    for (int i = 0; i < MOST_PARTS && at < info.to(); i++) {
      Element element = element(at, info.to());
      if (element.id() == 0 || element.open()) break;
      long bytes = element.to() - element.from();
      if (element.id() == SCALE && bytes <= 8) scale = unsigned(element.from(), (int) bytes);
      if (element.id() == LENGTH) length = number(element.from(), bytes);
      at = element.to();
    }
    double millis = length * scale / NANOS_A_MILLI;
    return millis > 0 && millis < 1e15 ? (long) millis : 0;
  }

  private double number(long at, long bytes) throws IOException {
    byte[] value = new byte[8];
    source.read(at, value);
    return bytes == 4
        ? ByteBuffer.wrap(value).getFloat()
        : bytes == 8 ? ByteBuffer.wrap(value).getDouble() : 0;
  }

  private long unsigned(long at, int bytes) throws IOException {
    byte[] value = new byte[bytes];
    source.read(at, value);
    long number = 0;
    for (byte one : value) number = (number << 8) | (one & 0xFF);
    return number;
  }

  private Element element(long at, long end) throws IOException {
    byte[] head = new byte[12];
    source.read(at, head);
    int idBytes = Integer.numberOfLeadingZeros(head[0] & 0xFF) - 23;
    int sizeBytes = idBytes > 4 ? 9 : Integer.numberOfLeadingZeros(head[idBytes] & 0xFF) - 23;
    if (idBytes > 4 || sizeBytes > 8) return new Element(0, at, at, false);
    long id = 0;
    for (int i = 0; i < idBytes; i++) id = (id << 8) | (head[i] & 0xFF);
    long size = head[idBytes] & (0xFF >> sizeBytes);
    boolean ones = size == (0xFF >> sizeBytes);
    for (int i = 1; i < sizeBytes; i++) {
      size = (size << 8) | (head[idBytes + i] & 0xFF);
      ones &= head[idBytes + i] == (byte) 0xFF;
    }
    long from = at + idBytes + sizeBytes;
    boolean beyond = size < 0 || from + size > end || from + size < from;
    // an empty element that is not the head cannot move the reader backwards: from is after at
    if (ones || (beyond && id == SEGMENT)) return new Element(id, from, end, true);
    return beyond ? new Element(0, at, at, false) : new Element(id, from, from + size, false);
  }
}
