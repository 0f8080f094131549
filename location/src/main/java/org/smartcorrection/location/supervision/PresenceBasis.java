package org.smartcorrection.location.supervision;

/**
 * Why a person can be required to be somewhere at a time: a closed list. There is no basis in it
 * for a curfew: that would be a disguised restriction of liberty (CCL 34, L28).
 */
public enum PresenceBasis {
  /** To report in person (Measures 24). */
  REPORT_IN_PERSON("Measures 24", "M13"),
  /** Education (CCL 36). */
  EDUCATION("CCL 36", "L30"),
  /** A public-benefit activity that was agreed (CCL 42). */
  PUBLIC_BENEFIT_ACTIVITY("CCL 42", "L30"),
  /** The medical re-examination at a designated hospital (Measures 24). */
  MEDICAL_REVIEW("Measures 24", "M14");

  private final String article;
  private final String rule;

  PresenceBasis(String article, String rule) {
    this.article = article;
    this.rule = rule;
  }

  /** The article of law. */
  public String article() {
    return article;
  }

  /** The rule of the legal digest. */
  public String rule() {
    return rule;
  }
}
