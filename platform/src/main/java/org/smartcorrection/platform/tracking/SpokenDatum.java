package org.smartcorrection.platform.tracking;

import java.util.Optional;
import org.smartcorrection.location.Datum;

/** In which datum a device gives its places, as its registration says. */
enum SpokenDatum {
  /** What the way by which it sends declares: the site's setting for JT/T 808, WGS-84 elsewhere. */
  BY_SOURCE,
  WGS_84,
  GCJ_02,
  BD_09;

  /** The datum that goes before what the source declares, if one does. */
  Optional<Datum> datum() {
    return switch (this) {
      case BY_SOURCE -> Optional.empty();
      case WGS_84 -> Optional.of(Datum.WGS_84);
      case GCJ_02 -> Optional.of(Datum.GCJ_02);
      case BD_09 -> Optional.of(Datum.BD_09);
    };
  }
}
