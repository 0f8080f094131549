package org.smartcorrection.location.recording;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.recording.Gpx.Fault;
import org.smartcorrection.location.recording.Gpx.Reading;

/**
 * Reads a recording from GeoJSON (RFC 7946, WGS-84), already parsed: features that are points with
 * a {@code time} in their properties, and features that are lines with {@code coordTimes}, as GPX
 * is commonly converted to. Points that follow each other are one stretch, and so is each line.
 */
public final class GeoJsonTrack {
  private static final int ELEVATION = 2; // of the numbers of a place

  private GeoJsonTrack() {}

  /** Reads a document or says why it is none. Times that are missing are noted, never invented. */
  public static Reading read(Map<?, ? extends @Nullable Object> document) {
    var builder = new GpxBuilder();
    builder.start("trk", null, null);
    boolean understood =
        document.get("features") instanceof List<?> features
            ? features.stream().allMatch(feature -> feature(feature, builder))
            : feature(document, builder);
    builder.end("trk");
    if (!understood) return new Reading.Unreadable(Fault.NOT_GEOJSON);
    GpxRecording recording = builder.recording();
    return recording.segments().isEmpty()
        ? new Reading.Unreadable(Fault.NO_POINTS)
        : new Reading.Read(recording);
  }

  /** Whether it is a feature; one that is no track is passed over. */
  private static boolean feature(@Nullable Object feature, GpxBuilder builder) {
    if (!(feature instanceof Map<?, ?> map) || !(map.get("geometry") instanceof Map<?, ?> shape)) {
      return false;
    }
    Map<?, ?> properties = map.get("properties") instanceof Map<?, ?> said ? said : Map.of();
    Object places = shape.get("coordinates");
    Object times = properties.get("coordTimes");
    switch (String.valueOf(shape.get("type"))) {
      case "Point" -> point(places, properties.get("time"), builder);
      case "LineString" -> line(places, times, builder);
      case "MultiLineString" -> {
        if (places instanceof List<?> lines) {
          for (int i = 0; i < lines.size(); i++) line(lines.get(i), at(times, i), builder);
        }
      }
      default -> {} // an area is no track
    }
    return true;
  }

  private static void line(@Nullable Object places, @Nullable Object times, GpxBuilder builder) {
    builder.end("trkseg");
    if (places instanceof List<?> line) {
      for (int i = 0; i < line.size(); i++) point(line.get(i), at(times, i), builder);
    }
    builder.end("trkseg");
  }

  private static void point(@Nullable Object place, @Nullable Object time, GpxBuilder builder) {
    builder.start("trkpt", number(at(place, 1)), number(at(place, 0)));
    if (time instanceof String text) text(builder, "time", text);
    String elevation = number(at(place, ELEVATION));
    if (elevation != null) text(builder, "ele", elevation);
    builder.end("trkpt");
  }

  private static void text(GpxBuilder builder, String name, String value) {
    builder.start(name, null, null);
    builder.text(value);
    builder.end(name);
  }

  private static @Nullable Object at(@Nullable Object list, int index) {
    return list instanceof List<?> values && index < values.size() ? values.get(index) : null;
  }

  private static @Nullable String number(@Nullable Object value) {
    return value instanceof Number number ? number.toString() : null;
  }
}
