package org.smartcorrection.platform.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTests {
  private enum Colour {
    RED,
    GREEN
  }

  private static FormReader typed(String... namesAndValues) {
    Form form = Form.empty();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      form = form.with(namesAndValues[at], namesAndValues[at + 1]);
    }
    return form.read("leave");
  }

  private static String problem(FormReader reader, String name) {
    return reader.form().error(name).map(text -> ((Text.Message) text).key()).orElse("");
  }

  @Test
  void all_mistakes_are_found_at_once_and_everything_typed_is_kept() {
    FormReader read = typed("to", "soon", "days", "many", "reason", "");

    read.date("to");
    read.wholeNumber("days", 1, 31);
    read.text("reason", 500);

    assertEquals(
        List.of("to", "days", "reason"),
        read.form().errors().stream().map(Form.Failure::name).toList());
    assertEquals("soon", read.form().value("to"));
    assertEquals("many", read.form().value("days"));
  }

  @Test
  void an_error_names_the_field_by_its_label() {
    FormReader read = typed();

    read.text("reason", 500);

    assertEquals(
        Optional.of(Text.of("shell.form.missing", Text.of("leave.reason"))),
        read.form().error("reason"));
  }

  @Test
  void the_first_error_of_a_field_stays() {
    FormReader read = typed("to", "");

    read.date("to");
    read.failing("to", "leave.to.early");

    assertEquals("shell.form.missing", problem(read, "to"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-10-08",
        "2026/10/8",
        "2026.10.8",
        "20261008",
        "2026年10月8日",
        "２０２６年１０月８日",
        "8 Oct 2026",
        "8 October 2026",
        " 2026 年 10 月 8 日 "
      })
  void a_day_is_read_as_people_write_it(String words) {
    assertEquals(Optional.of(LocalDate.of(2026, 10, 8)), typed("to", words).date("to"));
  }

  @Test
  void a_day_is_read_from_three_inputs() {
    FormReader read = typed("to-year", "2026", "to-month", "10", "to-day", "8");

    assertEquals(Optional.of(LocalDate.of(2026, 10, 8)), read.date("to"));
  }

  @Test
  void two_of_three_inputs_are_no_day_and_not_a_missing_one() {
    FormReader read = typed("to-year", "2026", "to-month", "10", "to-day", "");

    read.dateIfAny("to");

    assertEquals("shell.form.no-date", problem(read, "to"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "31 Apr 2026", "2025年2月29日", "2026-13-01", "20260000"})
  void a_day_that_does_not_exist_is_named_as_such(String words) {
    FormReader read = typed("to", words);

    assertEquals(Optional.empty(), read.date("to"));
    assertEquals("shell.form.no-such-day", problem(read, "to"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "10/08/2026", "8 Brumaire 2026", "2026", "-1-1-1"})
  void what_is_no_day_is_not_guessed_at(String words) {
    FormReader read = typed("to", words);

    assertEquals(Optional.empty(), read.date("to"));
    assertEquals("shell.form.no-date", problem(read, "to"));
  }

  @Test
  void an_empty_field_is_a_mistake_only_where_it_is_asked_for() {
    FormReader read = typed();

    assertEquals(Optional.empty(), read.dateIfAny("to"));
    assertEquals("", read.textIfAny("note", 10));
    assertEquals(OptionalLong.empty(), read.wholeNumberIfAny("days", 1, 2));
    assertEquals(Optional.empty(), read.instantIfAny("at"));
    assertEquals(Optional.empty(), read.choiceIfAny("colour", Colour.class));
    assertFalse(read.failed());

    read.date("to");
    assertTrue(read.failed());
  }

  @Test
  void a_moment_is_of_shanghai() {
    Instant moment = Instant.parse("2026-09-29T00:42:00Z");

    assertEquals(Optional.of(moment), typed("at", "2026-09-29", "at-time", "08:42").instant("at"));
    assertEquals(Optional.of(moment), typed("at", "2026-09-29T08:42").instant("at"));
    assertEquals(Optional.of(moment), typed("at", "2026-09-29T00:42:00Z").instant("at"));
  }

  @Test
  void a_day_without_its_time_is_no_moment() {
    FormReader read = typed("at", "2026-09-29");

    assertEquals(Optional.empty(), read.instant("at"));
    assertEquals("shell.form.no-time", problem(read, "at"));
  }

  @Test
  void a_number_lies_within_its_bounds() {
    assertEquals(OptionalLong.of(31), typed("days", "31").wholeNumber("days", 1, 31));
    assertEquals(OptionalLong.of(7), typed("days", "７").wholeNumber("days", 1, 31));

    FormReader read = typed("days", "32");
    read.wholeNumber("days", 1, 31);
    assertEquals("shell.form.out-of-range", problem(read, "days"));
  }

  @Test
  void length_is_counted_in_characters_and_not_in_units_of_storage() {
    FormReader read = typed("name", "𠮷𠮷");

    assertEquals("𠮷𠮷", read.text("name", 2));
    read.text("name", 1);
    assertEquals("shell.form.too-long", problem(read, "name"));
  }

  @Test
  void only_an_answer_that_was_offered_is_a_choice() {
    assertEquals(Optional.of(Colour.RED), typed("c", "RED").choice("c", Colour.class));

    FormReader read = typed("c", "BLUE");
    assertEquals(Optional.empty(), read.choice("c", Colour.class));
    assertEquals("shell.form.not-chosen", problem(read, "c"));
  }

  @Test
  void several_boxes_may_be_ticked() {
    Form form = Form.of(Map.of("c", new String[] {"RED", "GREEN"}));

    assertEquals(Set.of(Colour.RED, Colour.GREEN), form.read("x").choices("c", Colour.class));
    assertTrue(form.holds("c", "GREEN"));
  }

  @Test
  void a_value_with_its_own_reader_fails_as_a_field() {
    FormReader read = typed("id", "not-an-id");

    assertEquals(Optional.empty(), read.value("id", UUID::fromString));
    assertEquals("shell.form.not-readable", problem(read, "id"));
  }

  @Test
  void what_no_database_takes_is_left_out() {
    Form form = Form.of(Map.of("note", new String[] {"one\r\ntwo\0"}));

    assertEquals("one\ntwo", form.value("note"));
  }

  @Test
  void a_date_input_shows_days_and_plain_text_shows_the_rest() {
    Form form = Form.empty().with("good", "2026-10-08").with("bad", "2026-02-30");

    assertEquals("date", form.dateType("good"));
    assertEquals("date", form.dateType("empty"));
    assertEquals("text", form.dateType("bad"));
  }

  @Test
  void an_input_is_described_by_its_hint_and_its_error() {
    Form form = Form.empty().failing("to", "leave.to.early");

    assertEquals("to-hint to-error", form.describedBy("to", "for example"));
    assertEquals("to-error", form.describedBy("to", null));
    assertEquals("from-hint", form.describedBy("from", "for example"));
  }

  @Test
  void nothing_that_can_be_typed_breaks_the_reader() {
    long seed = 20_260_929;
    var random = new Random(seed);
    String letters = "0123456789-/.年月日 TZ:+octＡ０\0\n𠮷é";
    for (int turn = 0; turn < 5_000; turn++) {
      var words = new StringBuilder();
      random
          .ints(random.nextInt(14), 0, letters.length())
          .forEach(at -> words.append(letters.charAt(at)));
      FormReader read = typed("x", words.toString());
      boolean day = read.dateIfAny("x").isPresent();
      boolean blank = words.toString().isBlank();
      String said = "seed " + seed + ", turn " + turn + ": " + words;
      assertEquals(!day && !blank, read.failed(), said);
      read.instantIfAny("x");
      read.wholeNumberIfAny("x", 0, 9);
    }
  }
}
