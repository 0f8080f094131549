package org.smartcorrection.location.simulation;

import java.time.Instant;

/**
 * Something that truly happened.
 *
 * @param kind what
 * @param from when it began
 * @param until when it was over
 * @param reports how many reports with a position the device made meanwhile, so that nobody is
 *     asked to find what no device saw
 * @param deepestMetres how far past the border it led, for what has to do with ground
 */
public record Episode(Kind kind, Instant from, Instant until, int reports, double deepestMetres) {

  /** What can truly happen. */
  public enum Kind {
    /** The person, with the device, was outside of the permitted ground. */
    OUTSIDE,
    /** The person, with the device, was on forbidden ground. */
    ON_FORBIDDEN_GROUND,
    /** The person was not where they had to be, from the hour on at which they had to. */
    ABSENT,
    /** The device was not on the person. */
    SEPARATED,
    /** Positions were not those of the device. */
    SPOOFED,
    /** The strap was opened by hand. */
    STRAP_OPENED,
    /** The case was opened by hand. */
    CASE_OPENED,
    /** A jammer was near. */
    JAMMED,
    /** The device was switched off, or its battery was empty. */
    SILENT
  }
}
