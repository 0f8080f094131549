package org.smartcorrection.location.supervision;

/**
 * What the sensors said at one moment: of each {@link Sign} yes, no, or nothing at all.
 *
 * @param said a bit for each sign that was mentioned
 * @param on a bit for each of those that is so
 */
public record Signs(int said, int on) {
  /** A device without sensors. */
  public static final Signs NONE = new Signs(0, 0);

  /**
   * @throws IllegalArgumentException if something is so that was not said
   */
  public Signs {
    if ((on & ~said) != 0) throw new IllegalArgumentException("what is so was said");
  }

  /** The same and one more. */
  public Signs with(Sign sign, boolean is) {
    return new Signs(said | sign.bit(), is ? on | sign.bit() : on & ~sign.bit());
  }

  /** Whether the device said that it is so. */
  public boolean is(Sign sign) {
    return (on & sign.bit()) != 0;
  }

  /** Whether the device said that it is not so; silence is neither. */
  public boolean isNot(Sign sign) {
    return (said & sign.bit()) != 0 && !is(sign);
  }
}
