package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.DatumCheck;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.journal.Fate;
import org.smartcorrection.location.supervision.Observation;
import org.smartcorrection.location.supervision.Observation.Phase;
import org.smartcorrection.location.supervision.Words;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.tracking.Observations.Noted;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** Gathers what is shown of an alarm: the positions around it, and no others. */
@Component
class AlarmViews {
  private static final Duration BEFORE = Duration.ofMinutes(40);
  private static final Duration AFTER = Duration.ofHours(2);
  private static final int MOST = 400;
  private static final int READ = 10_000;
  private static final double LEAST_METRES = 2_500;

  private final Observations observations;
  private final Cutouts cutouts;
  private final Areas areas;
  private final Countryside countryside;
  private final RulesInForce rules;
  private final KnownLines known;
  private final Clock clock;

  AlarmViews(
      Observations observations,
      Cutouts cutouts,
      Areas areas,
      Countryside countryside,
      RulesInForce rules,
      KnownLines known,
      Clock clock) {
    this.observations = observations;
    this.cutouts = cutouts;
    this.areas = areas;
    this.countryside = countryside;
    this.rules = rules;
    this.known = known;
    this.clock = clock;
  }

  AlarmView of(Alarm alarm, Locale locale) {
    List<Noted> noted = observations.of(alarm);
    if (noted.isEmpty()) return AlarmView.WITHOUT_POSITIONS;
    Noted telling = telling(noted);
    Instant since = since(telling.observation());
    Instant from = since.minus(BEFORE);
    Instant until = noted.getLast().observation().at().plus(AFTER);
    Instant now = clock.instant().plusSeconds(120);
    List<Entry> all =
        cutouts.around(alarm, from, until.isAfter(now) ? now : until, READ).stream()
            .filter(entry -> entry.report().fix().isPresent())
            .toList();
    List<Entry> kept = Thinning.around(all, Entry::time, since, MOST);
    return new AlarmView(
        map(alarm, kept, since, locale),
        areas.set(alarm.person()).stream().map(SetZone::kind).distinct().sorted().toList(),
        from,
        since,
        kept.reversed().stream().map(AlarmViews::row).toList(),
        // whole per cent, rounded down: nothing may look surer than it is
        Math.floor(telling.observation().probability() * 100 + 1e-9) / 100,
        rules.of(alarm.caseId()).rules(since).ground().raiseProbability(),
        telling.observation().ruleVersion(),
        Words.of(telling.observation()).stream()
            .map(sentence -> sentence.in(locale, LegalCalendar.ZONE))
            .toList(),
        notes(alarm, noted, kept));
  }

  /** What speaks for the question: the latest that stands and is not an end. */
  private static Noted telling(List<Noted> noted) {
    return noted.stream()
        .filter(one -> one.observation().phase() != Phase.ENDED)
        .reduce((before, later) -> later.stands() || !before.stands() ? later : before)
        .orElse(noted.getFirst());
  }

  private static Instant since(Observation observation) {
    return observation.evidence().isEmpty()
        ? observation.since()
        : observation.evidence().getFirst().time();
  }

  private List<AlarmView.Note> notes(Alarm alarm, List<Noted> noted, List<Entry> kept) {
    var notes = new ArrayList<AlarmView.Note>();
    if (alarm.withdrawnAt() != null)
      notes.add(
          new AlarmView.Note("warn", Text.of("tracking.note.withdrawn", alarm.withdrawnAt())));
    List<Observation> standing =
        noted.stream().filter(Noted::stands).map(Noted::observation).toList();
    int used = standing.stream().mapToInt(one -> one.evidence().size()).sum();
    if (used > 0) notes.add(new AlarmView.Note("tick", Text.of("tracking.note.used", used)));
    int leftOut = standing.stream().mapToInt(one -> one.leftOut().size()).sum();
    if (leftOut > 0)
      notes.add(new AlarmView.Note("tick", Text.of("tracking.note.left-out", leftOut)));
    long revised = noted.stream().filter(one -> !one.stands()).count();
    if (revised > 0)
      notes.add(new AlarmView.Note("tick", Text.of("tracking.note.revised", revised)));
    if (alarm.kind() == AlarmKind.LEFT_AREA) notes.add(leave(alarm));
    for (Observation one : standing)
      if (one.phase() == Phase.ENDED)
        notes.add(new AlarmView.Note("warn", Text.of("tracking.note.over", one.at())));
    datum(alarm, kept).ifPresent(notes::add);
    notes.add(new AlarmView.Note("warn", Text.of("tracking.note.unasked")));
    return notes;
  }

  /** A device that says one datum and sends another is hundreds of metres beside the road. */
  private Optional<AlarmView.Note> datum(Alarm alarm, List<Entry> kept) {
    List<Wgs84Point> track = kept.stream().map(entry -> fix(entry).point()).toList();
    DatumCheck.Verdict verdict = DatumCheck.of(track, known.around(alarm.person()));
    return switch (verdict) {
      case LIKELY_GCJ02, LIKELY_BD09 ->
          Optional.of(
              new AlarmView.Note(
                  "warn", Text.of("tracking.note.datum." + verdict.name()), "devices"));
      case AS_DECLARED, CANNOT_TELL -> Optional.empty();
    };
  }

  private AlarmView.Note leave(Alarm alarm) {
    return areas.zones(alarm.person()).stream()
        .filter(zone -> zone.basis() != LegalBasis.PLACE_OF_EXECUTION)
        .filter(zone -> zone.holdsAt(alarm.openedAt()))
        .findFirst()
        .map(_ -> new AlarmView.Note("warn", Text.of("tracking.note.leave")))
        .orElseGet(() -> new AlarmView.Note("tick", Text.of("tracking.note.no-leave")));
  }

  private static AlarmView.FixRow row(Entry entry) {
    Fix fix = fix(entry);
    return new AlarmView.FixRow(
        fix.time(),
        "tracking.source." + fix.source().name(),
        Math.round(fix.accuracyMetres()),
        entry.fate() instanceof Fate.Weighed(double metres) ? Math.round(metres) : null,
        entry.fate() instanceof Fate.LeftOut(var reason)
            ? "tracking.left-out." + reason.name()
            : null);
  }

  private static Fix fix(Entry entry) {
    return entry.report().fix().orElseThrow();
  }

  private static boolean isDropped(Entry entry) {
    return entry.fate() instanceof Fate.LeftOut;
  }

  private @Nullable MapDrawing map(Alarm alarm, List<Entry> kept, Instant since, Locale locale) {
    List<Wgs84Point> places =
        kept.stream().filter(entry -> !isDropped(entry)).map(entry -> fix(entry).point()).toList();
    if (places.isEmpty()) return null;
    var map = MapDrawing.around(places, LEAST_METRES);
    areas.zones(alarm.person()).forEach(zone -> map.area("area", zone.polygons()));
    areas.set(alarm.person()).forEach(zone -> map.area(zone.kind().css(), zone.polygons()));
    map.countryside(countryside, locale);
    map.line("trk before", used(kept, since, false), null);
    map.line("trk after", used(kept, since, true), null);
    for (Entry entry : kept) {
      Fix fix = fix(entry);
      String kind = isDropped(entry) ? "dropped" : fix.time().isBefore(since) ? "before" : "after";
      map.dot(kind, fix.point(), fix.accuracyMetres(), fix.time());
    }
    return map.drawn();
  }

  /** What was weighed, before it began or from the last fix before it on. */
  private static List<Wgs84Point> used(List<Entry> kept, Instant since, boolean after) {
    List<Entry> weighed = kept.stream().filter(entry -> !isDropped(entry)).toList();
    int first = 0;
    while (first < weighed.size() && weighed.get(first).time().isBefore(since)) first++;
    List<Entry> part =
        after ? weighed.subList(Math.max(0, first - 1), weighed.size()) : weighed.subList(0, first);
    return part.stream().map(entry -> fix(entry).point()).toList();
  }
}
