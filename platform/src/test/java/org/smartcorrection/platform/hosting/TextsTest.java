package org.smartcorrection.platform.hosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
  private static final String HAN = "\\p{IsHan}";

  @ParameterizedTest
  @EnumSource(Obstacle.class)
  void every_obstacle_is_told_in_chinese_and_in_english(Obstacle obstacle) {
    var lines = new CannotStart(obstacle, 1, 2, 3).paragraph().lines().toList();

    assertEquals(2, lines.size());
    assertTrue(lines.getFirst().matches(".*" + HAN + ".*"), lines.getFirst());
    assertFalse(lines.getLast().matches(".*" + HAN + ".*"), lines.getLast());
    assertFalse(String.join("", lines).contains("{"), lines.toString());
  }

  @Test
  void both_languages_have_the_same_texts() {
    assertEquals(
        ResourceBundle.getBundle("i18n/hosting/messages", Locale.ROOT).keySet(),
        ResourceBundle.getBundle("i18n/hosting/messages", Locale.SIMPLIFIED_CHINESE).keySet());
    var chinese = ResourceBundle.getBundle("i18n/hosting/messages", Locale.SIMPLIFIED_CHINESE);
    for (String key : chinese.keySet())
      assertTrue(
          key.matches(".*\\.(ios|computer)")
              || chinese.getString(key).matches("(?s).*" + HAN + ".*"),
          key);
  }

  @Test
  void english_stays_english_on_a_chinese_system() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    try {
      ResourceBundle.clearCache();
      assertFalse(Texts.in(Locale.ENGLISH, "hosting.no-lan").matches(".*" + HAN + ".*"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
