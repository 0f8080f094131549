package org.smartcorrection.platform.my;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Cited;

/**
 * A leave as the person follows it.
 *
 * @param tag the kind in which its state is drawn
 * @param refusal why it was not granted; {@code null} unless it was refused
 * @param articles on which the refusal rests
 * @param why how it was found who decides
 */
record LeaveView(
    UUID id,
    String state,
    String tag,
    String destination,
    LocalDate firstDay,
    LocalDate lastDay,
    String cause,
    List<Step> steps,
    @Nullable String refusal,
    List<Cited> articles,
    List<Line> why) {

  /** Whether somebody still has to do something. */
  public boolean open() {
    return applied() || away();
  }

  /** Whether it is being decided: it can be taken back. */
  public boolean applied() {
    return state.equals("APPLIED");
  }

  /** Whether it was granted and the person has not reported back. */
  public boolean away() {
    return state.equals("GRANTED") || state.equals("OVERDUE");
  }

  public boolean overdue() {
    return state.equals("OVERDUE");
  }

  public boolean refused() {
    return state.equals("REFUSED");
  }

  /** What it is called in a heading. */
  public Text title() {
    return Text.of("my.leave.to", Text.literal(destination));
  }

  public Text days() {
    return Text.of("my.leave.days", firstDay, lastDay);
  }
}
