package org.smartcorrection.procedure.act;

import java.util.Optional;

/** What a procedure may do to a person's freedom: a closed list, no definition can add to it. */
public enum Restriction {
  /** Electronic positioning (L20, Community Corrections Law 29). */
  POSITIONING("L20"),
  /** Admonition (M29, Community Corrections Law 28). */
  ADMONITION("M29"),
  /** Warning (M30, Community Corrections Law 28). */
  WARNING("M30");

  private final String rule;

  Restriction(String rule) {
    this.rule = rule;
  }

  /** The rule without which the restriction would have no legal ground. */
  public String rule() {
    return rule;
  }

  /** Whether it lasts, and so must have an end of its own. */
  public boolean lasts() {
    return switch (this) {
      case POSITIONING -> true;
      case ADMONITION, WARNING -> false;
    };
  }

  /** Who alone approves and prolongs it, where the law says so. */
  public Optional<Role> approver() {
    return switch (this) {
      case POSITIONING -> Optional.of(Role.BUREAU_HEAD);
      case ADMONITION, WARNING -> Optional.empty();
    };
  }
}
