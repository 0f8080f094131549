package org.smartcorrection.platform.feeds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of whole days as RFC 5545 wants it: lines end with CRLF and are folded at 75 octets,
 * never within a character. The same entries give the same bytes.
 */
final class ICalendar {
  /** Octets of a line without its CRLF (RFC 5545, 3.1). */
  private static final int LONGEST = 75;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder out = new StringBuilder();

  private ICalendar() {}

  /**
   * One whole day.
   *
   * @param uid the same for the same duty, also when its day moves
   * @param changed when it was last counted
   * @param sequence grows when it is counted anew
   */
  record Entry(
      String uid,
      LocalDate day,
      String summary,
      @Nullable String description,
      @Nullable String url,
      Instant changed,
      int sequence) {}

  static byte[] write(String name, List<Entry> entries) {
    var calendar = new ICalendar();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    // says what made it and, on a phone, nothing about whoever reads it
    calendar.line("PRODID:-//Calendar//1.0//EN");
    calendar.line("CALSCALE:GREGORIAN");
    calendar.line("METHOD:PUBLISH");
    calendar.line("X-WR-CALNAME:" + text(name));
    calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    calendar.line("X-PUBLISHED-TTL:PT1H");
    entries.forEach(calendar::event);
    calendar.line("END:VCALENDAR");
    return calendar.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void event(Entry entry) {
    line("BEGIN:VEVENT");
    line("UID:" + text(entry.uid()));
    line("DTSTAMP:" + MOMENT.format(entry.changed()));
    line("LAST-MODIFIED:" + MOMENT.format(entry.changed()));
    line("SEQUENCE:" + entry.sequence());
    line("DTSTART;VALUE=DATE:" + DAY.format(entry.day()));
    line("SUMMARY:" + text(entry.summary()));
    if (entry.description() != null) line("DESCRIPTION:" + text(entry.description()));
    if (entry.url() != null) line("URL:" + entry.url().replaceAll("\\p{Cntrl}", ""));
    line("CLASS:PRIVATE");
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }

  /** A value of type TEXT (RFC 5545, 3.3.11). */
  private static String text(String words) {
    return words
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\r\\n?|\\n", "\\\\n")
        .replaceAll("[\\p{Cntrl}&&[^\\t]]", "");
  }

  private void line(String content) {
    int octets = 0;
    for (int at = 0; at < content.length(); ) {
      int character = content.codePointAt(at);
      int length = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > LONGEST) {
        out.append("\r\n ");
        octets = 1;
      }
      out.appendCodePoint(character);
      octets += length;
      at += Character.charCount(character);
    }
    out.append("\r\n");
  }
}
