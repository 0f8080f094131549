package org.smartcorrection.platform.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartcorrection.procedure.act.Definitions;

/** What tables are named after, and what they read by name. */
class NamesTests {
  private final Offences offences = new Offences();

  @ParameterizedTest
  @CsvSource({
    "盗窃罪, PROPERTY",
    "诈骗, PROPERTY",
    "合同诈骗罪, MARKET_ORDER",
    "信用卡诈骗罪, MARKET_ORDER",
    "危险驾驶罪, PUBLIC_SECURITY",
    "职务侵占罪, PROPERTY",
    "犯盗窃罪、故意伤害罪, PROPERTY",
    "故意伤害罪、盗窃罪, PERSONAL_RIGHTS",
    "对非国家工作人员行贿罪, MARKET_ORDER",
    "行贿罪, BRIBERY",
    "帮助信息网络犯罪活动罪, SOCIAL_ORDER",
    "盗伐林木罪, SOCIAL_ORDER",
    "冒充军人招摇撞骗罪, NATIONAL_DEFENCE",
    "theft, NOT_GROUPED",
    "'', NOT_GROUPED",
  })
  void an_offence_falls_into_the_chapter_of_its_first_name(String text, Offence group) {
    assertEquals(group, offences.of(text));
  }

  @Test
  void every_act_that_is_counted_is_an_act_of_its_procedure() {
    var missing = new TreeSet<String>();
    for (EventKind kind : EventKind.values()) {
      Set<String> known =
          Definitions.published().all().stream()
              .filter(definition -> kind.procedures().contains(definition.id()))
              .flatMap(definition -> definition.acts().stream())
              .map(act -> act.type())
              .collect(Collectors.toSet());
      for (String type : kind.types()) if (!known.contains(type)) missing.add(kind + " " + type);
    }
    assertEquals(Set.of(), missing);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09, 2026-09-01, 2026-09-20",
    "2026-02, 2026-02-01, 2026-02-28",
    "2026-Q2, 2026-04-01, 2026-06-30",
    "2026-Q3, 2026-07-01, 2026-09-20",
    "2025, 2025-01-01, 2025-12-31",
    "2026-13, 2026-09-01, 2026-09-20",
    "2027, 2026-09-01, 2026-09-20",
    "nonsense, 2026-09-01, 2026-09-20",
    "days, 2026-03-05, 2026-04-10",
  })
  void a_period_is_read_and_ends_with_today(String name, LocalDate first, LocalDate last) {
    Period read = Period.read(name, "2026-03-05", "2026-04-10", LocalDate.of(2026, 9, 20));
    assertEquals(first, read.first());
    assertEquals(last, read.last());
  }

  @Test
  void days_in_the_wrong_order_are_not_asked_for() {
    LocalDate today = LocalDate.of(2026, 9, 20);
    assertEquals(
        LocalDate.of(2026, 9, 1), Period.read("days", "2026-04-10", "2026-03-05", today).first());
  }
}
