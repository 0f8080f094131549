package org.smartcorrection.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Rule H6: an agency's own numbers. */
class LocalNumbersTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate LATER = LocalDate.of(2026, 3, 10);

  private final Rules rules = Rules.published();
  private final Explanations explanations = new Explanations(rules);

  @Test
  void a_number_counts_from_its_day_on_and_not_before() {
    Rules own = rules.with(published(new LocalNumber("M29", "decideDays", 7, LATER)));

    assertEquals(5, own.at(LATER.minusDays(1)).rule("M29").number("decideDays"));
    assertEquals(7, own.at(LATER).rule("M29").number("decideDays"));
    assertEquals(5, rules.at(LATER).rule("M29").number("decideDays"));
    assertEquals(5, own.at(LATER).rule("M30").number("decideDays"), "a name of another rule");
  }

  @Test
  void a_number_counts_until_the_next_one_and_the_later_publication_wins_a_day() {
    LocalNumbers numbers =
        published(
            new LocalNumber("M29", "decideDays", 7, LATER),
            new LocalNumber("M29", "decideDays", 6, LATER.minusDays(5)),
            new LocalNumber("M29", "decideDays", 8, LATER));
    Rules own = rules.with(numbers);

    assertEquals(6, own.at(LATER.minusDays(1)).rule("M29").number("decideDays"));
    assertEquals(8, own.at(LATER.plusYears(1)).rule("M29").number("decideDays"));
    assertEquals(
        Optional.of(new LocalNumber("M29", "decideDays", 8, LATER)),
        numbers.next("M29", "decideDays", LATER.minusDays(5)));
    assertEquals(
        List.of(new LocalNumber("M29", "decideDays", 8, LATER)),
        numbers.inForce(LATER.plusDays(1)));
  }

  @Test
  void below_or_above_the_bounds_is_refused_and_the_bounds_are_named() {
    assertEquals(
        "“Days to decide” of the rule “Admonition” may be from 1 to 10. 0 is outside.",
        refused(new LocalNumber("M29", "decideDays", 0, LATER), Locale.ENGLISH));
    assertEquals(
        "规则“训诫”的“作出决定时限（日）”须在1至10之间，11超出范围。",
        refused(new LocalNumber("M29", "decideDays", 11, LATER), Locale.SIMPLIFIED_CHINESE));
  }

  @Test
  void a_number_of_the_law_is_nobodys_to_set() {
    assertEquals(
        "“Months” of the rule “Positioning at most three months at a time” is no number of an"
            + " agency’s own: it stays 3.",
        refused(new LocalNumber("L22", "months", 6, LATER), Locale.ENGLISH));
    assertEquals(
        List.of("reason.number.not-local"), keys(new LocalNumber("M20", "windowMonths", 1, LATER)));
    assertEquals(List.of("reason.number.none"), keys(new LocalNumber("L22", "years", 1, LATER)));
    assertEquals(List.of("reason.number.no-rule"), keys(new LocalNumber("X99", "days", 1, LATER)));
  }

  @Test
  void nothing_counts_back_nor_on_the_day_of_its_publication() {
    LocalDate beforeTheLaw = LocalDate.of(2019, 1, 1);
    for (LocalDate day : List.of(TODAY, TODAY.minusDays(1), beforeTheLaw)) {
      assertEquals(
          List.of("reason.number.back"), keys(new LocalNumber("M29", "decideDays", 7, day)));
    }
    assertEquals(
        "规则“训诫”的“作出决定时限（日）”不能自2026年3月2日（星期一）起改为7：数值只能自公布日2026年3月2日（星期一）之后的日期起算，" + "此前已计算的期限仍按原数值。",
        refused(new LocalNumber("M29", "decideDays", 7, TODAY), Locale.SIMPLIFIED_CHINESE));
  }

  @Test
  void a_number_that_counts_already_is_not_published_again() {
    assertEquals(
        List.of("reason.number.same"), keys(new LocalNumber("M29", "decideDays", 5, LATER)));
    LocalNumbers own = published(new LocalNumber("M29", "decideDays", 7, LATER));
    assertInstanceOf(
        LocalNumbers.Published.class,
        own.publish(new LocalNumber("M29", "decideDays", 5, LATER), rules, TODAY),
        "a plan can be taken back before its day");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    assertEquals(
        List.of("reason.number.bounds", "reason.number.back"),
        keys(new LocalNumber("M29", "decideDays", 99, TODAY)));
  }

  @Test
  void a_stored_number_that_a_rule_no_longer_permits_gives_way_to_the_rule() {
    var numbers =
        new LocalNumbers(
            List.of(
                new LocalNumber("M29", "decideDays", 400, LATER),
                new LocalNumber("L22", "months", 6, LATER)));

    Rules own = rules.with(numbers).at(LATER);

    assertEquals(5, own.rule("M29").number("decideDays"));
    assertEquals(3, own.rule("L22").number("months"));
  }

  @Test
  void each_number_that_an_agency_may_set_is_bounded_and_each_law_that_protects_is_a_floor() {
    var looser = new TreeSet<String>();
    for (Rule rule : rules.all()) {
      assertEquals(rule.configurable(), rule.bounds().keySet(), rule.id());
      for (String name : rule.configurable()) {
        Bounds bounds = rule.bounds(name);
        int ours = rule.number(name);
        assertTrue(bounds.hold(ours), rule.id() + " " + name);
        assertTrue(bounds.min() >= 1, rule.id() + " " + name);
        if (rule.protects() && ours != bounds.max() && ours != bounds.min())
          looser.add(rule.id() + " " + name);
      }
    }
    assertEquals(new TreeSet<String>(), looser);
  }

  @Test
  void an_agency_sets_no_number_that_the_law_or_its_measures_give() {
    for (Rule rule : rules.all())
      for (String name : rule.configurable())
        assertEquals(Confidence.HOUSE, rule.confidence(name), rule.id() + " " + name);
  }

  @Test
  void a_rule_that_bounds_something_else_than_what_may_be_set_is_none() {
    Rule rule = rules.at(TODAY).rule("M29");
    var without = new HashMap<>(rule.bounds());
    without.remove("decideDays");

    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Rule(
                rule.id(),
                rule.articles(),
                rule.confidence(),
                rule.protects(),
                rule.validFrom(),
                rule.validTo(),
                rule.numbers(),
                rule.numberConfidence(),
                Set.of("decideDays", "serveDays"),
                without,
                rule.reading()));
  }

  private LocalNumbers published(LocalNumber... wanted) {
    LocalNumbers numbers = LocalNumbers.NONE;
    for (LocalNumber number : wanted)
      numbers =
          assertInstanceOf(
                  LocalNumbers.Published.class, numbers.publish(number, rules, TODAY), "refused")
              .numbers();
    return numbers;
  }

  private List<Reason> reasons(LocalNumber wanted) {
    return assertInstanceOf(
            LocalNumbers.Refused.class, LocalNumbers.NONE.publish(wanted, rules, TODAY))
        .reasons();
  }

  private List<String> keys(LocalNumber wanted) {
    return reasons(wanted).stream().map(Reason::key).toList();
  }

  private String refused(LocalNumber wanted, Locale locale) {
    return explanations.render(reasons(wanted).getFirst(), locale).text();
  }
}
