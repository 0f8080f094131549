package org.smartcorrection.platform.wall;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a reader asked of the map: whom it shows, and where it looks. What cannot be read is as if
 * it had not been asked.
 *
 * @param agency an agency or office below the reader's own
 * @param view where to look; {@code null} for everybody
 */
record MapFilter(
    @Nullable AgencyId agency,
    boolean alarmed,
    @Nullable Heard heard,
    Summary.@Nullable Level level,
    @Nullable MapView view) {

  /** When the last position was measured. */
  enum Heard {
    WITHIN_15_MINUTES(Duration.ofMinutes(15), true),
    WITHIN_1_HOUR(Duration.ofHours(1), true),
    BEFORE_1_HOUR(Duration.ofHours(1), false),
    BEFORE_1_DAY(Duration.ofDays(1), false);

    private final Duration span;
    private final boolean within;

    Heard(Duration span, boolean within) {
      this.span = span;
      this.within = within;
    }

    boolean holds(Instant at, Instant now) {
      return at.isBefore(now.minus(span)) != within;
    }
  }

  static MapFilter read(HttpServletRequest request) {
    return new MapFilter(
        agency(request.getParameter("agency")),
        "1".equals(request.getParameter("alarmed")),
        constant(Heard.values(), request.getParameter("heard")),
        constant(Summary.Level.values(), request.getParameter("level")),
        view(request));
  }

  private static @Nullable AgencyId agency(@Nullable String typed) {
    return typed == null || typed.isEmpty() ? null : AgencyId.of(typed);
  }

  private static <E extends Enum<E>> @Nullable E constant(E[] all, @Nullable String typed) {
    return Arrays.stream(all).filter(one -> one.name().equals(typed)).findFirst().orElse(null);
  }

  private static @Nullable MapView view(HttpServletRequest request) {
    Optional<Double> latitude = number(request.getParameter("lat"));
    Optional<Double> longitude = number(request.getParameter("lon"));
    Optional<Double> zoom = number(request.getParameter("z"));
    if (latitude.isEmpty() || longitude.isEmpty() || zoom.isEmpty()) return null;
    return new MapView(latitude.get(), longitude.get(), (int) Math.round(zoom.get()));
  }

  private static Optional<Double> number(@Nullable String typed) {
    try {
      return Optional.ofNullable(typed).map(Double::valueOf).filter(Double::isFinite);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  MapFilter at(@Nullable MapView other) {
    return new MapFilter(agency, alarmed, heard, level, other);
  }

  public boolean narrows() {
    return agency != null || alarmed || heard != null || level != null;
  }

  /** The address of a page that asks the same. */
  public String href(String path) {
    UriComponentsBuilder to = UriComponentsBuilder.fromPath(path);
    if (agency != null) to.queryParam("agency", agency);
    if (alarmed) to.queryParam("alarmed", 1);
    if (heard != null) to.queryParam("heard", heard);
    if (level != null) to.queryParam("level", level);
    if (view != null)
      to.queryParam("lat", degrees(view.latitude()))
          .queryParam("lon", degrees(view.longitude()))
          .queryParam("z", view.zoom());
    return to.toUriString();
  }

  private static String degrees(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
