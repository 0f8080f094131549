package org.smartcorrection.location.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Positions as comma-separated values with a header: {@code time}, {@code latitude} and {@code
 * longitude} in any order, and if there are any {@code accuracy} in metres, {@code speed} in metres
 * a second and {@code course} in degrees. Times are ISO 8601 with their offset: nobody guesses a
 * zone. Coordinates are in whatever datum somebody declares for the file. A line that makes no
 * sense is named and left out; the others are read.
 */
public final class PointsCsv {
  /** A month of one every ten seconds. */
  public static final int MOST_LINES = 270_000;

  /** So many bad lines are named; all are counted. */
  public static final int MOST_NAMED = 20;

  private static final int LONGEST_LINE = 500;
  private static final List<String> NEEDED = List.of("time", "latitude", "longitude");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,15})?");

  private PointsCsv() {}

  /**
   * A position as it stands in a line.
   *
   * @param line counted from 1, the header included
   */
  public record Point(
      int line,
      Instant time,
      double latitude,
      double longitude,
      OptionalDouble accuracyMetres,
      OptionalDouble speedMetresPerSecond,
      OptionalDouble courseDegrees) {}

  /** A line that was left out. */
  public record Bad(int line, Fault fault) {}

  /** What became of a file. */
  public sealed interface Reading {
    /** Positions, with the first bad lines and how many there are. */
    record Read(List<Point> points, List<Bad> bad, int badLines) implements Reading {
      public Read {
        points = List.copyOf(points);
        bad = List.copyOf(bad);
      }
    }

    /** None; the line is counted from 1. */
    record Unreadable(int line, Fault fault) implements Reading {}
  }

  /** Why a line, or a file, says nothing. */
  public enum Fault {
    /** No header with time, latitude and longitude. */
    HEADER,
    /** More or fewer cells than the header, or a number that is none. */
    CELLS,
    /** A time that cannot be read, or has no offset. */
    TIME,
    /** Longer than a line can be, or more lines than {@link #MOST_LINES}. */
    TOO_LONG,
    /** Not one position. */
    EMPTY
  }

  /**
   * Reads a whole file.
   *
   * @throws IOException if the reader cannot be read
   */
  public static Reading read(Reader reader) throws IOException {
    var lines = new BufferedReader(reader);
    String header = line(lines);
    Map<String, Integer> columns = header == null ? Map.of() : columns(header);
    if (!columns.keySet().containsAll(NEEDED)) return new Reading.Unreadable(1, Fault.HEADER);
    var points = new ArrayList<Point>();
    var bad = new ArrayList<Bad>();
    int badLines = 0;
    int number = 1;
    for (String text = line(lines); text != null; text = line(lines)) {
      number++;
      if (text.isBlank()) continue;
      if (points.size() + badLines == MOST_LINES)
        return new Reading.Unreadable(number, Fault.TOO_LONG);
      try {
        points.add(point(number, text, columns));
      } catch (BadLineException e) {
        badLines++;
        if (bad.size() < MOST_NAMED) bad.add(new Bad(number, e.fault));
      }
    }
    if (points.isEmpty() && bad.isEmpty()) return new Reading.Unreadable(number, Fault.EMPTY);
    return new Reading.Read(points, bad, badLines);
  }

  private static Map<String, Integer> columns(String header) {
    Map<String, Integer> columns = new HashMap<>();
    String[] names = header.replace("\ufeff", "").strip().split(",", -1);
    for (int i = 0; i < names.length; i++)
      columns.putIfAbsent(names[i].strip().toLowerCase(Locale.ROOT), i);
    columns.put("", names.length);
    return columns;
  }

  private static Point point(int number, String text, Map<String, Integer> columns)
      throws BadLineException {
    if (text.length() > LONGEST_LINE) throw new BadLineException(Fault.TOO_LONG);
    String[] cells = text.strip().split(",", -1);
    if (cells.length != columns.getOrDefault("", 0)) throw new BadLineException(Fault.CELLS);
    return new Point(
        number,
        time(cell(cells, columns, "time")),
        number(cells, columns, "latitude").orElseThrow(() -> new BadLineException(Fault.CELLS)),
        number(cells, columns, "longitude").orElseThrow(() -> new BadLineException(Fault.CELLS)),
        number(cells, columns, "accuracy"),
        number(cells, columns, "speed"),
        number(cells, columns, "course"));
  }

  private static Instant time(String cell) throws BadLineException {
    try {
      return OffsetDateTime.parse(cell.replace(' ', 'T')).toInstant();
    } catch (DateTimeException _) {
      throw new BadLineException(Fault.TIME);
    }
  }

  private static String cell(String[] cells, Map<String, Integer> columns, String name) {
    Integer at = columns.get(name);
    return at == null ? "" : cells[at].strip();
  }

  private static OptionalDouble number(String[] cells, Map<String, Integer> columns, String name)
      throws BadLineException {
    String cell = cell(cells, columns, name);
    if (cell.isEmpty()) return OptionalDouble.empty();
    if (!NUMBER.matcher(cell).matches()) throw new BadLineException(Fault.CELLS);
    return OptionalDouble.of(Double.parseDouble(cell));
  }

  /** A line, cut where it is longer than any line can be, so that a hostile file stays small. */
  private static @Nullable String line(BufferedReader reader) throws IOException {
    var text = new StringBuilder();
    int character = reader.read();
    if (character < 0) return null;
    while (character >= 0 && character != '\n') {
      if (text.length() <= LONGEST_LINE) text.append((char) character);
      character = reader.read();
    }
    return text.toString();
  }

  private static final class BadLineException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    BadLineException(Fault fault) {
      super(fault.name());
      this.fault = fault;
    }
  }
}
