package org.smartcorrection.acceptance.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.CircleArea;
import org.smartcorrection.location.CorridorArea;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.location.LocalFrame;
import org.smartcorrection.location.LocalFrame.Offset;
import org.smartcorrection.location.PermittedArea;
import org.smartcorrection.location.PermittedZone;
import org.smartcorrection.location.Validity;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.supervision.ForbiddenZone;
import org.smartcorrection.location.supervision.PresenceBasis;
import org.smartcorrection.location.supervision.ProhibitionBasis;
import org.smartcorrection.location.supervision.RequiredPresence;
import org.smartcorrection.location.supervision.Schedule;
import org.smartcorrection.location.supervision.Supervision;
import org.smartcorrection.location.supervision.SupervisionRules;
import org.smartcorrection.location.supervision.Terms;

/**
 * What a position costs to judge, and what a thousand zones add to it: forbidden circles, permitted
 * corridors and circles that are all in force, over a province, and five appointments a week,
 * beside the district that a person of the simulator lives in. One thread's own processor time, in
 * turns.
 */
final class ManyZones implements Row {
  private static final int PEOPLE = 12;
  private static final int DAYS = 10;
  private static final int ROUNDS = 15;
  private static final int WARM = 5;
  private static final double PROVINCE_METRES = 400_000;
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Override
  public String id() {
    return "location.4";
  }

  @Override
  public List<Figure> measure() {
    var supervision = new Supervision(SupervisionRules.standard());
    var people = new ArrayList<Recorded>();
    var one = new ArrayList<Terms>();
    var thousand = new ArrayList<Terms>();
    long messages = 0;
    for (int i = 1; i <= PEOPLE; i++) {
      Recorded person = Recorded.of(i, DAYS);
      people.add(person);
      PermittedArea district =
          new PermittedArea(List.of(person.terms().permitted().orElseThrow().zones().getFirst()));
      one.add(Terms.of(district));
      thousand.add(thousand(district, i));
      messages += person.messages().size();
    }
    var few = new ArrayList<Double>();
    var many = new ArrayList<Double>();
    var ratios = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      double a = nanos(supervision, people, one) / messages;
      double b = nanos(supervision, people, thousand) / messages;
      if (round < WARM) continue;
      few.add(a);
      many.add(b);
      ratios.add(b / a);
    }
    return List.of(
        Figure.note(
            "location.4a", "judged fixes a second, one core, one zone", 1e9 / median(few), ""),
        Figure.note("location.4b", "a fix judged, one zone", median(few) / 1_000, "µs"),
        Figure.note("location.4c", "a fix judged, 1,000 zones", median(many) / 1_000, "µs"),
        new Figure(
            id(),
            "1,000 zones a person against 1, in the library",
            median(ratios),
            "×",
            1.1,
            1.03));
  }

  private static double nanos(Supervision supervision, List<Recorded> people, List<Terms> terms) {
    long begun = THREADS.getCurrentThreadCpuTime();
    int states = 0;
    for (int i = 0; i < people.size(); i++) {
      if (people.get(i).judged(supervision, terms.get(i)).time().isPresent()) states++;
    }
    if (states != people.size()) throw new IllegalStateException("a person was not judged");
    return THREADS.getCurrentThreadCpuTime() - begun;
  }

  private static double median(List<Double> values) {
    var sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static Terms thousand(PermittedArea district, long seed) {
    var random = new Random(seed);
    BoundingBox box = district.zones().getFirst().area().bounds();
    var frame =
        new LocalFrame(
            new Wgs84Point((box.south() + box.north()) / 2, (box.west() + box.east()) / 2));
    var zones = new ArrayList<>(district.zones());
    Validity during = Validity.between(LONG_AGO, LATER);
    for (int i = 0; i < 500; i++) {
      Wgs84Point from = place(frame, random);
      Area area =
          i % 2 == 0
              ? new CircleArea(from, 500 + random.nextInt(4_000))
              : new CorridorArea(List.of(from, place(new LocalFrame(from), random, 20_000)), 500);
      zones.add(new PermittedZone("leave" + i, LegalBasis.LEAVE, during, area));
    }
    var forbidden = new ArrayList<ForbiddenZone>();
    for (int i = 0; i < 494; i++) {
      forbidden.add(
          new ForbiddenZone(
              "forbidden" + i,
              ProhibitionBasis.COURT_PROHIBITION,
              during,
              Schedule.always(),
              new CircleArea(place(frame, random), 200 + random.nextInt(300)),
              List.of()));
    }
    var required = new ArrayList<RequiredPresence>();
    for (int i = 0; i < 5; i++) {
      required.add(
          new RequiredPresence(
              "required" + i,
              PresenceBasis.EDUCATION,
              during,
              Schedule.weekly(
                  new Schedule.Window(
                      DayOfWeek.of(1 + i % 7),
                      LocalTime.of(8 + i % 10, 0),
                      LocalTime.of(9 + i % 10, 0))),
              new CircleArea(place(frame, random), 150),
              Duration.ofMinutes(15)));
    }
    return new Terms(Optional.of(new PermittedArea(zones)), forbidden, required, List.of());
  }

  private static Wgs84Point place(LocalFrame frame, Random random) {
    return place(frame, random, PROVINCE_METRES);
  }

  private static Wgs84Point place(LocalFrame frame, Random random, double across) {
    return frame.pointAt(
        new Offset((random.nextDouble() - 0.5) * across, (random.nextDouble() - 0.5) * across));
  }
}
