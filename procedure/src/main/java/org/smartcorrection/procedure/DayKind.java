package org.smartcorrection.procedure;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** What a day is to the law, by the State Council's yearly notice (rule D5). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
public sealed interface DayKind {

  /** Whether offices work on such a day. */
  default boolean isWorking() {
    return switch (this) {
      case WorkingDay _, MakeUpWorkingDay _ -> true;
      case Weekend _, PublicHoliday _ -> false;
    };
  }

  /** Monday to Friday, and no holiday. */
  @JsonTypeName("working-day")
  record WorkingDay() implements DayKind {}

  /** Saturday or Sunday, and neither holiday nor make-up working day. */
  @JsonTypeName("weekend")
  record Weekend() implements DayKind {}

  /** A day off by the notice; {@code name} is the holiday's name as published, such as 春节. */
  @JsonTypeName("public-holiday")
  record PublicHoliday(String name) implements DayKind {}

  /** A weekend day worked in exchange for a day off at the holiday called {@code name}. */
  @JsonTypeName("make-up-working-day")
  record MakeUpWorkingDay(String name) implements DayKind {}
}
