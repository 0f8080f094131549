package org.smartcorrection.ledger.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.smartcorrection.ledger.tree.Hash;

/**
 * The latest entry of a case.
 *
 * @param casePseudonym the case in this origin
 * @param number of the entry within its case
 * @param leaf hash of the entry
 */
public record CaseHead(String casePseudonym, long number, Hash leaf) {
  private static final String LABEL = "smartcorrection.org/case-head@v1";

  /** The hash of the leaf in the register: four lines of UTF-8, each with its end. */
  public Hash hash() {
    String text = String.join("\n", LABEL, casePseudonym, Long.toString(number), leaf.base64(), "");
    return Hash.leaf(text.getBytes(UTF_8));
  }
}
