package org.smartcorrection.platform.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which part of a file a request asks for (RFC 9110, 14). */
sealed interface ByteRange {
  /**
   * A player asks for everything from a place on and then stops listening. No more than this is
   * sent at once, and it asks again: nobody holds a connection by listening slowly.
   */
  long MOST = 4 << 20;

  Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** All of it: nothing was asked, or something that a server may leave aside. */
  record Whole() implements ByteRange {}

  /** A part, both ends included. */
  record Part(long first, long last) implements ByteRange {}

  /** A part that the file does not have. */
  record Beyond() implements ByteRange {}

  /** Reads the header of a request for a file of so many bytes. */
  static ByteRange of(@Nullable String header, long size) {
    Matcher one = ONE.matcher(header == null ? "" : header.strip());
    if (!one.matches()) return new Whole();
    String from = one.group(1);
    String to = one.group(2);
    if (from.isEmpty() && to.isEmpty()) return new Whole();
    long first = from.isEmpty() ? Math.max(0, size - Long.parseLong(to)) : Long.parseLong(from);
    long last = from.isEmpty() || to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to));
    // an end before the beginning is no range at all
    if (!from.isEmpty() && !to.isEmpty() && Long.parseLong(to) < first) return new Whole();
    if (first > last) return new Beyond();
    return new Part(first, Math.min(last, first + MOST - 1));
  }
}
