package org.smartcorrection.location.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.LocalFrame.Offset;
import org.smartcorrection.location.recording.Recording.Moment;

/**
 * Recordings as comma-separated values with the columns {@code timestamp,x,y,groundtruth}: local
 * time, metres east and north of an unnamed origin, and what the person did. Times are counted from
 * the first line, so a shifted date does no harm.
 */
public final class RecordingCsv {
  /** Longer than any day's recording at one point a second. */
  public static final int MOST_LINES = 100_000;

  private static final int LONGEST_LINE = 500;
  private static final String HEADER = "timestamp,x,y,groundtruth";
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,9}(\\.\\d{1,20})?([eE]-?\\d{1,2})?");

  private RecordingCsv() {}

  private record Line(LocalDateTime time, double x, double y) {}

  /**
   * Reads a whole file or says on which line it stops making sense.
   *
   * @throws IOException if the reader cannot be read
   */
  public static Reading read(Reader reader) throws IOException {
    var buffered = new BufferedReader(reader);
    String header = line(buffered);
    if (header == null || !header.strip().equals(HEADER)) {
      return new Reading.Unreadable(1, Fault.HEADER);
    }
    var lines = new ArrayList<Line>();
    int number = 1;
    for (String text = line(buffered); text != null; text = line(buffered)) {
      number++;
      if (text.isBlank()) continue;
      if (lines.size() == MOST_LINES || text.length() > LONGEST_LINE) {
        return new Reading.Unreadable(number, Fault.TOO_LONG);
      }
      String[] cells = text.strip().split(",", -1);
      if (cells.length != 4
          || !NUMBER.matcher(cells[1]).matches()
          || !NUMBER.matcher(cells[2]).matches()) {
        return new Reading.Unreadable(number, Fault.CELLS);
      }
      LocalDateTime time;
      try {
        time = LocalDateTime.parse(cells[0].replace(' ', 'T'));
      } catch (DateTimeException e) {
        return new Reading.Unreadable(number, Fault.TIME);
      }
      if (!lines.isEmpty() && !time.isAfter(lines.getLast().time())) {
        return new Reading.Unreadable(number, Fault.TIME_STANDS_STILL);
      }
      lines.add(new Line(time, Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
    }
    if (lines.isEmpty()) return new Reading.Unreadable(number, Fault.EMPTY);
    return new Reading.Read(fromFirst(lines));
  }

  private static Recording fromFirst(List<Line> lines) {
    Line first = lines.getFirst();
    return new Recording(
        lines.stream()
            .map(
                line ->
                    new Moment(
                        Duration.between(first.time(), line.time()),
                        new Offset(line.x() - first.x(), line.y() - first.y())))
            .toList());
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

  /** What became of a file. */
  public sealed interface Reading {
    /** A recording. */
    record Read(Recording recording) implements Reading {}

    /** None; the line is counted from 1. */
    record Unreadable(int line, Fault fault) implements Reading {}
  }

  /** Why a file is no recording. */
  public enum Fault {
    /** Not the header of these files. */
    HEADER,
    /** Not four cells, or a coordinate that is no number. */
    CELLS,
    /** A time that cannot be read. */
    TIME,
    /** A time that is not after the one before. */
    TIME_STANDS_STILL,
    /** A line or the file is too long. */
    TOO_LONG,
    /** A header and nothing else. */
    EMPTY
  }
}
