package org.smartcorrection.location;

/**
 * Why a person may be in a zone: a closed list, so that nobody can invent a restriction or a
 * permission in a configuration. No basis, no zone.
 */
public enum LegalBasis {
  /**
   * The city or county where the correction is carried out; all districts of one urban area are one
   * (CCL 27, read in the statute; Measures 26, from practice).
   */
  PLACE_OF_EXECUTION(false, "CCL 27", "M17"),
  /** An approved leave (CCL 27; Measures 27). */
  LEAVE(true, "CCL 27", "M19"),
  /** Approved regular activity across a city or county border (CCL 27; Measures 29). */
  REGULAR_TRAVEL(true, "CCL 27", "M22"),
  /** The way to a newly decided place of execution (CCL 27; Measures 31). */
  CHANGE_OF_PLACE(true, "CCL 27", "M25");

  private final boolean temporary;
  private final String article;
  private final String rule;

  LegalBasis(boolean temporary, String article, String rule) {
    this.temporary = temporary;
    this.article = article;
    this.rule = rule;
  }

  /** Whether a zone on this basis must have an end. */
  public boolean temporary() {
    return temporary;
  }

  /** The article of the Community Correction Law. */
  public String article() {
    return article;
  }

  /** The rule of the legal digest that carries the details. */
  public String rule() {
    return rule;
  }
}
