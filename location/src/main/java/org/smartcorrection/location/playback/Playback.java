package org.smartcorrection.location.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.LeftOutReason;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.journal.Fate;
import org.smartcorrection.location.playback.Stretch.Cause;
import org.smartcorrection.location.playback.Stretch.Gap;
import org.smartcorrection.location.playback.Stretch.Way;
import org.smartcorrection.location.supervision.DeadZone;

/**
 * Divides a span of a journal into stops, ways and gaps. A gap is never bridged: what was before it
 * and after it is not joined. Judges nothing: it tells what was collected.
 */
public final class Playback {
  /** A longer time without a usable position is a gap. */
  public static final Duration GAP = Duration.ofMinutes(20);

  private static final double NEAR_DEAD_ZONE_METRES = 400;

  private final Span asked;
  private final List<Entry> entries;
  private final List<Span> grounds;
  private final List<DeadZone> deadZones;
  private final List<Stretch> told = new ArrayList<>();

  private Playback(Span asked, List<Entry> entries, List<Span> grounds, List<DeadZone> deadZones) {
    this.asked = asked;
    this.entries = entries;
    this.grounds = grounds;
    this.deadZones = deadZones;
  }

  /**
   * The parts of a span, in the order of time and without a hole. They begin with the first
   * position and end with the last where these are no gap from the ends of the span.
   *
   * @param entries of one person, in the order of time; those outside of the span are passed over
   * @param grounds when a ground of Article 29 was live, in the order of time, apart from another
   * @param deadZones that were approved
   */
  public static List<Stretch> of(
      Span asked, List<Entry> entries, List<Span> grounds, List<DeadZone> deadZones) {
    List<Entry> inside = entries.stream().filter(entry -> asked.contains(entry.time())).toList();
    return new Playback(asked, inside, grounds, deadZones).told();
  }

  /** Whether a position is one to draw a way through: weighed, or only without an area set. */
  public static boolean isUsed(Entry entry) {
    return entry.report().fix().isPresent()
        && switch (entry.fate()) {
          case Fate.Weighed _ -> true;
          case Fate.LeftOut(var reason) -> reason == LeftOutReason.NO_PERMITTED_AREA;
          case Fate.NoPosition _, Fate.Unjudged _ -> false;
        };
  }

  /**
   * The positions to draw ways through, in runs without a gap.
   *
   * @param entries of one person, in the order of time
   */
  public static List<List<Fix>> runs(List<Entry> entries) {
    var runs = new ArrayList<List<Fix>>();
    var run = new ArrayList<Fix>();
    for (Entry entry : entries) {
      if (!isUsed(entry)) continue;
      Fix fix = entry.report().fix().orElseThrow();
      if (!run.isEmpty() && isGap(run.getLast().time(), fix.time())) {
        runs.add(List.copyOf(run));
        run.clear();
      }
      run.add(fix);
    }
    if (!run.isEmpty()) runs.add(List.copyOf(run));
    return runs;
  }

  private List<Stretch> told() {
    List<List<Fix>> runs = runs(entries);
    if (runs.isEmpty()) gap(asked.from(), asked.until(), Optional.empty());
    Instant at = asked.from();
    Optional<Fix> before = Optional.empty();
    for (List<Fix> run : runs) {
      Instant first = run.getFirst().time();
      if (isGap(at, first)) gap(at, first, before);
      told.addAll(Stops.divide(run));
      at = run.getLast().time();
      before = Optional.of(run.getLast());
    }
    if (!runs.isEmpty() && isGap(at, asked.until())) gap(at, asked.until(), before);
    return List.copyOf(told);
  }

  private static boolean isGap(Instant one, Instant next) {
    return Duration.between(one, next).compareTo(GAP) > 0;
  }

  /** A hole between what is known, divided where a ground began or ended. */
  private void gap(Instant from, Instant until, Optional<Fix> before) {
    if (!from.isBefore(until)) return;
    var hole = new Span(from, until);
    Instant at = from;
    for (Span ground : grounds) {
      Optional<Span> live = hole.within(ground);
      if (live.isEmpty()) continue;
      if (at.isBefore(live.get().from())) without(new Span(at, live.get().from()));
      explain(live.get(), before.filter(_ -> live.get().from().equals(from)));
      at = live.get().until();
    }
    if (at.isBefore(until)) without(new Span(at, until));
  }

  private void without(Span span) {
    told.add(new Gap(span, Cause.NO_GROUND, Optional.empty(), 0));
  }

  private void explain(Span span, Optional<Fix> before) {
    int leftOut = 0;
    boolean spoke = false;
    for (Entry entry : entries) {
      if (!span.contains(entry.time()) || isUsed(entry)) continue;
      if (entry.report().fix().isPresent()) leftOut++;
      else spoke = true;
    }
    Optional<String> zone = before.flatMap(fix -> deadZone(fix, span.length()));
    Cause cause =
        zone.isPresent()
            ? Cause.DEAD_ZONE
            : leftOut > 0 ? Cause.NOT_USABLE : spoke ? Cause.NO_POSITION : Cause.SILENCE;
    told.add(new Gap(span, cause, zone, leftOut));
  }

  private Optional<String> deadZone(Fix before, Duration length) {
    return deadZones.stream()
        .filter(zone -> length.compareTo(zone.longest()) <= 0)
        .filter(zone -> zone.area().signedDistanceMetres(before.point()) <= NEAR_DEAD_ZONE_METRES)
        .map(DeadZone::id)
        .findFirst();
  }

  /** The way along positions that follow one another. */
  static Way way(List<Fix> fixes) {
    double metres = 0;
    for (int i = 1; i < fixes.size(); i++)
      metres += fixes.get(i - 1).point().metresTo(fixes.get(i).point());
    return new Way(new Span(fixes.getFirst().time(), fixes.getLast().time()), metres, fixes.size());
  }
}
