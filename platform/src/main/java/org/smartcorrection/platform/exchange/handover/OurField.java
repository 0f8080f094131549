package org.smartcorrection.platform.exchange.handover;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.subjects.Identity;

/**
 * What of a case a mandated platform can be given; a format says which of it, and how it is said.
 */
@SuppressWarnings("ImmutableEnumChecker") // the list is never written
enum OurField {
  CASE_NUMBER,
  NAME,
  IDENTITY_NUMBER,
  SEX(names(Identity.Gender.values())),
  BORN(Kind.DAY),
  PHONE,
  ADDRESS,
  CATEGORY(names(Summary.Category.values())),
  STATUS(
      Stream.of(
              Summary.Status.REFERRED,
              Summary.Status.IN_RECEPTION,
              Summary.Status.ACTIVE,
              Summary.Status.ENDED)
          .map(Enum::name)
          .toList()),
  LEVEL(names(Summary.Level.values())),
  TERM_FROM(Kind.DAY),
  TERM_UNTIL(Kind.DAY),
  OFFICE,
  OFFENCE,
  DECISION_NUMBER,
  JUDGED_ON(Kind.DAY),
  EFFECTIVE_ON(Kind.DAY),
  RECEIVED_ON(Kind.DAY),
  LAST_CONTACT_ON(Kind.DAY);

  /** How a value is written. */
  enum Kind {
    TEXT,
    DAY,
    /** One of a closed list, each with a code of theirs. */
    CODE
  }

  private final Kind kind;
  private final List<String> constants;

  OurField() {
    this(Kind.TEXT);
  }

  OurField(Kind kind) {
    this.kind = kind;
    this.constants = List.of();
  }

  OurField(List<String> constants) {
    this.kind = Kind.CODE;
    this.constants = constants;
  }

  Kind kind() {
    return kind;
  }

  /** What a code list has to name; empty where there is none. */
  List<String> constants() {
    return constants;
  }

  /** Whether it is stated by the acts with which a case began, and not by its summary. */
  boolean ofIntake() {
    return switch (this) {
      case OFFENCE, DECISION_NUMBER, JUDGED_ON, EFFECTIVE_ON, RECEIVED_ON -> true;
      case CASE_NUMBER,
          NAME,
          IDENTITY_NUMBER,
          SEX,
          BORN,
          PHONE,
          ADDRESS,
          CATEGORY,
          STATUS,
          LEVEL,
          TERM_FROM,
          TERM_UNTIL,
          OFFICE,
          LAST_CONTACT_ON ->
          false;
    };
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }
}
