package org.smartcorrection.location.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.LocalFrame;
import org.smartcorrection.location.LocalFrame.Offset;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.recording.Recording;
import org.smartcorrection.location.supervision.Message;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.location.supervision.Verification;

/**
 * Somebody who moves as real people were recorded, end to end for six hours, with one fault put in
 * whose truth is known. Way, pace, gaps and receiver errors are those of the recordings; ground,
 * reported accuracy, verification points and the fault are not. The same recordings and seed give
 * the same life.
 */
public final class RecordedPerson {
  private static final LocalFrame FRAME = new LocalFrame(new Wgs84Point(31.2, 104.6));
  private static final long START = Instant.parse("2026-09-29T00:00:00Z").toEpochMilli();
  private static final long MINUTE = 60_000;
  private static final long LENGTH = 6 * 60 * MINUTE;
  private static final long STEP = 5_000;
  private static final double FARTHEST_FROM_HOME = 4_000;
  private static final int TURNS_TRIED = 16;
  private static final double MARGIN = 1_000;
  private static final double SHARE_INSIDE = 0.9;

  /** Given to every position: recordings have none of their own. */
  private static final double ACCURACY = 10;

  private static final double SHOWN_ACCURACY = 15;
  private static final long SHOWN_EVERY = 45 * MINUTE;
  private static final double OUTAGES_PER_HOUR = 0.5;
  private static final long SILENT_FROM = 10 * MINUTE;
  private static final double DRAWN_SPEED = 8;
  private static final long DRAWN_TURNS_AFTER = 15 * MINUTE;
  private static final double JUMPS_PER_HOUR = 2;

  /** What is put into a life. */
  public enum Fault {
    /** Nothing: whatever is found is wrong. */
    NONE(0, 0),
    /** The border lies so that the way leads across it. */
    BORDER(0, 0),
    /** Nothing is heard, and nothing comes later. */
    DROPOUT(150, 180),
    /** Now and then one to three positions are far away, as by a reflection. */
    JUMPS(0, 360),
    /** The positions of the hour before are sent again. */
    REPLAY(180, 60),
    /** Positions are GCJ-02 and declared as WGS-84: a device set up wrongly, nobody's deception. */
    WRONG_DATUM(180, 180),
    /** Software makes up a way of one speed and does not say so. */
    MOCK(180, 40),
    /** The device lies somewhere while the person goes on. */
    LEFT_BEHIND(150, 180);

    private final long from;
    private final long until;

    Fault(long fromMinute, long minutes) {
      from = START + fromMinute * MINUTE;
      until = from + minutes * MINUTE;
    }

    boolean isOn(long at) {
      return at >= from && at < until;
    }
  }

  private record Step(long at, Spot spot) {}

  private record Sent(Message message, Instant arrival) {}

  private final Fault fault;
  private final Chance drawn;
  private final List<Step> way;
  private final double eastBorder;

  /**
   * Puts a life together.
   *
   * @param recordings from which its way is drawn
   * @throws IllegalArgumentException if there is none
   */
  public RecordedPerson(long seed, List<Recording> recordings, Fault fault) {
    if (recordings.isEmpty()) throw new IllegalArgumentException("nothing was recorded");
    this.fault = fault;
    drawn = new Chance(seed);
    way = way(recordings, drawn.apart(1));
    double[] east = way.stream().mapToDouble(step -> step.spot().x()).sorted().toArray();
    eastBorder =
        fault == Fault.BORDER
            ? east[(int) (SHARE_INSIDE * east.length)]
            : east[east.length - 1] + MARGIN;
  }

  private static List<Step> way(List<Recording> recordings, Chance chance) {
    var steps = new ArrayList<Step>();
    long begin = START;
    var from = new Spot(0, 0);
    while (begin < START + LENGTH) {
      Recording next = recordings.get(chance.below(recordings.size()));
      double turn = turn(from, next, chance);
      for (Recording.Moment moment : next.moments()) {
        long at = begin + moment.after().toMillis();
        if (at < START + LENGTH) steps.add(new Step(at, moved(from, moment, turn)));
      }
      begin += next.length().toMillis() + STEP;
      from = moved(from, next.moments().getLast(), turn);
    }
    return List.copyOf(steps);
  }

  /** Anyhow while near home, else homeward. */
  private static double turn(Spot from, Recording next, Chance chance) {
    double first = chance.between(0, 360);
    var home = new Spot(0, 0);
    if (from.to(home) < FARTHEST_FROM_HOME) return first;
    double best = first;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < TURNS_TRIED; i++) {
      double turn = first + 360.0 * i / TURNS_TRIED;
      double left = moved(from, next.moments().getLast(), turn).to(home);
      if (left < nearest) {
        nearest = left;
        best = turn;
      }
    }
    return best;
  }

  private static Spot moved(Spot from, Recording.Moment moment, double turn) {
    Offset offset = moment.place().turnedClockwise(turn);
    return from.plus(offset.east(), offset.north());
  }

  /** Where the person may be. */
  public PolygonArea permitted() {
    double west = edge(Double.POSITIVE_INFINITY, false, true) - MARGIN;
    double south = edge(Double.POSITIVE_INFINITY, false, false) - MARGIN;
    double north = edge(Double.NEGATIVE_INFINITY, true, false) + MARGIN;
    return PolygonArea.of(
        List.of(
            Polygon.of(
                List.of(
                    point(new Spot(west, south)),
                    point(new Spot(eastBorder, south)),
                    point(new Spot(eastBorder, north)),
                    point(new Spot(west, north))))));
  }

  private double edge(double start, boolean most, boolean ofX) {
    double edge = start;
    for (Step step : way) {
      double value = ofX ? step.spot().x() : step.spot().y();
      edge = most ? Math.max(edge, value) : Math.min(edge, value);
    }
    return edge;
  }

  /** Where the person truly went: the recordings. */
  public List<Wgs84Point> way() {
    return way.stream().map(step -> point(step.spot())).toList();
  }

  /** How long the life is. */
  public static Duration length() {
    return Duration.ofMillis(LENGTH);
  }

  /** Lives it: messages in the order of their arrival, truths as they end. */
  public void live(Watcher watcher) {
    var chance = drawn.apart(2);
    var resting = new Receiver(drawn.apart(3));
    var sent = new ArrayList<Sent>();
    var truths = new Truths(watcher);
    long lastShown = START;
    long outageUntil = 0;
    int jumps = 0;
    var jump = new Spot(0, 0);
    for (int i = 0; i < way.size(); i++) {
      Step step = way.get(i);
      long at = step.at();
      double hours = i == 0 ? 0 : (at - way.get(i - 1).at()) / (60.0 * MINUTE);
      if (i > 0) gap(truths, way.get(i - 1).at(), at);
      tell(truths, step);
      if (at - lastShown >= SHOWN_EVERY) {
        lastShown = at;
        sent.add(
            new Sent(
                new Verification(Instant.ofEpochMilli(at), point(step.spot()), SHOWN_ACCURACY),
                Instant.ofEpochMilli(at)));
      }
      if (at >= outageUntil && chance.happens(OUTAGES_PER_HOUR, hours))
        outageUntil = at + chance.below(10) * MINUTE;
      if (fault == Fault.DROPOUT && fault.isOn(at)) continue;
      if (jumps > 0) jumps--;
      else if (fault == Fault.JUMPS && chance.happens(JUMPS_PER_HOUR, hours)) {
        jumps = 1 + chance.below(3);
        jump =
            Spot.polar(
                new Spot(0, 0), chance.between(-Math.PI, Math.PI), chance.between(500, 20_000));
      }
      Fix fix = fix(step, jumps > 0 ? jump : new Spot(0, 0), resting);
      truths.reported();
      // what an outage holds back is stored by the device and sent after it
      sent.add(new Sent(Report.of(fix), Instant.ofEpochMilli(Math.max(at, outageUntil))));
    }
    truths.close(way.getLast().at());
    sent.sort(Comparator.comparing(Sent::arrival));
    sent.forEach(one -> watcher.received(one.message(), one.arrival()));
  }

  /** Where a recording itself has a gap nothing was heard either. */
  private void gap(Truths truths, long from, long until) {
    if (until - from < SILENT_FROM || fault.isOn(from) || fault.isOn(until)) return;
    truths.at(from, Episode.Kind.SILENT, true, 0);
    truths.at(until, Episode.Kind.SILENT, false, 0);
  }

  private void tell(Truths truths, Step step) {
    double depth = step.spot().x() - eastBorder;
    boolean on = fault.isOn(step.at());
    truths.at(step.at(), Episode.Kind.OUTSIDE, depth > 0, depth);
    truths.at(step.at(), Episode.Kind.SILENT, on && fault == Fault.DROPOUT, 0);
    truths.at(
        step.at(), Episode.Kind.SPOOFED, on && (fault == Fault.REPLAY || fault == Fault.MOCK), 0);
    truths.at(step.at(), Episode.Kind.SEPARATED, on && fault == Fault.LEFT_BEHIND, 0);
  }

  private Fix fix(Step step, Spot jump, Receiver resting) {
    Instant time = Instant.ofEpochMilli(step.at());
    Wgs84Point place = point(step.spot().plus(jump.x(), jump.y()));
    if (!fault.isOn(step.at())) return Fix.of(time, place, ACCURACY, FixSource.GNSS);
    return switch (fault) {
      case NONE, BORDER, DROPOUT, JUMPS -> Fix.of(time, place, ACCURACY, FixSource.GNSS);
      case REPLAY -> Fix.of(time, point(spotAt(step.at() - 60 * MINUTE)), ACCURACY, FixSource.GNSS);
      case WRONG_DATUM -> {
        var shifted = place.toGcj02();
        yield Fix.of(
            time,
            new Wgs84Point(shifted.latitude(), shifted.longitude()),
            ACCURACY,
            FixSource.GNSS);
      }
      case MOCK -> {
        long cycle = (step.at() - fault.from) % (2 * DRAWN_TURNS_AFTER);
        double metres = DRAWN_SPEED * Math.min(cycle, 2 * DRAWN_TURNS_AFTER - cycle) / 1_000.0;
        yield Fix.of(
            time, point(Spot.polar(spotAt(fault.from), 1, metres)), ACCURACY, FixSource.GNSS);
      }
      case LEFT_BEHIND -> {
        resting.pass(STEP / 1_000.0, false);
        Receiver.Measured lying = resting.satellites(spotAt(fault.from), Receiver.Around.STREET);
        yield Fix.of(time, point(lying.at()), lying.accuracy(), lying.source());
      }
    };
  }

  /** The last recorded place up to a moment. */
  private Spot spotAt(long at) {
    int low = 0;
    int high = way.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (way.get(middle).at() <= at) low = middle;
      else high = middle - 1;
    }
    return way.get(low).spot();
  }

  private static Wgs84Point point(Spot spot) {
    return FRAME.pointAt(new Offset(spot.x(), spot.y()));
  }
}
