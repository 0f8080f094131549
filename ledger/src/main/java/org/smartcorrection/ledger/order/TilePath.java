package org.smartcorrection.ledger.order;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smartcorrection.ledger.MalformedException;

/**
 * The path of a tile (C2SP tlog-tiles): {@code tile/<L>/<N>[.p/<W>]}, or {@code entries} for L.
 *
 * @param level of the hashes, or {@link #ENTRIES}
 * @param number of the tile, from zero
 * @param width how many hashes or entries: 256 in a full tile, fewer at the right edge
 */
public record TilePath(int level, long number, int width) {
  /** The level of a bundle of entries. */
  public static final int ENTRIES = -1;

  /** Hashes, or entries, in a full tile. */
  public static final int FULL = 256;

  private static final int HIGHEST = 63;
  // 2^55 tiles of 256 hold all that a 64-bit index can name
  private static final int MOST_GROUPS = 6;
  private static final Pattern PATH =
      Pattern.compile(
          "tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*)([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  public TilePath {
    if (level < ENTRIES || level > HIGHEST || number < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException("no such tile");
    }
  }

  /** A full tile. */
  static TilePath full(int level, long number) {
    return new TilePath(level, number, FULL);
  }

  /** Reads the one spelling of a path. */
  public static TilePath parse(String path) throws MalformedException {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) throw new MalformedException("not the path of a tile");
    String groups = parts.group(2).replaceAll("[x/]", "") + parts.group(3);
    boolean padded = groups.length() > 3 && groups.startsWith("000");
    if (padded || groups.length() > MOST_GROUPS * 3) {
      throw new MalformedException("not the number of a tile");
    }
    String level = parts.group(1);
    int width = parts.group(4) == null ? FULL : Integer.parseInt(parts.group(4));
    if (parts.group(4) != null && width >= FULL) throw new MalformedException("not a width");
    int levelNumber = level.equals("entries") ? ENTRIES : Integer.parseInt(level);
    if (levelNumber > HIGHEST) throw new MalformedException("no such level");
    return new TilePath(levelNumber, Long.parseLong(groups), width);
  }

  /** Whether it is at the right edge, with fewer than 256. */
  public boolean isPartial() {
    return width < FULL;
  }

  /** Number of hashes or entries up to and with this tile. */
  long end() {
    return number * FULL + width;
  }

  /** The path, without a leading slash. */
  @Override
  public String toString() {
    var groups = new StringBuilder(String.format("%03d", number % 1000));
    for (long rest = number / 1000; rest > 0; rest /= 1000) {
      groups.insert(0, String.format("x%03d/", rest % 1000));
    }
    String name = level == ENTRIES ? "entries" : Integer.toString(level);
    return "tile/" + name + "/" + groups + (isPartial() ? ".p/" + width : "");
  }
}
