package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.Datum;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.shell.FormReader;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * Ground as a form states it: chosen from the list, drawn or typed, or from a file.
 *
 * @param area in WGS-84
 * @param source where it comes from
 * @param datum in which its source gives it
 * @param licence of the data of a file; empty for what comes from no file
 */
record GroundInput(Area area, Source source, Datum datum, String licence) {
  /** What was read of a file comes back with the form, which cannot bring the file again. */
  static final String READY = "ready";

  /** Where a border comes from. */
  enum Source {
    LISTED,
    DRAWN,
    IMPORTED
  }

  /** Reads it; empty when something is wrong with it, which the form then says. */
  static Optional<GroundInput> read(
      HttpServletRequest request, FormReader reader, Countryside countryside, boolean toStayIn)
      throws IOException {
    Optional<Source> source = reader.choice("source", Source.class);
    Optional<Datum> datum = reader.choice("datum", Datum.class);
    if (source.isEmpty() || datum.isEmpty()) return Optional.empty();
    String licence = source.get() == Source.IMPORTED ? reader.text("licence", 200) : "";
    String field =
        switch (source.get()) {
          case LISTED -> "listed";
          case DRAWN -> "corners";
          case IMPORTED -> "file";
        };
    AreaDrawing drawing =
        switch (source.get()) {
          case LISTED -> listed(reader, countryside);
          case DRAWN -> drawn(reader, datum.get());
          case IMPORTED -> imported(request, reader, datum.get());
        };
    // what is listed here is the platform's own
    Datum given = source.get() == Source.LISTED ? Datum.WGS_84 : datum.get();
    return switch (toStayIn ? drawing.toStayIn() : drawing) {
      case AreaDrawing.Drawn(var area) ->
          Optional.of(new GroundInput(area, source.get(), given, licence));
      case AreaDrawing.Wrong(var key, var arguments) -> {
        reader.failing(field, key, arguments.toArray());
        yield Optional.empty();
      }
    };
  }

  private static AreaDrawing listed(FormReader reader, Countryside countryside) {
    return countryside
        .place(reader.form().value("listed"))
        .map(place -> AreaDrawing.checked(place.polygons()))
        .orElse(AreaDrawing.Wrong.of("tracking.area.not-listed"));
  }

  private static AreaDrawing drawn(FormReader reader, Datum datum) {
    AreaDrawing.Shape shape =
        reader.choiceIfAny("shape", AreaDrawing.Shape.class).orElse(AreaDrawing.Shape.POLYGON);
    OptionalLong metres =
        shape == AreaDrawing.Shape.POLYGON
            ? OptionalLong.of(0)
            : reader.wholeNumber("metres", 1, 500_000);
    return AreaDrawing.ofPlaces(
        reader.form().value("corners"), shape, (double) metres.orElse(0), datum);
  }

  private static AreaDrawing imported(HttpServletRequest request, FormReader reader, Datum datum)
      throws IOException {
    var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    MultipartFile file = multipart == null ? null : multipart.getFile("file");
    if (file != null && !file.isEmpty()) return AreaDrawing.ofFile(file.getBytes(), datum);
    return GroundForm.read(reader.form().value(READY))
        .<AreaDrawing>map(AreaDrawing.Drawn::new)
        .orElse(AreaDrawing.Wrong.of("tracking.area.no-file"));
  }

  /** As an act states it. */
  Facts facts() {
    Facts facts =
        Facts.NONE
            .text("geometry", GroundForm.write(area))
            .choice("source", source)
            .choice("datum", datum);
    return licence.isEmpty() ? facts : facts.text("licence", licence);
  }
}
