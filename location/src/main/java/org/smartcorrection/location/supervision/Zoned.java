package org.smartcorrection.location.supervision;

/** A border that is being watched, by the id of its zone. */
record Zoned(Kind kind, String zone, Crossing crossing) {
  Zoned at(Crossing now) {
    return new Zoned(kind, zone, now);
  }
}
