package org.smartcorrection.platform.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.i18n.LocaleContextHolder;

class ShowTests {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 29);
  private static final Instant LATE = Instant.parse("2026-09-29T16:42:16Z");

  private final Show show = new Show(Bundles.messages(Stream::empty));

  @AfterEach
  void forgetTheReader() {
    LocaleContextHolder.resetLocaleContext();
  }

  private static void reads(Locale locale) {
    LocaleContextHolder.setLocale(locale);
  }

  @Test
  void an_english_reader_reads_days_in_english() {
    reads(Locale.ENGLISH);

    assertEquals("29 Sep 2026", show.date(DAY));
    assertEquals("29 Sep", show.day(DAY));
    assertEquals("Tuesday 29 September", show.weekdayAndDay(DAY));
    assertEquals("Tue", show.weekday(DAY));
    assertEquals("1,204,377", show.number(1_204_377));
  }

  @Test
  void a_chinese_reader_reads_days_in_chinese() {
    reads(Locale.SIMPLIFIED_CHINESE);

    assertEquals("2026年9月29日", show.date(DAY));
    assertEquals("9月29日", show.day(DAY));
    assertEquals("9月29日 星期二", show.weekdayAndDay(DAY));
    assertEquals("周二", show.weekday(DAY));
  }

  @Test
  void an_instant_lies_on_the_day_of_shanghai_and_on_the_24_hour_clock() {
    reads(Locale.ENGLISH);

    assertEquals("30 Sep 2026, 00:42", show.dateTime(LATE));
    assertEquals("30 Sep 2026", show.date(LATE));
    assertEquals("00:42:16", show.exactTime(LATE));
  }

  @Test
  void a_text_writes_its_arguments_in_the_readers_way() {
    reads(Locale.SIMPLIFIED_CHINESE);

    Text text = Text.of("shell.term.summary", DAY, DAY, Text.of("shell.ribbon.today"));

    assertEquals("矫正期自2026年9月29日至2026年9月29日，今天是今天。", show.say(text));
  }

  @Test
  void emphasis_is_the_only_markup_a_text_can_bring() {
    assertEquals("<b>a</b> &lt;i&gt; &amp;", show.rich(Text.literal("**a** <i> &")));
  }

  @Test
  void a_text_without_its_message_is_an_error() {
    assertThrows(NoSuchMessageException.class, () -> show.say(Text.of("no.such.key")));
  }
}
