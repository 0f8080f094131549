package org.smartcorrection.location.supervision;

/** Why something is held to be so, to be said in words. Order is stored. */
public enum Reason {
  /** The person moved. */
  MOVED,
  /** A permission began or ended, hours began or ended, or a zone was drawn anew. */
  AREA_CHANGED,
  /** It was so when the first position came. */
  FIRST_SEEN,
  /** Nothing was heard after the position that gave rise to it. */
  SILENT_SINCE,
  /** The silence began where devices are known to be silent, and outlasted it. */
  LEFT_DEAD_ZONE,
  /** The worn sensor has said no for long. */
  NOT_WORN,
  /** The device lay still for longer than anybody who wears it. */
  STILL,
  /** It lay on the charger for longer than charging takes, without being moved. */
  ON_CHARGER,
  /** The strap is open. */
  STRAP,
  /** The person was shown to be elsewhere. */
  VERIFIED_ELSEWHERE,
  /** The device said so itself. */
  DEVICE_SAYS;

  @SuppressWarnings("EnumOrdinal") // the order is stored, see above
  int bit() {
    return 1 << ordinal();
  }
}
