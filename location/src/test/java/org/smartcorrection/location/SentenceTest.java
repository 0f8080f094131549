package org.smartcorrection.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Sentence.Value;

class SentenceTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String TEXTS = "org.smartcorrection.location.messages";
  private static final Pattern BLANK = Pattern.compile("\\{\\d}");

  @Test
  void nothing_looks_surer_than_it_is() {
    var sentence =
        new Sentence(
            "observed.LEFT_PERMITTED_AREA",
            List.of(
                new Value.Moment(Instant.parse("2026-09-29T00:00:05Z")),
                new Value.Share(0.9999),
                new Value.Moment(Instant.parse("2026-09-29T00:01:05Z"))));
    String read = sentence.in(Locale.ENGLISH, SHANGHAI);
    assertTrue(read.contains("29 Sep 2026, 08:00:05"), read);
    String inChinese = sentence.in(Locale.SIMPLIFIED_CHINESE, SHANGHAI);
    assertTrue(inChinese.contains("2026年9月29日 08:00:05"), inChinese);
    assertTrue(read.contains("99%"), read);
  }

  @Test
  void every_text_exists_in_both_languages_with_the_same_blanks() {
    ResourceBundle english = ResourceBundle.getBundle(TEXTS, Locale.ROOT);
    ResourceBundle chinese = ResourceBundle.getBundle(TEXTS, Locale.SIMPLIFIED_CHINESE);
    assertEquals(english.keySet(), chinese.keySet());
    for (String key : english.keySet()) {
      assertEquals(blanks(english.getString(key)), blanks(chinese.getString(key)), key);
      assertFalse(english.getString(key).equals(chinese.getString(key)), key);
      assertTrue(chinese.getString(key).codePoints().anyMatch(Character::isIdeographic), key);
    }
  }

  @Test
  void every_reason_has_a_text() {
    ResourceBundle texts = ResourceBundle.getBundle(TEXTS, Locale.ROOT);
    for (LeftOutReason reason : LeftOutReason.values()) texts.getString("leftOut." + reason);
  }

  private static Set<String> blanks(String text) {
    var blanks = new TreeSet<String>();
    BLANK.matcher(text).results().forEach(found -> blanks.add(found.group()));
    return blanks;
  }
}
