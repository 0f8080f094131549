package org.smartcorrection.procedure.act;

import java.util.Set;

/**
 * Facts that the person under correction is never shown, wherever an act is: those by which a
 * victim, accuser or informant could be found (rule M16; PIPL 18 and 35 for this exception from
 * telling). A closed list: no definition of an agency can hide anything else, or show one of these.
 * The documents of an act that states one are not shown either.
 */
public final class Withheld {
  private static final Set<String> FACTS =
      Set.of(
          "protectedName",
          "protectedKind",
          "protectedReason",
          "protectedRadius",
          "protectedGround",
          // an alarm may send somebody to where the protected person is
          "dispatchedWhere",
          "foundThere");

  private Withheld() {}

  /** Whether a fact of this name is kept from the person. */
  public static boolean isWithheld(String fact) {
    return FACTS.contains(fact);
  }
}
