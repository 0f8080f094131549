package org.smartcorrection.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String TEXTS = "org.smartcorrection.location.messages";

  @Test
  void a_departure_is_explained_in_words_with_what_was_left_out() {
    List<String> sentences = explained(Locale.ENGLISH);
    assertEquals(
        "Probably outside the permitted area since 2026-09-29 08:00:05. The chance is 99%;"
            + " a finding is made from 80%.",
        sentences.getFirst());
    assertTrue(sentences.get(1).contains("The last is 160 m past the border, accurate to 10 m."));
    assertTrue(sentences.get(3).contains("mobile masts only (accurate to 480 m)"));
    assertTrue(sentences.getLast().startsWith("This is a question"));
  }

  @Test
  void it_reads_in_chinese_too() {
    List<String> sentences = explained(Locale.SIMPLIFIED_CHINESE);
    assertEquals(explained(Locale.ENGLISH).size(), sentences.size());
    for (String sentence : sentences) {
      assertTrue(sentence.codePoints().anyMatch(Character::isIdeographic), sentence);
    }
  }

  @Test
  void every_text_exists_in_both_languages_with_the_same_blanks() {
    ResourceBundle english = ResourceBundle.getBundle(TEXTS, Locale.ROOT);
    ResourceBundle chinese = ResourceBundle.getBundle(TEXTS, Locale.SIMPLIFIED_CHINESE);
    assertEquals(english.keySet(), chinese.keySet());
    for (String key : english.keySet()) {
      assertEquals(blanks(english.getString(key)), blanks(chinese.getString(key)), key);
      assertFalse(english.getString(key).equals(chinese.getString(key)), key);
    }
  }

  @Test
  void every_reason_and_cause_has_a_text() {
    ResourceBundle texts = ResourceBundle.getBundle(TEXTS, Locale.ROOT);
    for (LeftOutReason reason : LeftOutReason.values()) texts.getString("leftOut." + reason);
    for (Finding.Cause cause : Finding.Cause.values()) {
      texts.getString("left." + cause);
      texts.getString("returned." + cause);
    }
  }

  @Test
  void chances_are_rounded_down() {
    var sentence =
        new Sentence(
            "confirmed",
            List.of(new Sentence.Value.Moment(Tracks.START), new Sentence.Value.Share(0.8999)));
    assertTrue(sentence.in(Locale.ENGLISH, SHANGHAI).endsWith("89%."));
  }

  @Test
  void a_finding_is_not_explained_by_other_rules() {
    Finding finding = departure();
    FindingRules r = FindingRules.standard();
    var other =
        new FindingRules(
            "other",
            r.raiseProbability(),
            r.clearProbability(),
            r.returnProbability(),
            r.clearlyOutside(),
            r.goodAccuracyMetres(),
            r.confirmations(),
            r.confirmationGap(),
            r.dwellFixes(),
            r.dwell(),
            r.usableAccuracyMetres(),
            r.smallestAccuracyMetres(),
            r.borderSigmaMetres(),
            r.fastest(),
            r.agreeingJumps(),
            r.highestProbability());
    assertThrows(IllegalArgumentException.class, () -> Explanation.of(finding, other));
  }

  private static List<String> explained(Locale language) {
    return Explanation.of(departure(), FindingRules.standard()).stream()
        .map(sentence -> sentence.in(language, SHANGHAI))
        .toList();
  }

  private static Finding departure() {
    var person = new Tracks();
    person.gnss(0, -200);
    person.gnss(5, 150);
    person.step(Tracks.fix(8, 900, 480, FixSource.CELL));
    person.gnss(10, 160);
    return person.findings().getFirst();
  }

  private static Set<String> blanks(String text) {
    var blanks = new TreeSet<String>();
    var matcher = Pattern.compile("\\{\\d}").matcher(text);
    while (matcher.find()) blanks.add(matcher.group());
    return blanks;
  }
}
