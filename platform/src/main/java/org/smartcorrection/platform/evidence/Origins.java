package org.smartcorrection.platform.evidence;

/**
 * The logs. The chain of courts, procuratorates, police and prisons (政法联盟链) and the one with civil
 * affairs (全要素联动链) have members of their own; this installation orders in the first.
 */
final class Origins {
  /** 社区矫正链: acts of correction agencies and of those who act with them in a case. */
  static final String CORRECTION = "smartcorrection.org/correction";

  private Origins() {}
}
