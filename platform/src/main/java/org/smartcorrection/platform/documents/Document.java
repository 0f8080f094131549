package org.smartcorrection.platform.documents;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.DocumentId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.paper.Paper;
import org.smartcorrection.platform.vault.Purpose;

/**
 * A document of a case, without its content.
 *
 * @param purpose whose key seals it
 * @param number its 文号, when an agency issued it
 * @param name the file's name; {@code null} when it was shredded
 * @param sha256 of its content, hexadecimal
 * @param length how long a recording lasts; {@code null} when its container does not say, and of
 *     what is no recording
 * @param scanned whether the site's scanner for malware looked it through before it was kept
 */
public record Document(
    DocumentId id,
    CaseId caseId,
    PersonId person,
    Purpose purpose,
    ActId act,
    String kind,
    @Nullable String number,
    @Nullable String name,
    String mediaType,
    String sha256,
    long bytes,
    @Nullable Duration length,
    boolean scanned,
    Instant addedAt) {
  /** Whether the platform wrote it, so that it can be had in every form. */
  public boolean written() {
    return mediaType.equals(Paper.MEDIA_TYPE);
  }

  /** Whether it is audio or video: {@link Recordings} has its content. */
  public boolean recorded() {
    return mediaType.startsWith("audio/") || film();
  }

  /** Whether there is something to see as well. */
  public boolean film() {
    return mediaType.startsWith("video/");
  }
}
