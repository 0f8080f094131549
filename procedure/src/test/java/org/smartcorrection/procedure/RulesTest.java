package org.smartcorrection.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final Rules rules = Rules.published().at(TODAY);

  @Test
  void a_number_is_found_by_rule_and_name() {
    assertEquals(3, rules.rule("L22").number("months"));
    assertThrows(IllegalArgumentException.class, () -> rules.rule("L22").number("days"));
    assertThrows(IllegalArgumentException.class, () -> rules.rule("X99"));
  }

  @Test
  void a_text_refuses_practice_warns_and_what_protects_refuses() {
    assertEquals(Rule.Effect.REFUSE, rules.rule("L20").effect());
    assertEquals(Rule.Effect.WARN, rules.rule("M18").effect());
    assertEquals(Rule.Effect.REFUSE, rules.rule("M32").effect());
    assertEquals(Rule.Effect.REFUSE, rules.rule("L16a").effect());
  }

  @Test
  void a_number_of_ours_within_a_law_says_so() {
    assertEquals(Confidence.TEXT, rules.rule("L44").confidence());
    assertEquals(Confidence.HOUSE, rules.rule("L44").confidence("days"));
    assertEquals(Confidence.PRACTICE, rules.rule("L13").confidence("days"));
    assertEquals(Confidence.TEXT, rules.rule("L11").confidence("days"));
  }

  @Test
  void before_the_law_there_was_no_such_rule() {
    assertTrue(Rules.published().at(LocalDate.of(2020, 6, 30)).find("L22").isEmpty());
    assertTrue(Rules.published().at(LocalDate.of(2020, 7, 1)).find("L22").isPresent());
  }

  @Test
  void two_versions_of_a_rule_never_overlap() {
    Rule rule = rules.rule("L22");

    assertThrows(IllegalArgumentException.class, () -> Rules.of(List.of(rule, rule)));
  }

  @Test
  void an_article_is_written_in_both_languages() {
    var explanations = new Explanations(rules);

    assertEquals("Community Corrections Law, Art. 27", explanations.article("L17", Locale.ENGLISH));
    assertEquals("《社区矫正法》第27条", explanations.article("L17", Locale.SIMPLIFIED_CHINESE));
  }
}
