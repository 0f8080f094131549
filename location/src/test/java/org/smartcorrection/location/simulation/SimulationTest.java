package org.smartcorrection.location.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.supervision.Message;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.location.supervision.Verification;

class SimulationTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

  /** If this fails the noise has changed: give it a new version and new held-out people. */
  @Test
  void the_same_seed_gives_the_same_life_on_every_machine() {
    assertEquals("noise-1", SimulatedPerson.noiseVersion());
    assertEquals(DIGEST, digest(1));
    assertEquals(DIGEST, digest(1));
  }

  @Test
  void everything_that_is_to_be_found_happens_and_is_told_of() {
    Map<Episode.Kind, Integer> happened = new EnumMap<>(Episode.Kind.class);
    var sources = new EnumMap<FixSource, Integer>(FixSource.class);
    var counts = new int[3];
    Seeds.toTune(30)
        .forEach(
            seed ->
                new SimulatedPerson(seed, FIRST, 30)
                    .live(
                        new Watcher() {
                          private Instant last = Instant.EPOCH;

                          @Override
                          public void received(Message message, Instant at) {
                            counts[0]++;
                            if (message.time().isBefore(last)) counts[1]++;
                            last = message.time();
                            switch (message) {
                              case Report report ->
                                  report
                                      .fix()
                                      .ifPresent(
                                          fix -> sources.merge(fix.source(), 1, Integer::sum));
                              case Verification _ -> counts[2]++;
                            }
                          }

                          @Override
                          public void happened(Episode episode) {
                            assertTrue(episode.until().isAfter(episode.from()), "seed " + seed);
                            happened.merge(episode.kind(), 1, Integer::sum);
                          }
                        }));
    for (Episode.Kind kind : Episode.Kind.values()) {
      assertTrue(happened.getOrDefault(kind, 0) > 5, kind + ": " + happened);
    }
    for (FixSource source : List.of(FixSource.GNSS, FixSource.WIFI, FixSource.CELL)) {
      assertTrue(sources.getOrDefault(source, 0) > 1_000, sources::toString);
    }
    assertTrue(counts[0] > 30 * 30 * 300, "messages: " + counts[0]);
    assertTrue(counts[1] > 100, "late ones: " + counts[1]);
    assertTrue(counts[2] > 30 * 30, "verifications: " + counts[2]);
  }

  @Test
  void somebody_lives_in_a_district_that_there_is() {
    PolygonArea district = PolygonArea.of(new BoundingBox(31.1, 104.5, 31.25, 104.7));
    var counts = new int[2];
    Seeds.toTune(20)
        .forEach(
            seed ->
                new SimulatedPerson(seed, district, FIRST, 7)
                    .live(
                        new Watcher() {
                          @Override
                          public void received(Message message, Instant at) {
                            if (!(message instanceof Report report) || report.fix().isEmpty())
                              return;
                            Wgs84Point point = report.fix().get().point();
                            counts[district.signedDistanceMetres(point) < 0 ? 0 : 1]++;
                          }

                          @Override
                          public void happened(Episode episode) {}
                        }));
    assertTrue(counts[1] > 0, "some leave it");
    assertTrue(counts[0] > 10 * counts[1], counts[0] + " inside, " + counts[1] + " outside");
  }

  @Test
  void nobody_lives_where_there_is_no_room() {
    PolygonArea tiny = PolygonArea.of(new BoundingBox(31.1, 104.5, 31.11, 104.51));
    assertThrows(IllegalArgumentException.class, () -> new SimulatedPerson(1, tiny, FIRST, 1));
  }

  /** Metres a second at 50, 75 and 95 of 100 of the 25,014 driven steps of the 804 recordings. */
  private static final double[] RECORDED = {5.34, 9.59, 21.04};

  @Test
  void simulated_people_drive_as_fast_as_recorded_ones() {
    var simulated = new ArrayList<Double>();
    var walker = new Walker(new Spot(0, 0), new Chance(5));
    for (int trip = 0; trip < 300; trip++) {
      walker.setOut(new Spot(trip % 2 == 0 ? 3_000 : 0, trip % 3 == 0 ? 1_500 : 0));
      while (walker.moves()) {
        Spot before = walker.at();
        walker.advance(5);
        if (walker.moves()) simulated.add(before.to(walker.at()) / 5);
      }
    }
    Collections.sort(simulated);
    double[] shares = {0.5, 0.75, 0.95};
    for (int i = 0; i < shares.length; i++) {
      double ours = simulated.get((int) (shares[i] * simulated.size()));
      assertEquals(RECORDED[i], ours, RECORDED[i] * 0.4, "at " + shares[i]);
    }
  }

  private static long digest(long seed) {
    long[] digest = {17};
    new SimulatedPerson(seed, FIRST, 30)
        .live(
            new Watcher() {
              @Override
              public void received(Message message, Instant at) {
                add(at.toEpochMilli());
                add(message.time().toEpochMilli());
                if (message instanceof Report report) {
                  add(report.signs().on());
                  report
                      .fix()
                      .ifPresent(fix -> add(Double.doubleToLongBits(fix.point().latitude())));
                }
              }

              @Override
              public void happened(Episode episode) {
                add(episode.until().toEpochMilli());
              }

              private void add(long value) {
                digest[0] = digest[0] * 31 + value;
              }
            });
    return digest[0];
  }

  private static final long DIGEST = 892551921019638376L;
}
