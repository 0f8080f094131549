package org.smartcorrection.procedure;

/** What a day is to the law, by the State Council's yearly notice (rule D5). */
public sealed interface DayKind {

  /** Whether offices work on such a day. */
  default boolean isWorking() {
    return switch (this) {
      case WorkingDay _, MakeUpWorkingDay _ -> true;
      case Weekend _, PublicHoliday _ -> false;
    };
  }

  /** Monday to Friday, and no holiday. */
  record WorkingDay() implements DayKind {}

  /** Saturday or Sunday, and neither holiday nor make-up working day. */
  record Weekend() implements DayKind {}

  /** A day off by the notice; {@code name} is the holiday's name as published, such as 春节. */
  record PublicHoliday(String name) implements DayKind {}

  /** A weekend day worked in exchange for a day off at the holiday called {@code name}. */
  record MakeUpWorkingDay(String name) implements DayKind {}
}
