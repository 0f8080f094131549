package org.smartcorrection.platform.exchange.checkup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.procedure.Deadline;

/**
 * What the check-up says of one deadline of one row.
 *
 * @param row as the spreadsheet counts it
 * @param cell from which it was counted
 * @param met when it was met after all; {@code null} while it is not
 */
record Finding(
    int row,
    Kind kind,
    Duty duty,
    String rule,
    String cell,
    LocalDate from,
    Deadline deadline,
    @Nullable LocalDate met) {

  enum Kind {
    /** The day is over and nothing says that it was done. */
    MISSED,
    /** It falls due within the next seven days. */
    DUE,
    /** It was done, and late. */
    LATE
  }
}
