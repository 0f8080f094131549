package org.smartcorrection.platform.tracking;

import java.util.List;
import java.util.Optional;
import org.smartcorrection.location.Area;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.shell.FormReader;
import org.springframework.stereotype.Component;

/**
 * A permitted area that is an administrative one: chosen by code or name. The act records code and
 * version, and the ground as it is in that version, so that no later import moves anybody's border.
 */
@Component
class ChosenBoundary {
  /** The choice of where ground comes from that means an administrative area. */
  static final String SOURCE = "ADMINISTRATIVE";

  /** The field that names it. */
  static final String FIELD = "areaCode";

  /** The code of the one that was pressed among several of a name. */
  static final String PRESSED = "areaChoice";

  private static final int MOST = 20;

  private final Boundaries boundaries;

  ChosenBoundary(Boundaries boundaries) {
    this.boundaries = boundaries;
  }

  /** Those among which somebody who typed a name has to choose. */
  List<Boundary> matches(String sought) {
    return boundaries.find(sought, MOST);
  }

  boolean isAny() {
    return !boundaries.isEmpty();
  }

  /** Its facts; empty when something is wrong, which the form then says. */
  Optional<Facts> read(FormReader reader) {
    String pressed = reader.form().value(PRESSED);
    String sought = pressed.isEmpty() ? reader.text(FIELD, 120) : pressed;
    if (reader.failed()) return Optional.empty();
    if (!isAny()) return failing(reader, "tracking.boundary.none-imported");
    return one(sought, reader).flatMap(chosen -> facts(chosen, reader));
  }

  private Optional<Boundary> one(String sought, FormReader reader) {
    Optional<Boundary> coded = boundaries.today(sought);
    if (coded.isPresent()) return coded;
    List<Boundary> found = matches(sought);
    if (found.size() == 1) return Optional.of(found.getFirst());
    var _ =
        failing(
            reader,
            found.isEmpty() ? "tracking.boundary.not-found" : "tracking.boundary.several",
            sought);
    return Optional.empty();
  }

  private Optional<Facts> facts(Boundary chosen, FormReader reader) {
    Area ground = boundaries.ground(chosen).orElseThrow();
    return switch (new AreaDrawing.Drawn(ground).toStayIn()) {
      case AreaDrawing.Drawn(var area) ->
          Optional.of(
              Facts.NONE
                  .text("geometry", GroundForm.write(area))
                  .choice("source", SOURCE)
                  .choice("datum", chosen.datum())
                  .text(FIELD, chosen.code())
                  .count("areaVersion", chosen.version()));
      case AreaDrawing.Wrong(var key, var arguments) -> failing(reader, key, arguments.toArray());
    };
  }

  private static Optional<Facts> failing(FormReader reader, String key, Object... arguments) {
    reader.failing(FIELD, key, arguments);
    return Optional.empty();
  }
}
