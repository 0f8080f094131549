package org.smartcorrection.platform.tracking;

import java.util.Locale;

/**
 * The classes of what is kept of where somebody was, each with its own time (rule H14; PIPL 19: the
 * shortest that the purpose needs).
 */
public enum DataClass {
  /** What a device sent under a ground, in pages, with what is remembered to judge the next. */
  TRACK("trackDays"),
  /** What was observed in a track and raised no question. */
  OBSERVATION("trackDays"),
  /** Single points that answered a verification (L16a). */
  POINT("pointDays"),
  /** What a question rests on; its time begins when the question is closed. */
  EVIDENCE("evidenceDays"),
  /** Which files were made of a track, by whom and why. */
  EXPORT("evidenceDays"),
  /** How often something was refused and why. */
  COUNT("countDays"),
  /** Signs of the body, kept on a health ground (rule H17); nothing holds them back. */
  HEALTH("healthDays");

  static final String RULE = "H14";

  private final String number;

  DataClass(String number) {
    this.number = number;
  }

  /** The number of the rule that says for how many days. */
  String number() {
    return number;
  }

  /** The message that names it. */
  public String key() {
    return "tracking.class." + name().toLowerCase(Locale.ROOT);
  }
}
