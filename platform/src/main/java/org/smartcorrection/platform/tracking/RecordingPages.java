package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.recording.GeoJsonTrack;
import org.smartcorrection.location.recording.Gpx;
import org.smartcorrection.location.recording.GpxRecording;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.shell.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * A GPX or GeoJSON file that somebody brings: shown at its true place and time. Nothing of it is
 * kept, and it is joined to nobody: a recording proves no identity.
 */
@Controller
class RecordingPages {
  private static final int SHOWN = 200;
  private static final int DRAWN = 4_000;
  private static final int LARGEST_JSON = 5_000_000; // in memory it is many times as large

  private final Countryside countryside;

  RecordingPages(Countryside countryside) {
    this.countryside = countryside;
  }

  /** What is shown of a recording. */
  record Shown(
      MapDrawing map,
      int points,
      @Nullable Instant first,
      @Nullable Instant last,
      GpxRecording.Notes notes,
      List<Row> rows) {}

  /** One point in the list. */
  record Row(double latitude, double longitude, @Nullable Instant time) {}

  @GetMapping("/console/recordings")
  String page(Model model) {
    model.addAttribute("form", Form.empty());
    return "tracking/recording";
  }

  @PostMapping("/console/recordings")
  String show(
      @RequestParam(required = false) @Nullable MultipartFile recording,
      Model model,
      HttpServletResponse response,
      Locale locale)
      throws IOException {
    Form form = Form.empty();
    if (recording == null || recording.isEmpty())
      form = form.failing("recording", "tracking.recording.missing");
    else
      try (InputStream in = recording.getInputStream()) {
        switch (read(in)) {
          case Gpx.Reading.Read(var read) -> model.addAttribute("shown", shown(read, locale));
          case Gpx.Reading.Unreadable(var fault) ->
              form = form.failing("recording", "tracking.recording.fault." + fault.name());
        }
      }
    if (form.hasErrors()) response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("form", form);
    return "tracking/recording";
  }

  /** A file that begins with a brace is JSON. */
  private static Gpx.Reading read(InputStream in) throws IOException {
    var file = new BufferedInputStream(in);
    file.mark(1);
    boolean json = file.read() == '{';
    file.reset();
    if (!json) return Gpx.read(file);
    byte[] bytes = file.readNBytes(LARGEST_JSON + 1);
    if (bytes.length > LARGEST_JSON) return new Gpx.Reading.Unreadable(Gpx.Fault.TOO_LARGE);
    try {
      return GeoJsonTrack.read(Json.read(bytes, Map.class));
    } catch (IllegalStateException _) {
      return new Gpx.Reading.Unreadable(Gpx.Fault.NOT_GEOJSON);
    }
  }

  private Shown shown(GpxRecording read, Locale locale) {
    List<GpxRecording.Point> points = read.points();
    List<Wgs84Point> places = points.stream().map(GpxRecording.Point::place).toList();
    var map = MapDrawing.around(places, 500).countryside(countryside, locale);
    for (GpxRecording.Segment segment : read.segments())
      map.line("trk before", thinned(segment, points.size()), null);
    map.dot("before", places.getFirst(), 0, null).dot("before", places.getLast(), 0, null);
    List<Instant> times =
        points.stream().map(GpxRecording.Point::time).flatMap(Optional::stream).toList();
    return new Shown(
        map.drawn(),
        points.size(),
        times.isEmpty() ? null : times.getFirst(),
        times.isEmpty() ? null : times.getLast(),
        read.notes(),
        points.stream()
            .limit(SHOWN)
            .map(
                point ->
                    new Row(
                        point.place().latitude(),
                        point.place().longitude(),
                        point.time().orElse(null)))
            .toList());
  }

  /** A page with a million corners helps nobody: every so many is drawn, the last one always. */
  private static List<Wgs84Point> thinned(GpxRecording.Segment segment, int all) {
    int every = Math.max(1, all / DRAWN);
    var line = new ArrayList<Wgs84Point>();
    for (int i = 0; i < segment.points().size(); i++)
      if (i % every == 0 || i == segment.points().size() - 1)
        line.add(segment.points().get(i).place());
    return line;
  }
}
