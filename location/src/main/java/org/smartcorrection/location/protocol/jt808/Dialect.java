package org.smartcorrection.location.protocol.jt808;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.supervision.Sign;
import org.smartcorrection.location.supervision.Signs;

/**
 * What the terminals of a site say beyond the standard, and in which datum. The standard was
 * written for vehicles; of what a worn device has to say it defines little:
 *
 * <table>
 *   <caption>What is taken of the standard's bits</caption>
 *   <tr><th>bit</th><th>meaning (tables 24 and 25)</th><th>sign</th></tr>
 *   <tr><td>alarm 8</td><td>main power lost</td><td>{@code CHARGING} denied</td></tr>
 *   <tr><td>alarm 28</td><td>moved unlawfully</td><td>{@code MOVED}</td></tr>
 *   <tr><td>status 1</td><td>positioned</td><td>without it there is no position</td></tr>
 *   <tr><td>status 2, 3</td><td>south, west</td><td>the position's sign</td></tr>
 *   <tr><td>status 18 to 21</td><td>GPS, BeiDou, GLONASS, Galileo used</td>
 *       <td>the source is GNSS</td></tr>
 *   <tr><td>item 0x31</td><td>satellites</td><td>the sky</td></tr>
 * </table>
 *
 * <p>Not taken: an antenna cut or short, a receiver at fault (alarm 4 to 6) and a low voltage
 * (alarm 7), for which there is no sign, and a percentage would be invented; whatever is about
 * driving. The bits that a maker of worn devices adds (strap, case, battery) are declared by the
 * site from the maker's paper.
 */
public final class Dialect {
  private static final int LOST_POWER = 8;
  private static final int MOVED = 28;

  private final Datum datum;
  private final @Nullable Sign[] alarms = new @Nullable Sign[Integer.SIZE];
  private final @Nullable Sign[] statuses = new @Nullable Sign[Integer.SIZE];
  private final int batteryItem;
  private final int batteryByte;

  /**
   * Where the battery stands in percent.
   *
   * @param item the additional item's identifier
   * @param at which of its bytes
   */
  public record Battery(int item, int at) {}

  /** The standard and nothing else. */
  public static final Dialect STANDARD = new Dialect(Datum.WGS_84, Map.of(), Map.of(), null);

  /**
   * The standard and what a maker adds.
   *
   * @param alarms which alarm bits say what, beside the standard's
   * @param statuses which status bits say what; one that is not set denies it
   * @throws IndexOutOfBoundsException if a bit is not 0 to 31
   */
  public Dialect(
      Datum datum,
      Map<Integer, Sign> alarms,
      Map<Integer, Sign> statuses,
      @Nullable Battery battery) {
    this.datum = datum;
    this.alarms[MOVED] = Sign.MOVED;
    alarms.forEach((bit, sign) -> this.alarms[bit] = sign);
    statuses.forEach((bit, sign) -> this.statuses[bit] = sign);
    batteryItem = battery == null ? -1 : battery.item();
    batteryByte = battery == null ? 0 : battery.at();
  }

  Datum datum() {
    return datum;
  }

  /** An alarm that a maker declared is denied where it is not raised; the standard's are not. */
  Signs signs(int alarm, int status) {
    Signs signs = Signs.NONE;
    if (((alarm >>> LOST_POWER) & 1) != 0) signs = signs.with(Sign.CHARGING, false);
    for (int bit = 0; bit < Integer.SIZE; bit++) {
      Sign raised = alarms[bit];
      if (raised != null && (bit != MOVED || ((alarm >>> bit) & 1) != 0)) {
        signs = signs.with(raised, ((alarm >>> bit) & 1) != 0);
      }
      Sign state = statuses[bit];
      if (state != null) signs = signs.with(state, ((status >>> bit) & 1) != 0);
    }
    return signs;
  }

  OptionalInt battery(int item, byte[] bytes, int from, int until) {
    return item == batteryItem && from + batteryByte < until
        ? OptionalInt.of(bytes[from + batteryByte] & 0xff)
        : OptionalInt.empty();
  }
}
