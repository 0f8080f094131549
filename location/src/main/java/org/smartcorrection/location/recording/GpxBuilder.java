package org.smartcorrection.location.recording;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.recording.GpxRecording.Notes;
import org.smartcorrection.location.recording.GpxRecording.Point;
import org.smartcorrection.location.recording.GpxRecording.Segment;

/** Gathers the elements of a GPX file into a recording and notes what is odd. */
final class GpxBuilder {
  private static final Instant YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z");
  private static final Pattern NUMBER =
      Pattern.compile("\\s*[+-]?\\d{1,12}(\\.\\d{0,20})?([eE][+-]?\\d{1,2})?\\s*");
  private static final int LONGEST_TEXT = 200;

  private final List<Segment> segments = new ArrayList<>();
  private final List<Point> points = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private String track = "";
  private boolean inTrack;
  private boolean inPoint;
  private Optional<Wgs84Point> place = Optional.empty();
  private Optional<String> time = Optional.empty();
  private OptionalDouble elevation = OptionalDouble.empty();
  private Optional<Instant> before = Optional.empty();
  private int kept;
  private int refused;
  private int withoutTime;
  private int unreadable;
  private int before2000;
  private int standingStill;

  int points() {
    return kept + refused;
  }

  void start(String name, @Nullable String latitude, @Nullable String longitude) {
    text.setLength(0);
    switch (name) {
      case "trk" -> {
        inTrack = true;
        track = "";
      }
      case "trkpt" -> {
        inPoint = true;
        place = place(latitude, longitude);
        time = Optional.empty();
        elevation = OptionalDouble.empty();
      }
      default -> {} // waypoints, routes and extensions are no track
    }
  }

  void text(String more) {
    int room = LONGEST_TEXT - text.length();
    if (room > 0) text.append(more, 0, Math.min(room, more.length()));
  }

  void end(String name) {
    switch (name) {
      case "name" -> {
        if (inTrack && !inPoint) track = text.toString().strip();
      }
      case "time" -> {
        if (inPoint) time = Optional.of(text.toString().strip());
      }
      case "ele" -> {
        if (inPoint) elevation = number(text.toString());
      }
      case "trkpt" -> {
        endPoint();
        inPoint = false;
      }
      case "trkseg" -> endSegment();
      case "trk" -> {
        endSegment();
        inTrack = false;
      }
      default -> {} // as above
    }
    text.setLength(0);
  }

  GpxRecording recording() {
    return new GpxRecording(
        segments, new Notes(refused, withoutTime, unreadable, before2000, standingStill));
  }

  private void endPoint() {
    if (place.isEmpty()) {
      refused++;
      return;
    }
    kept++;
    points.add(new Point(place.get(), instant(), elevation));
  }

  private void endSegment() {
    if (!points.isEmpty()) segments.add(new Segment(track, points));
    points.clear();
  }

  private Optional<Instant> instant() {
    if (time.isEmpty() || time.get().isEmpty()) {
      withoutTime++;
      return Optional.empty();
    }
    Instant instant;
    try {
      instant = OffsetDateTime.parse(time.get()).toInstant();
    } catch (DateTimeException e) {
      unreadable++;
      return Optional.empty();
    }
    if (instant.isBefore(YEAR_2000)) {
      before2000++;
      return Optional.empty();
    }
    if (before.isPresent() && !instant.isAfter(before.get())) standingStill++;
    before = Optional.of(instant);
    return Optional.of(instant);
  }

  private static Optional<Wgs84Point> place(@Nullable String latitude, @Nullable String longitude) {
    OptionalDouble y = number(latitude);
    OptionalDouble x = number(longitude);
    if (y.isEmpty() || x.isEmpty()) return Optional.empty();
    boolean onEarth = Math.abs(y.getAsDouble()) <= 90 && Math.abs(x.getAsDouble()) <= 180;
    return onEarth
        ? Optional.of(new Wgs84Point(y.getAsDouble(), x.getAsDouble()))
        : Optional.empty();
  }

  private static OptionalDouble number(@Nullable String text) {
    if (text == null || text.length() > LONGEST_TEXT || !NUMBER.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Double.parseDouble(text.strip()));
  }
}
