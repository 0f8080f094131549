package org.smartcorrection.location;

import java.time.Instant;

/** A fix with what the rules made of it. */
public sealed interface JudgedFix permits UsedFix, LeftOutFix {
  /** When the device measured it. */
  Instant time();

  /** Where, in WGS-84. */
  Wgs84Point point();

  /** 68 % radius. */
  double accuracyMetres();

  /** What it was made from. */
  FixSource source();
}
