package org.smartcorrection.procedure;

import java.util.ArrayList;
import java.util.List;

/** Reads the yearly notices beside this class: {@code holidays/cn-<year>.json}, without a gap. */
final class HolidayFiles {

  private static final int FIRST_YEAR = 2018;

  private HolidayFiles() {}

  static List<HolidayYear> published() {
    var notices = new ArrayList<HolidayYear>();
    for (int year = FIRST_YEAR; LawFiles.exists(file(year)); year++) {
      notices.add(LawFiles.read(file(year), HolidayYear.class));
    }
    return notices;
  }

  private static String file(int year) {
    return "holidays/cn-" + year + ".json";
  }
}
