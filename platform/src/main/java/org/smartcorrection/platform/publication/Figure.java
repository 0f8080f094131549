package org.smartcorrection.platform.publication;

import org.smartcorrection.platform.casework.Summary;

/**
 * How many people stand where, as the public may know it. From fewer than five somebody could tell
 * who they are, so such a number is not given; neither is a sum from which it could be had.
 *
 * @param count of people; meaningless where {@code withheld}
 */
record Figure(Summary.Status status, int count, boolean withheld) {
  private static final int SMALLEST = 5;

  static Figure of(Summary.Status status, int people) {
    return people < SMALLEST ? new Figure(status, 0, true) : new Figure(status, people, false);
  }
}
