package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.supervision.Kind;
import org.smartcorrection.location.supervision.Observation.Phase;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A platform that was killed finds messages that nobody judged, and takes more in the same moment.
 * The writer of this context rests meanwhile; others stand in for those before and after.
 */
@PlatformTest
class StartTests {
  private static final double INSIDE = 104.55;
  private static final double OUTSIDE = 104.63;

  @Autowired Scene scene;
  @Autowired MovableClock clock;
  @Autowired Intake intake;
  @Autowired Journal journal;
  @Autowired Snapshots snapshots;
  @Autowired Observations observations;
  @Autowired Recollections recollections;
  @Autowired Verifications verifications;
  @Autowired Areas areas;
  @Autowired RulesInForce rules;
  @Autowired Positions positions;
  @Autowired Grounds grounds;
  @Autowired Cases cases;
  @Autowired Law law;
  @Autowired Questions questions;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void rest() {
    intake.stop();
  }

  @AfterEach
  void go_on() {
    intake.start();
  }

  @Test
  void what_comes_late_while_a_start_judges_is_judged_after_it() throws Exception {
    Somebody somebody = scene.positioned(3);
    Device device = device(somebody);
    Instant start = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    clock.forward(Duration.ofHours(1));

    Run killed = new Run(_ -> Duration.ofDays(1).toNanos());
    killed.take(device, at(start, INSIDE, 0, 600, 1_700, 2_400, 2_460));
    killed.take(device, at(start, OUTSIDE, 1_000, 1_030, 1_060, 1_090));
    assertEquals(List.of(somebody.person()), killed.following.waiting());
    assertTrue(phases(somebody).isEmpty());

    Run started = new Run(_ -> 0);
    started.take(device, at(start, OUTSIDE, 1_120));
    assertEquals(List.of(Phase.RAISED, Phase.ENDED), phases(somebody));
    assertEquals(List.of(somebody.person()), started.following.waiting());

    started.take(device, List.of());
    assertTrue(started.following.waiting().isEmpty());
    assertEquals(10, journal.from(somebody.person(), start).size());
    assertEquals(1, phases(somebody).stream().filter(Phase.RAISED::equals).count());
    assertEquals(Phase.ENDED, phases(somebody).getLast());
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
  }

  @Test
  void who_speak_at_once_after_a_start_are_each_followed_from_where_they_were() throws Exception {
    Somebody leaving = scene.positioned(3);
    Somebody outside = scene.positioned(3);
    Somebody fresh = scene.positioned(3);
    Device first = device(leaving);
    Device second = device(outside);
    Device third = device(fresh);
    Instant start = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    clock.forward(Duration.ofHours(1));
    Run killed = new Run(_ -> 0);
    killed.take(first, at(start, INSIDE, 0, 600));
    killed.take(first, at(start, OUTSIDE, 1_000, 1_030));
    killed.take(second, at(start, OUTSIDE, 0, 30, 60, 90));
    assertEquals(List.of(), phases(leaving));
    assertEquals(List.of(Phase.RAISED), phases(outside).subList(0, 1));
    int known = phases(outside).size();

    var all = new LinkedHashMap<Device, List<Report>>();
    all.put(first, at(start, OUTSIDE, 1_060, 1_090, 1_120));
    all.put(second, at(start, INSIDE, 200, 260, 320, 380));
    all.put(third, at(start, INSIDE, 10, 40));
    new Run(_ -> 0).take(all);

    assertEquals(Phase.RAISED, phases(leaving).getFirst(), "with what it had seen before");
    assertEquals(Phase.ENDED, phases(outside).getLast());
    assertEquals(1, phases(outside).stream().filter(Phase.RAISED::equals).count());
    assertTrue(phases(outside).size() > known);
    assertEquals(List.of(), phases(fresh));
    for (Somebody somebody : List.of(leaving, outside, fresh))
      assertEquals(
          List.copyOf(new TreeSet<>(numbers(somebody))), numbers(somebody), "each number once");
    assertEquals(7, journal.from(leaving.person(), start).size());
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
  }

  private List<Long> numbers(Somebody somebody) {
    UUID ground = grounds.of(somebody.person()).orElseThrow().instance();
    return observations.standing(somebody.person(), ground, 0).stream()
        .map(Observations.Noted::number)
        .toList();
  }

  /** One run of the platform: all it has in memory. */
  private final class Run {
    private final Following following;
    private final Judging judging;

    Run(OthersFirst othersFirst) {
      following =
          new Following(journal, snapshots, recollections, areas, rules, positions, othersFirst);
      judging = new Judging(grounds, following, verifications, cases, law);
    }

    /** One batch. */
    void take(Device device, List<Report> reports) {
      take(Map.of(device, reports));
    }

    /** One batch of several. */
    void take(Map<Device, List<Report>> all) {
      Judging.Batch batch = judging.batch(clock.instant());
      Questions.Noted noted =
          transaction.execute(
              _ -> {
                all.forEach(
                    (device, reports) -> {
                      for (Report report : reports)
                        assertEquals(
                            new Answer.Kept(), batch.take(device, report, clock.instant()));
                    });
                batch.follow();
                batch.catchUp();
                journal.add(batch.pages());
                return questions.note(batch.findings());
              });
      batch.committed();
      questions.follow(noted);
    }
  }

  private List<Phase> phases(Somebody somebody) {
    UUID ground = grounds.of(somebody.person()).orElseThrow().instance();
    return observations.standing(somebody.person(), ground, 0).stream()
        .map(Observations.Noted::observation)
        .filter(one -> one.kind() == Kind.LEFT_PERMITTED_AREA)
        .map(one -> one.phase())
        .toList();
  }

  private Device device(Somebody somebody) {
    UUID id = UUID.fromString(scene.device(somebody, DeviceKind.DEDICATED).id());
    return new Device(id, DeviceKind.DEDICATED, somebody.person());
  }

  private static List<Report> at(Instant start, double longitude, int... seconds) {
    return IntStream.of(seconds)
        .mapToObj(
            second ->
                Report.of(
                    Fix.of(
                        start.plusSeconds(second),
                        new Wgs84Point(31.15, longitude + second * 1e-6),
                        10,
                        FixSource.GNSS)))
        .toList();
  }
}
