package org.smartcorrection.location.supervision;

/** Why ground can be forbidden to a person: a closed list. No basis, no zone (CCL 34, L28). */
public enum ProhibitionBasis {
  /**
   * A court's prohibition order names the place or kind of place (Criminal Law 38, 72; Measures
   * 39). The agency can admit the person for a time and tells court and procuratorate (M34).
   */
  COURT_PROHIBITION("Criminal Law 38, 72", "M34"),
  /**
   * The surroundings of a victim, accuser or informant whom the person must not meet (Measures 25).
   * Where they are is not shown to the person, see {@link HiddenMargin}.
   */
  CONTACT_BAN("Measures 25", "M16");

  private final String article;
  private final String rule;

  ProhibitionBasis(String article, String rule) {
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

  /** Whether nothing that the person sees may tell where the zone lies. */
  public boolean isHidden() {
    return this == CONTACT_BAN;
  }
}
