package org.smartcorrection.platform.tracking;

import java.util.Optional;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.CircleArea;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.supervision.HiddenMargin;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Makes the circle around a protected person's place (rule M16). The place itself is used here and
 * kept nowhere: what is not kept cannot be read off a page, a file, a backup or an archive that
 * goes to another agency. The circle is what an act states.
 */
@Component
class ProtectedGround {
  /** How far its middle can lie beside the place. */
  private static final double BLUR_METRES = 250;

  /** A place that is set again is the same place if it is this near, in degrees: some 11 m. */
  private static final double NEAR = 1e-4;

  private static final double NEAR_METRES = 10;

  private final Vault vault;

  ProtectedGround(Vault vault) {
    this.vault = vault;
  }

  /**
   * Reads the place from a form and states the circle; nothing when something is wrong, which the
   * form then says.
   *
   * @param before of the zone that is set anew, when no other place is given
   */
  Facts read(FormReader reader, Facts stated, Optional<Area> before) {
    Optional<Datum> datum = reader.choice("datum", Datum.class);
    Optional<Integer> radius = stated.count("protectedRadius");
    if (datum.isEmpty() || radius.isEmpty()) return Facts.NONE;
    if (reader.form().value("corners").isBlank() && before.isPresent())
      return Facts.NONE.text("protectedGround", GroundForm.write(before.get()));
    return switch (AreaDrawing.ofPlaces(
        reader.form().value("corners"), AreaDrawing.Shape.CIRCLE, radius.get(), datum.get())) {
      case AreaDrawing.Drawn(CircleArea(var place, var metres)) ->
          Facts.NONE.text("protectedGround", GroundForm.write(around(place, metres)));
      case AreaDrawing.Drawn _ -> Facts.NONE;
      case AreaDrawing.Wrong(var key, var arguments) -> {
        reader.failing("corners", key, arguments.toArray());
        yield Facts.NONE;
      }
    };
  }

  private CircleArea around(Wgs84Point place, double metres) {
    var near =
        new Wgs84Point(
            Math.rint(place.latitude() / NEAR) * NEAR, Math.rint(place.longitude() / NEAR) * NEAR);
    return HiddenMargin.around(
        near,
        metres + NEAR_METRES,
        BLUR_METRES,
        vault.deriveForInstallation("tracking.hidden-margin"));
  }
}
