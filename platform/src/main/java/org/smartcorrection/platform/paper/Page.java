package org.smartcorrection.platform.paper;

import java.util.List;

/** One page of A4 with everything on it, in reading order. */
record Page(List<Mark> marks) {
  /** Millimetres. */
  static final double WIDTH = 210;

  /** Millimetres. */
  static final double HEIGHT = 297;

  Page {
    marks = List.copyOf(marks);
  }
}
