package org.smartcorrection.platform.exchange.checkup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.exchange.table.Field;

/**
 * A deadline that a spreadsheet can tell of: which deadline of which procedure, and in which
 * columns its facts stand. How it is counted is the procedure's alone.
 *
 * @param act that opens the deadline
 * @param from the column with the day on which that act happened, or the deadline's own fact
 * @param days columns that state facts of the act, by the fact
 * @param said facts that the row's being there states, such as the ground of a medical review
 * @param number the fact with a number of days or months
 * @param met the column with the day on which it was met; absent where each report opens the next
 * @param only the categories it is for; none for all
 */
record Duty(
    String procedure,
    String deadline,
    String act,
    Field from,
    Map<String, Field> days,
    Map<String, String> said,
    Optional<Measure> number,
    @Nullable Field met,
    List<String> only) {

  /**
   * A fact that is a number.
   *
   * @param column where it stands
   * @param rule whose number counts where the table has none
   * @param of the name of the rule's number
   */
  record Measure(String fact, @Nullable Field column, String rule, String of) {}

  /** How the page calls it. */
  String id() {
    return procedure + "." + deadline;
  }

  /** What a table must have to be asked about it. */
  List<Field> needed() {
    return met == null ? List.of(from) : List.of(from, met);
  }
}
