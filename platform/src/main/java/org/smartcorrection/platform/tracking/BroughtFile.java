package org.smartcorrection.platform.tracking;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.RawFix;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.recording.GeoJsonTrack;
import org.smartcorrection.location.recording.Gpx;
import org.smartcorrection.location.recording.GpxRecording;
import org.smartcorrection.location.recording.PointsCsv;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.platform.kernel.Json;

/**
 * A file of positions that somebody read out of a device: GPX, GeoJSON or CSV, told apart by how it
 * begins.
 */
final class BroughtFile {
  /** About a week of positions every ten seconds as GPX. */
  static final int LARGEST = 12_000_000;

  private static final int LARGEST_JSON = 5_000_000; // in memory it is many times as large

  private BroughtFile() {}

  /** What became of it. */
  sealed interface Read {
    /**
     * Positions in the order of their time, as the file says them: nothing was believed yet.
     *
     * @param sha256 of the file, in hexadecimal digits
     * @param bad the first lines that make no sense, of {@code badLines}
     */
    record Good(String sha256, List<RawReport> reports, List<PointsCsv.Bad> bad, int badLines)
        implements Read {
      public Good {
        reports = List.copyOf(reports);
        bad = List.copyOf(bad);
      }
    }

    /** None, and why: a message with its arguments. */
    record Faulty(String key, List<Object> arguments) implements Read {
      public Faulty {
        arguments = List.copyOf(arguments);
      }

      static Faulty of(String key, Object... arguments) {
        return new Faulty("tracking.taking.fault." + key, List.of(arguments));
      }
    }
  }

  /** Reads a file whose coordinates are of this datum, made from this source. */
  static Read read(byte[] file, Datum datum, FixSource source) {
    if (file.length > LARGEST) return Read.Faulty.of("too-large");
    int first = 0;
    while (first < file.length && (Character.isWhitespace(file[first]) || file[first] < 0)) first++;
    char begins = first < file.length ? (char) file[first] : ' ';
    return switch (begins) {
      case '<' -> track(gpx(file), file, datum, source);
      case '{' ->
          file.length > LARGEST_JSON
              ? Read.Faulty.of("too-large")
              : track(geoJson(file), file, datum, source);
      default -> csv(file, datum, source);
    };
  }

  private static Gpx.Reading gpx(byte[] file) {
    try {
      return Gpx.read(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Gpx.Reading geoJson(byte[] file) {
    try {
      return GeoJsonTrack.read(Json.read(file, Map.class));
    } catch (IllegalStateException _) {
      return new Gpx.Reading.Unreadable(Gpx.Fault.NOT_GEOJSON);
    }
  }

  private static Read track(Gpx.Reading reading, byte[] file, Datum datum, FixSource source) {
    return switch (reading) {
      case Gpx.Reading.Unreadable(var fault) ->
          new Read.Faulty("tracking.recording.fault." + fault.name(), List.of());
      case Gpx.Reading.Read(GpxRecording read) ->
          good(
              file,
              read.points().stream()
                  .map(
                      point ->
                          report(
                              point.time(),
                              point.place().latitude(),
                              point.place().longitude(),
                              OptionalDouble.empty(),
                              OptionalDouble.empty(),
                              OptionalDouble.empty(),
                              datum,
                              source))
                  .toList(),
              List.of(),
              0);
    };
  }

  private static Read csv(byte[] file, Datum datum, FixSource source) {
    PointsCsv.Reading reading;
    try {
      reading =
          PointsCsv.read(
              new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return switch (reading) {
      case PointsCsv.Reading.Unreadable(int line, var fault) -> Read.Faulty.of(fault.name(), line);
      case PointsCsv.Reading.Read(var points, var bad, int badLines) ->
          good(
              file,
              points.stream()
                  .map(
                      point ->
                          report(
                              Optional.of(point.time()),
                              point.latitude(),
                              point.longitude(),
                              point.accuracyMetres(),
                              point.speedMetresPerSecond(),
                              point.courseDegrees(),
                              datum,
                              source))
                  .toList(),
              bad,
              badLines);
    };
  }

  private static Read good(
      byte[] file, List<RawReport> reports, List<PointsCsv.Bad> bad, int badLines) {
    List<RawReport> inOrder =
        reports.stream()
            .sorted(Comparator.comparing(report -> report.fix().time().orElse(Instant.MIN)))
            .toList();
    return new Read.Good(sha256(file), inOrder, bad, badLines);
  }

  /** A place that is none on earth goes on as it is: the gate says why it is refused. */
  private static RawReport report(
      Optional<Instant> time,
      double latitude,
      double longitude,
      OptionalDouble accuracy,
      OptionalDouble speed,
      OptionalDouble course,
      Datum datum,
      FixSource source) {
    double north = latitude;
    double east = longitude;
    try {
      Wgs84Point place = datum.wgs84(latitude, longitude);
      north = place.latitude();
      east = place.longitude();
    } catch (IllegalArgumentException _) {
      // refused where all are checked
    }
    return RawReport.of(
        new RawFix(
            time,
            OptionalDouble.of(north),
            OptionalDouble.of(east),
            accuracy,
            source,
            speed,
            course,
            OptionalInt.empty()));
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
