package org.smartcorrection.platform.my;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.shell.Line;

/**
 * What a person asked for or told, as they follow it.
 *
 * @param tag the kind in which its state is drawn
 * @param steps what was done, and who has to do what by when
 * @param refusal why it was not granted; {@code null} unless it was refused
 * @param why how the next date was counted
 * @param acts what may be done in it now
 */
record PetitionView(
    UUID id,
    String procedure,
    String state,
    String tag,
    List<Line> facts,
    List<Step> steps,
    @Nullable String refusal,
    List<Line> why,
    List<String> acts) {

  public boolean refused() {
    return refusal != null;
  }
}
