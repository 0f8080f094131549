package org.smartcorrection.platform.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a printed paper besides its own words: seal, proof, and where to ask. It is made
 * anew for each print; the paper stays what it was.
 *
 * @param code what the QR code says; {@code null} while the proof is pending
 * @param seal the agency's name, as its seal shows it; {@code null} when the seal does not hold
 * @param below what stands under the star; in the demonstration that the seal is nobody's
 * @param lines to be read beside the code
 */
public record Stamp(
    @Nullable String code, @Nullable String seal, String below, List<String> lines) {
  public Stamp {
    lines = lines.stream().map(Letters::plain).toList();
  }
}
