package org.smartcorrection.platform.oversight;

import org.smartcorrection.platform.casework.Due;

/** What a prosecutor asks about (SPP rules 642–644; O1 of the rules digest). */
enum Concern {
  /** 漏管: referred, and the agency has not taken the person in. */
  NEVER_RECEIVED("red"),
  /** 脱管: lost after receipt, and not looked for in time. */
  LOST("red"),
  /** 虚管: supervised on paper only. */
  PAPER_ONLY("amber"),
  LATE_DELIVERY("red"),
  INTAKE("amber"),
  POSITIONING("violet"),
  LEAVE("blue"),
  WARNING("blue"),
  REPLY("amber"),
  /** Whoever had to be told was not. */
  INFORM("amber"),
  RELEASE("violet");

  private final String tag;

  Concern(String tag) {
    this.tag = tag;
  }

  /** How its tag is drawn. */
  String tag() {
    return tag;
  }

  /** What a deadline that was not kept is about. */
  static Concern of(Due due) {
    return switch (due.rule()) {
      case "L09", "L12" -> LATE_DELIVERY;
      case "L11", "M21" -> LOST;
      case "L13" ->
          switch (due.name()) {
            case "check" -> due.metBy() == null ? NEVER_RECEIVED : INTAKE;
            case "supply" -> LATE_DELIVERY;
            case String _ -> INTAKE;
          };
      case "L14", "L15" -> INTAKE;
      case "L20", "L21", "L22", "M32" -> POSITIONING;
      case "L24" -> due.name().equals("search") ? LOST : WARNING;
      case "L17", "M18", "M19", "M20" -> LEAVE;
      case "L29", "L44" -> REPLY;
      case "H8" -> INFORM;
      case "L32", "L33", "M44" -> RELEASE;
      case String _ -> WARNING;
    };
  }
}
