package org.smartcorrection.platform.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.smartcorrection.platform.casework.Running;

/**
 * A leave somebody asked for and nobody has decided on.
 *
 * @param cause as the person chose it, in words
 * @param decides who has the power for a leave of that length (M19, M20), in words
 * @param mine whether the reader has it
 */
record Application(
    Who who, Running leave, String cause, String destination, String decides, boolean mine) {

  public LocalDate first() {
    return leave.facts().day("firstDay").orElseThrow();
  }

  public LocalDate last() {
    return leave.facts().day("lastDay").orElseThrow();
  }

  public long days() {
    return ChronoUnit.DAYS.between(first(), last()) + 1;
  }

  public String grant() {
    return act("LeaveGranted");
  }

  public String refuse() {
    return act("LeaveRefused");
  }

  private String act(String type) {
    return who.href() + "/acts/leave/" + type + "?instance=" + leave.id();
  }
}
