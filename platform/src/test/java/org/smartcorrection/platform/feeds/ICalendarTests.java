package org.smartcorrection.platform.feeds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What RFC 5545 asks of every line, whatever the words are. */
class ICalendarTests {
  private static final Instant CHANGED = Instant.parse("2026-09-24T08:15:30Z");

  private static ICalendar.Entry entry(String summary) {
    return new ICalendar.Entry("uid-1", LocalDate.of(2026, 10, 8), summary, null, null, CHANGED, 3);
  }

  private static String written(ICalendar.Entry... entries) {
    return new String(ICalendar.write("Name", List.of(entries)), StandardCharsets.UTF_8);
  }

  @Test
  void a_deadline_is_a_whole_day_that_was_last_counted_then() {
    assertEquals(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Calendar//1.0//EN
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        X-WR-CALNAME:Name
        REFRESH-INTERVAL;VALUE=DURATION:PT1H
        X-PUBLISHED-TTL:PT1H
        BEGIN:VEVENT
        UID:uid-1
        DTSTAMP:20260924T081530Z
        LAST-MODIFIED:20260924T081530Z
        SEQUENCE:3
        DTSTART;VALUE=DATE:20261008
        SUMMARY:Check the documents
        CLASS:PRIVATE
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR
        """
            .replace("\n", "\r\n"),
        written(entry("Check the documents")));
  }

  @Test
  void marks_that_mean_something_to_a_calendar_are_escaped() {
    String calendar = written(entry("a,b;c\\d\r\ne\u0007f\nBEGIN:VEVENT"));
    assertTrue(calendar.contains("SUMMARY:a\\,b\\;c\\\\d\\nef\\nBEGIN:VEVENT\r\n"), calendar);
  }

  @Test
  void nothing_open_is_a_calendar_all_the_same() {
    assertTrue(written().endsWith("X-PUBLISHED-TTL:PT1H\r\nEND:VCALENDAR\r\n"));
  }

  @Test
  void the_same_entries_give_the_same_bytes() {
    assertArrayEquals(
        ICalendar.write("n", List.of(entry("x"))), ICalendar.write("n", List.of(entry("x"))));
  }

  @Test
  void whatever_the_words_are_lines_are_short_whole_and_come_back_as_they_were() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      String words = words(random);
      byte[] bytes =
          ICalendar.write(
              words,
              List.of(
                  new ICalendar.Entry(
                      "u", LocalDate.EPOCH, words, words, "https://x/" + words, CHANGED, 0)));
      String calendar = new String(bytes, StandardCharsets.UTF_8);
      assertArrayEquals(bytes, calendar.getBytes(StandardCharsets.UTF_8), "seed " + seed);
      for (String line : calendar.split("\r\n", -1)) {
        assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, "seed " + seed);
        assertFalse(line.contains("\n") || line.contains("\r"), "seed " + seed);
      }
      List<String> unfolded = List.of(calendar.replace("\r\n ", "").split("\r\n"));
      assertEquals(1, unfolded.stream().filter("BEGIN:VEVENT"::equals).count(), "seed " + seed);
      String summary =
          unfolded.stream().filter(line -> line.startsWith("SUMMARY:")).findFirst().orElseThrow();
      assertEquals(words, unescaped(summary.substring("SUMMARY:".length())), "seed " + seed);
    }
  }

  /** Words of all kinds, of one to four octets a character, with everything that is special. */
  private static String words(Random random) {
    var alphabet =
        List.of("a", ",", ";", "\\", "\n", ":", " ", "é", "矫", "正", "𠮷", "👪", "\"", "END:VEVENT");
    var words = new StringBuilder();
    for (int i = random.nextInt(120); i > 0; i--)
      words.append(alphabet.get(random.nextInt(alphabet.size())));
    return words.toString();
  }

  private static String unescaped(String text) {
    var plain = new ArrayList<Integer>();
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      boolean escape = points[i] == '\\';
      if (escape) i++;
      plain.add(escape && points[i] == 'n' ? '\n' : points[i]);
    }
    var words = new StringBuilder();
    plain.forEach(words::appendCodePoint);
    return words.toString();
  }
}
