package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.shell.Text;

/**
 * What an alarm's page shows of positions and of how sure they make one.
 *
 * @param from what is shown begins here: what led to the question, not the whole day
 * @param map absent where the alarm rests on no position
 * @param zones what other ground than the permitted it shows
 * @param chance that the finding is true, 0 to 1; {@code threshold} from where one is made
 * @param rules the version of the rules by which it was made
 * @param sentences why, the main one first
 * @param notes what speaks for and against
 */
record AlarmView(
    @Nullable MapDrawing map,
    List<ZoneKind> zones,
    @Nullable Instant from,
    @Nullable Instant since,
    List<FixRow> fixes,
    @Nullable Double chance,
    double threshold,
    @Nullable String rules,
    List<String> sentences,
    List<Note> notes) {
  /** Of an alarm that rests on nothing that was measured. */
  static final AlarmView WITHOUT_POSITIONS =
      new AlarmView(null, List.of(), null, null, List.of(), null, 0, null, List.of(), List.of());

  AlarmView {
    zones = List.copyOf(zones);
    fixes = List.copyOf(fixes);
    sentences = List.copyOf(sentences);
    notes = List.copyOf(notes);
  }

  /**
   * A fix in the list beside the map.
   *
   * @param metresOutside past the border, negative inside; absent where it was not weighed
   * @param leftOut the message that says why it was not weighed
   */
  record FixRow(
      Instant at,
      String source,
      long accuracyMetres,
      @Nullable Long metresOutside,
      @Nullable String leftOut) {}

  /**
   * Something that speaks for the finding ({@code tick}) or against it ({@code warn}).
   *
   * @param mend where something can be done about it, below the case's address
   */
  record Note(String icon, Text words, @Nullable String mend) {
    Note(String icon, Text words) {
      this(icon, words, null);
    }
  }
}
