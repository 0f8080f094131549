package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Explanation;
import org.smartcorrection.location.Finding;
import org.smartcorrection.location.Finding.ReturnedToPermittedArea;
import org.smartcorrection.location.JudgedFix;
import org.smartcorrection.location.LeftOutFix;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.location.UsedFix;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** Gathers what is shown of an alarm: the positions around it, and no others. */
@Component
class AlarmViews {
  private static final Duration BEFORE = Duration.ofMinutes(40);
  private static final Duration AFTER = Duration.ofHours(2);
  private static final int MOST = 400;
  private static final double LEAST_METRES = 2_500;

  private final Alarms alarms;
  private final Positions positions;
  private final Areas areas;
  private final Countryside countryside;
  private final Clock clock;

  AlarmViews(
      Alarms alarms, Positions positions, Areas areas, Countryside countryside, Clock clock) {
    this.alarms = alarms;
    this.positions = positions;
    this.areas = areas;
    this.countryside = countryside;
    this.clock = clock;
  }

  AlarmView of(Alarm alarm, Locale locale) {
    List<Finding> findings = alarms.evidence(alarm);
    if (findings.isEmpty())
      return new AlarmView(
          null,
          null,
          null,
          List.of(),
          null,
          Judging.RULES.raiseProbability(),
          List.of(),
          List.of());
    Finding telling =
        findings.stream()
            .filter(finding -> !(finding instanceof ReturnedToPermittedArea))
            .reduce((_, later) -> later)
            .orElse(findings.getFirst());
    Instant since = findings.getFirst().evidence().getFirst().time();
    Instant from = since.minus(BEFORE);
    Instant until = findings.getLast().at().plus(AFTER);
    Instant now = clock.instant().plusSeconds(120);
    List<Position> kept =
        positions.between(alarm.person(), from, until.isAfter(now) ? now : until, MOST);
    return new AlarmView(
        map(alarm, kept, since, locale),
        from,
        since,
        kept.reversed().stream().map(AlarmViews::row).toList(),
        // whole per cent, rounded down: nothing may look surer than it is
        Math.floor(telling.probability() * 100 + 1e-9) / 100,
        Judging.RULES.raiseProbability(),
        sentences(telling, locale),
        notes(alarm, findings));
  }

  private static List<String> sentences(Finding finding, Locale locale) {
    if (!finding.ruleVersion().equals(Judging.RULES.version())) return List.of();
    return Explanation.of(finding, Judging.RULES).stream()
        .map(sentence -> sentence.in(locale, LegalCalendar.ZONE))
        .toList();
  }

  private List<AlarmView.Note> notes(Alarm alarm, List<Finding> findings) {
    var notes = new ArrayList<AlarmView.Note>();
    Finding first = findings.getFirst();
    notes.add(new AlarmView.Note("tick", Text.of("tracking.note.used", first.evidence().size())));
    int leftOut = findings.stream().mapToInt(finding -> finding.leftOut().size()).sum();
    if (leftOut > 0)
      notes.add(new AlarmView.Note("tick", Text.of("tracking.note.left-out", leftOut)));
    Optional<Zone> leave =
        areas.zones(alarm.person()).stream()
            .filter(zone -> zone.basis() != LegalBasis.PLACE_OF_EXECUTION)
            .filter(zone -> zone.holdsAt(alarm.openedAt()))
            .findFirst();
    notes.add(
        leave.isPresent()
            ? new AlarmView.Note("warn", Text.of("tracking.note.leave"))
            : new AlarmView.Note("tick", Text.of("tracking.note.no-leave")));
    for (Finding finding : findings)
      if (finding instanceof ReturnedToPermittedArea back)
        notes.add(new AlarmView.Note("warn", Text.of("tracking.note.back", back.since())));
    notes.add(new AlarmView.Note("warn", Text.of("tracking.note.unasked")));
    return notes;
  }

  private static AlarmView.FixRow row(Position position) {
    var fix = position.fix();
    return new AlarmView.FixRow(
        fix.time(),
        "tracking.source." + fix.source().name(),
        Math.round(fix.accuracyMetres()),
        outside(position.judged().orElse(null)),
        leftOut(position.judged().orElse(null)));
  }

  private static @Nullable Long outside(@Nullable JudgedFix judged) {
    return judged instanceof UsedFix used ? Math.round(used.metresOutside()) : null;
  }

  private static @Nullable String leftOut(@Nullable JudgedFix judged) {
    return judged instanceof LeftOutFix left ? "tracking.left-out." + left.reason().name() : null;
  }

  private @Nullable MapDrawing map(Alarm alarm, List<Position> kept, Instant since, Locale locale) {
    List<Wgs84Point> places =
        kept.stream()
            .filter(position -> !(position.judged().orElse(null) instanceof LeftOutFix))
            .map(position -> position.fix().point())
            .toList();
    if (places.isEmpty()) return null;
    var map = MapDrawing.around(places, LEAST_METRES);
    areas.zones(alarm.person()).forEach(zone -> map.area("area", zone.polygons()));
    map.countryside(countryside.features(), locale);
    map.line("trk before", used(kept, since, false), null);
    map.line("trk after", used(kept, since, true), null);
    for (Position position : kept) {
      var fix = position.fix();
      boolean dropped = position.judged().orElse(null) instanceof LeftOutFix;
      String kind = dropped ? "dropped" : fix.time().isBefore(since) ? "before" : "after";
      map.dot(kind, fix.point(), fix.accuracyMetres(), fix.time());
    }
    return map.drawn();
  }

  /** What was weighed, before the departure or from the last fix before it on. */
  private static List<Wgs84Point> used(List<Position> kept, Instant since, boolean after) {
    List<Position> weighed =
        kept.stream()
            .filter(position -> !(position.judged().orElse(null) instanceof LeftOutFix))
            .toList();
    int first = 0;
    while (first < weighed.size() && weighed.get(first).fix().time().isBefore(since)) first++;
    List<Position> part =
        after ? weighed.subList(Math.max(0, first - 1), weighed.size()) : weighed.subList(0, first);
    return part.stream().map(position -> position.fix().point()).toList();
  }
}
