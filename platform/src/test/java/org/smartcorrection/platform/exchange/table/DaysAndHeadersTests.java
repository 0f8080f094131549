package org.smartcorrection.platform.exchange.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysAndHeadersTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-3-5",
        "2026-03-05",
        "2026/03/05",
        "2026.3.5",
        "2026年3月5日",
        "2026年03月05号",
        "20260305",
        "２０２６年３月５日",
        "46086",
        "46086.75",
        "2026-03-05 00:00:00",
        "2026/3/5 8:30",
        "2026-03-05T08:30:00"
      })
  void a_day_is_read_in_every_form_that_people_type(String typed) {
    assertEquals(Optional.of(LocalDate.of(2026, 3, 5)), Days.read(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-2-30", "20261301", "无", "3月5日", "7", "2026", "123456789"})
  void what_is_no_day_is_none(String typed) {
    assertEquals(Optional.empty(), Days.read(typed).filter(day -> day.getYear() > 1905));
  }

  @Test
  void every_day_comes_back_from_every_form() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      LocalDate day = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(40_000));
      long serial = ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day);
      int y = day.getYear();
      int m = day.getMonthValue();
      int d = day.getDayOfMonth();
      for (String form :
          List.of(
              day.toString(),
              "%d/%d/%d".formatted(y, m, d),
              "%d年%d月%d日".formatted(y, m, d),
              "%04d%02d%02d".formatted(y, m, d),
              Long.toString(serial)))
        assertEquals(Optional.of(day), Days.read(form), "seed " + seed);
    }
  }

  @Test
  void the_header_is_found_below_a_title_and_its_columns_are_recognised() {
    var title = new TableRow(1, List.of("某区社区矫正对象花名册（2026年）"));
    var header = new TableRow(3, List.of("序号", "姓 名", "身份证号码*", "矫正类别（必填）", "判决 机关", "Term until"));
    assertEquals(3, Headers.rowOf(List.of(title, header)));
    assertEquals(0, Headers.rowOf(List.of(title)));
    Mapping mapping = Mapping.suggested(header.cells(), Map.of("序号", Field.PAPER));
    assertEquals(
        Map.of(
            Field.PAPER, 0,
            Field.NAME, 1,
            Field.IDENTITY_NUMBER, 2,
            Field.CATEGORY, 3,
            Field.ORGAN, 4,
            Field.TERM_UNTIL, 5),
        mapping.columns());
    assertEquals("C3", mapping.address(Field.IDENTITY_NUMBER, header));
  }

  @Test
  void no_two_fields_have_the_same_name() {
    for (Field field : Field.values()) assertEquals(Optional.of(field), Field.of(field.chinese()));
  }

  @Test
  void addresses_go_beyond_z() {
    assertEquals("AA7", Addresses.of(26, 7));
    for (int column = 0; column < 1000; column++)
      assertEquals(column, Addresses.columnOf(Addresses.of(column, 5)));
  }
}
