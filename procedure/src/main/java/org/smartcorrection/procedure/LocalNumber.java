package org.smartcorrection.procedure;

import java.time.LocalDate;

/**
 * A number that an agency has set for itself, or wants to.
 *
 * @param rule id of the rule
 * @param name of the number, such as {@code decideDays}; its label is the message {@code
 *     number.<name>}
 * @param validFrom first legal day on which it counts
 */
public record LocalNumber(String rule, String name, int value, LocalDate validFrom) {

  boolean isOf(String rule, String name) {
    return this.rule.equals(rule) && this.name.equals(name);
  }
}
