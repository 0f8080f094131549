package org.smartcorrection.platform.my;

import java.util.Locale;
import java.util.Set;

/**
 * What a person can ask for or has to tell, beyond leave and report: each is the first act of a
 * procedure, whose definition says what is stated and handed in.
 */
enum Petition {
  TRAVEL("regulartravel", "RegularTravelApplied"),
  MOVE("relocation", "RelocationApplied"),
  CONTACT("contact", "ContactApplied"),
  PLACE("place", "PlaceEntryApplied"),
  CHANGE("change", "ChangeReported"),
  HELP("support", "SupportAsked");

  /** The procedures whose runs the person follows; against the last two they can object. */
  static final Set<String> FOLLOWED =
      Set.of(
          "regulartravel",
          "relocation",
          "contact",
          "place",
          "change",
          "support",
          "measure",
          "warning");

  private final String procedure;
  private final String act;

  Petition(String procedure, String act) {
    this.procedure = procedure;
    this.act = act;
  }

  String procedure() {
    return procedure;
  }

  String act() {
    return act;
  }

  /** Its place in an address and in message keys. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }
}
