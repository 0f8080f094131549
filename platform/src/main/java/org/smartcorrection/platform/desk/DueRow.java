package org.smartcorrection.platform.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;

/**
 * A deadline as lists show it.
 *
 * @param who whose case it is; {@code null} where the page is about one person already
 * @param what what the law asks
 * @param owner who owes it
 * @param why how the date was counted
 * @param missed what happens if it is missed; empty once it is met
 */
record DueRow(
    Due due,
    Left left,
    String what,
    String owner,
    Basis basis,
    List<Line> why,
    List<Text> missed,
    @Nullable Who who) {

  public LocalDate day() {
    return due.day();
  }

  public boolean provisional() {
    return due.provisional();
  }

  public Text whom() {
    return Text.literal(who == null ? owner : who.name());
  }
}
