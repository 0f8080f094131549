package org.smartcorrection.procedure;

/**
 * Where a rule is written.
 *
 * @param law short name of the law, such as {@code CCL}; message {@code law.CCL} writes it out
 * @param number the article, such as {@code 27}; empty for a rule of our own
 */
public record Article(String law, String number) {

  /** As part of an address: {@code CCL/27}; the law alone for a rule of our own. */
  public String path() {
    return number.isEmpty() ? law : law + "/" + number;
  }
}
