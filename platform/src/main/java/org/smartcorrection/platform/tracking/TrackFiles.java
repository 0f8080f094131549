package org.smartcorrection.platform.tracking;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.smartcorrection.location.playback.TrackFile;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.Uuids;
import org.springframework.stereotype.Component;

/** Makes files of tracks. That it was done is recorded before anybody has the file. */
@Component
class TrackFiles {
  private static final String LOOKED = "track-file";

  private final EvidenceSheet sheet;
  private final Exports exports;
  private final Looks looks;
  private final Trail trail;
  private final Clock clock;

  TrackFiles(EvidenceSheet sheet, Exports exports, Looks looks, Trail trail, Clock clock) {
    this.sheet = sheet;
    this.exports = exports;
    this.looks = looks;
    this.trail = trail;
    this.clock = clock;
  }

  byte[] make(EvidenceSheet.Made made, Export.Form form) {
    byte[] file = written(made, form);
    var export =
        new Export(
            Uuids.next(clock),
            made.in().person(),
            made.in().id(),
            made.at(),
            made.by().post(),
            made.by().agency().id(),
            made.asked().purpose(),
            form,
            made.track().span(),
            made.alarm() == null ? null : made.alarm().id(),
            Documents.sha256(file),
            made.reason());
    exports.add(export, made.by().account());
    looks.record(made.by(), made.asked().purpose(), LOOKED, List.of(made.in().person()));
    trail.note(made.by().account(), "track-exported", form + " " + export.id());
    return file;
  }

  private byte[] written(EvidenceSheet.Made made, Export.Form form) {
    var about = new TrackFile.About(sheet.title(made), sheet.about(made), made.at());
    return switch (form) {
      case GPX -> utf8(TrackFile.gpx(about, made.track().entries()));
      case GEOJSON -> utf8(TrackFile.geoJson(about, made.track().entries()));
      case PDF -> sheet.pdf(made);
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
