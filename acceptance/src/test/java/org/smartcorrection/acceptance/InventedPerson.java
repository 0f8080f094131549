package org.smartcorrection.acceptance;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Somebody who does not exist, with an identity number (GB 11643) of a place that does not. */
record InventedPerson(String name, String latin, LocalDate born, int order) {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";

  /** An odd order is a man's, an even one a woman's. */
  String identityNumber() {
    String body =
        "990000" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(order);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) sum += WEIGHTS[i] * (body.charAt(i) - '0');
    return body + CHECK.charAt(sum % 11);
  }

  String gender() {
    return order % 2 == 1 ? "MALE" : "FEMALE";
  }
}
