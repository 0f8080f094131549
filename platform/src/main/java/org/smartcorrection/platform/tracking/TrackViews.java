package org.smartcorrection.platform.tracking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.CircleArea;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.journal.Fate;
import org.smartcorrection.location.playback.Playback;
import org.smartcorrection.location.playback.Stretch;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** Writes a track out for its page: map, stretches, what was left out, and how much was refused. */
@Component
class TrackViews {
  private static final double LEAST_METRES = 1_500;
  private static final double LEAST_STOP_METRES = 60;

  private final Areas areas;
  private final Refusals refusals;
  private final Countryside countryside;

  TrackViews(Areas areas, Refusals refusals, Countryside countryside) {
    this.areas = areas;
    this.refusals = refusals;
    this.countryside = countryside;
  }

  TrackView of(PersonId person, Track track, Locale locale) {
    List<TrackView.Row> rows = rows(track.stretches());
    return new TrackView(
        map(person, track, rows, locale),
        track.span().from(),
        track.span().until(),
        track.used().size(),
        track.spoken(),
        rows,
        track.leftOut().stream().map(TrackViews::left).toList(),
        refused(person, track));
  }

  static List<TrackView.Row> rows(List<Stretch> stretches) {
    var rows = new ArrayList<TrackView.Row>();
    int stops = 0;
    for (Stretch one : stretches) {
      boolean stop = one instanceof Stretch.Stop;
      if (stop) stops++;
      rows.add(
          new TrackView.Row(
              kind(one),
              stop ? stops : null,
              one.from(),
              one.until(),
              what(one),
              one instanceof Stretch.Stop(_, var place, _, _) ? place : null));
    }
    return rows;
  }

  private static String kind(Stretch stretch) {
    return switch (stretch) {
      case Stretch.Stop _ -> "stop";
      case Stretch.Way _ -> "way";
      case Stretch.Gap _ -> "gap";
    };
  }

  private static Text what(Stretch stretch) {
    return switch (stretch) {
      case Stretch.Stop(_, _, var radius, var fixes) ->
          Text.of("tracking.track.stop", fixes, Math.round(radius));
      case Stretch.Way(_, _, var fixes) when fixes == 1 -> Text.of("tracking.track.single");
      case Stretch.Way(_, var metres, var fixes) ->
          Text.of("tracking.track.way", Math.round(metres), fixes);
      case Stretch.Gap(_, var cause, _, var leftOut) ->
          Text.of("tracking.track.gap." + cause.name(), leftOut);
    };
  }

  static TrackView.Left left(Entry entry) {
    Fix fix = Track.fix(entry);
    return new TrackView.Left(
        fix.time(),
        "tracking.source." + fix.source().name(),
        Math.round(fix.accuracyMetres()),
        entry.fate() instanceof Fate.LeftOut(var reason)
            ? "tracking.left-out." + reason.name()
            : "tracking.track.unjudged");
  }

  /** By legal day and reason; which of a day fell into the span is not known. */
  private List<TrackView.Refused> refused(PersonId person, Track track) {
    var refused = new ArrayList<TrackView.Refused>();
    LocalDate last = LegalCalendar.legalDay(track.span().until());
    for (LocalDate day = LegalCalendar.legalDay(track.span().from());
        !day.isAfter(last);
        day = day.plusDays(1)) {
      Map<String, Integer> times = new TreeMap<>(refusals.of(person, day));
      for (var one : times.entrySet())
        refused.add(new TrackView.Refused(day, one.getKey(), one.getValue()));
    }
    return refused;
  }

  private @Nullable MapDrawing map(
      PersonId person, Track track, List<TrackView.Row> rows, Locale locale) {
    List<Entry> used = track.used();
    if (track.entries().isEmpty()) return null;
    List<Wgs84Point> places =
        (used.isEmpty() ? track.entries() : used)
            .stream().map(entry -> Track.fix(entry).point()).toList();
    var map = MapDrawing.around(places, LEAST_METRES);
    areas.zones(person).forEach(zone -> map.area("area", zone.polygons()));
    areas.set(person).forEach(zone -> map.area(zone.kind().css(), zone.polygons()));
    map.countryside(countryside, locale);
    for (Stretch one : track.stretches())
      switch (one) {
        case Stretch.Stop(_, var place, var radius, _) ->
            map.area(
                "homezone",
                GroundForm.outlines(new CircleArea(place, Math.max(LEAST_STOP_METRES, radius))));
        case Stretch.Way way -> map.line("trk before", along(way, used), null);
        case Stretch.Gap _ -> {} // nothing is drawn through it
      }
    for (Entry entry : track.entries()) {
      Fix fix = Track.fix(entry);
      String kind = Playback.isUsed(entry) ? "after" : "dropped";
      map.dot(kind, fix.point(), fix.accuracyMetres(), fix.time());
    }
    for (TrackView.Row row : rows)
      if (row.place() != null) map.name("halo strong", row.place(), String.valueOf(row.number()));
    return map.drawn();
  }

  private static List<Wgs84Point> along(Stretch.Way way, List<Entry> used) {
    return used.stream()
        .filter(entry -> !entry.time().isBefore(way.from()) && !entry.time().isAfter(way.until()))
        .map(entry -> Track.fix(entry).point())
        .toList();
  }
}
