package org.smartcorrection.location;

/**
 * Ground on which a person may be, why, and when.
 *
 * @param id of the decision or drawing it comes from
 * @param basis why
 * @param during when
 * @param area where
 */
public record PermittedZone(String id, LegalBasis basis, Validity during, Area area) {

  /**
   * @throws IllegalArgumentException if a temporary permission has no end
   */
  public PermittedZone {
    if (basis.temporary() && during.until().isEmpty()) {
      throw new IllegalArgumentException("a temporary permission has an end");
    }
  }
}
