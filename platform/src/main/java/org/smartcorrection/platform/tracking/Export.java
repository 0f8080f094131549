package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.playback.Span;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;

/**
 * A file that somebody made of a person's track. The file itself is kept nowhere.
 *
 * @param alarm whose evidence it carries, if it does
 * @param sha256 of the file, in hexadecimal digits
 * @param reason why, in the words of whoever made it
 */
record Export(
    UUID id,
    PersonId person,
    CaseId caseId,
    Instant at,
    PostId post,
    AgencyId agency,
    ReadPurpose purpose,
    Form form,
    Span span,
    @Nullable UUID alarm,
    String sha256,
    String reason) {

  /** What kind of file. */
  enum Form {
    GPX("gpx", "application/gpx+xml"),
    GEOJSON("geojson", "application/geo+json"),
    PDF("pdf", "application/pdf");

    private final String ending;
    private final String mediaType;

    Form(String ending, String mediaType) {
      this.ending = ending;
      this.mediaType = mediaType;
    }

    String ending() {
      return ending;
    }

    String mediaType() {
      return mediaType;
    }
  }
}
