package org.smartcorrection.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

  private final Explanations explanations = new Explanations(Rules.published());
  private final Counter counter = new Counter(LegalCalendar.published());

  @Test
  void ten_working_days_over_mid_autumn_are_told_in_english() {
    assertEquals(
        List.of(
            "Received: Tue 15 Sep 2026, this day is not counted [Criminal Procedure Law, Art."
                + " 105]",
            "Counted: 16–18 Sep, 20–24 Sep, 28–29 Sep []",
            "Make-up working days: 20 Sep: worked, so counted [Rule of this platform]",
            "Skipped: 19 Sep: weekend [Rule of this platform]",
            "Skipped: 25–27 Sep: Mid-Autumn Festival holiday [Rule of this platform]",
            "End of 10 working days: Tue 29 Sep 2026 [Community Corrections Law, Art. 18,"
                + " Implementation Measures, Art. 14]"),
        written(tenWorkingDays(), Locale.ENGLISH));
  }

  @Test
  void ten_working_days_over_mid_autumn_are_told_in_chinese() {
    List<String> lines = written(tenWorkingDays(), Locale.SIMPLIFIED_CHINESE);

    assertEquals("收到: 2026年9月15日（星期二），当日不计入 [《刑事诉讼法》第105条]", lines.getFirst());
    assertEquals("计入: 9月16日至18日、9月20日至24日、9月28日至29日 []", lines.get(1));
  }

  @Test
  void every_kind_of_chinese_reads_the_simplified_texts_and_others_english() {
    assertEquals("训诫", explanations.text("rule.M29", Locale.forLanguageTag("zh-Hant-TW")));
    assertEquals("训诫", explanations.text("rule.M29", Locale.CHINESE));
    assertEquals("Admonition", explanations.text("rule.M29", Locale.FRENCH));
  }

  @Test
  void a_reason_tells_what_to_do_its_article_and_how_sure_we_are() {
    var reason = Reason.of("reason.leave.late", "M18", new Arg.Count(3));

    assertEquals(
        new RenderedReason(
            "Leave is generally applied for 3 days ahead. Write what makes it urgent.",
            "Correct it and try again. What was entered is kept.",
            "Implementation Measures, Art. 27",
            List.of(new Cited(new Article("MEASURES", "27"), "Implementation Measures, Art. 27")),
            "text not yet checked"),
        explanations.render(reason, Locale.ENGLISH));
  }

  @Test
  void words_of_people_are_shown_as_they_are() {
    var step = Step.of("act.overridden", List.of(new Arg.Words("{1} $1 it's")), "M18");

    assertEquals(
        "{1} $1 it's",
        explanations.render(new Explanation(List.of(step)), Locale.ENGLISH).getFirst().value());
  }

  private Explanation tenWorkingDays() {
    return counter
        .count(
            Start.on(LocalDate.of(2026, 9, 15), "event.received"),
            Counting.deadline(Span.workingDays(10), "L07"))
        .explanation();
  }

  private List<String> written(Explanation explanation, Locale locale) {
    return explanations.render(explanation, locale).stream()
        .map(line -> line.label() + ": " + line.value() + " " + cited(line))
        .toList();
  }

  private static List<String> cited(Line line) {
    return line.articles().stream().map(Cited::words).toList();
  }
}
