package org.smartcorrection.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule SERVED: from which day a deadline runs when a document starts it. */
class DeliveryTest {

  private final Delivery delivery =
      new Delivery(LegalCalendar.published(), Rules.published().at(LocalDate.of(2026, 3, 2)));

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANNOUNCED")
  void what_has_a_receipt_is_served_on_the_day_of_the_receipt(Delivery.Way way) {
    LocalDate sunday = LocalDate.of(2026, 3, 8);

    assertEquals(sunday, delivery.served(way, sunday).day());
    assertFalse(delivery.served(way, LocalDate.of(2030, 3, 8)).provisional());
  }

  @Test
  void what_is_announced_is_served_after_thirty_days_without_the_first() {
    var served = delivery.served(Delivery.Way.ANNOUNCED, LocalDate.of(2026, 3, 2));

    assertEquals(LocalDate.of(2026, 4, 1), served.day());
    assertEquals(
        List.of("count.start", "count.counted", "count.last", "count.served"),
        served.explanation().steps().stream().map(Step::key).toList());
  }

  @Test
  void an_announcement_that_ends_in_a_holiday_gives_more_time() {
    assertEquals(
        LocalDate.of(2026, 10, 8),
        delivery.served(Delivery.Way.ANNOUNCED, LocalDate.of(2026, 9, 2)).day());
  }

  @Test
  void an_announcement_into_a_year_without_notice_is_provisional() {
    assertTrue(delivery.served(Delivery.Way.ANNOUNCED, LocalDate.of(2026, 12, 10)).provisional());
  }

  @ParameterizedTest
  @EnumSource
  void every_way_is_told_in_both_languages(Delivery.Way way) {
    var explanations = new Explanations(Rules.published());
    Explanation why = delivery.served(way, LocalDate.of(2026, 3, 2)).explanation();

    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      Line last = explanations.render(why, locale).getLast();
      assertTrue(last.value().contains(explanations.text("choice." + way, locale)), last.value());
    }
  }
}
