package org.smartcorrection.platform.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.wall.Clusters.Cluster;
import org.smartcorrection.platform.wall.Clusters.Spot;

class ClustersTest {
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
  private static final MapView VIEW = new MapView(31.15, 104.55, 10);

  private static Spot spot(
      double latitude, double longitude, Instant at, @Nullable Severity asked) {
    var place = new Wgs84Point(latitude, longitude);
    return new Spot(
        new PersonId(UUID.randomUUID()), new CaseId(UUID.randomUUID()), place, at, asked);
  }

  private static List<Spot> province(int people) {
    var chance = new Random(20260302);
    var spots = new ArrayList<Spot>();
    for (int i = 0; i < people; i++)
      spots.add(
          spot(
              Math.round((26 + 8 * chance.nextDouble()) * 100) / 100.0,
              Math.round((98 + 10 * chance.nextDouble()) * 100) / 100.0,
              NOON,
              i % 1_000 == 0 ? Severity.RED : null));
    return spots;
  }

  @Test
  void fifty_thousand_people_are_as_many_marks_as_a_view_has_squares() {
    List<Spot> spots = province(50_000);
    for (int zoom = MapView.FARTHEST; zoom <= MapView.NEAREST; zoom++) {
      var view = new MapView(30, 103, zoom);
      List<Cluster> marks = Clusters.of(spots, view);
      long seen = spots.stream().filter(spot -> view.box().contains(spot.place())).count();
      assertTrue(marks.size() <= 15 * 10, zoom + ": " + marks.size());
      assertEquals(seen, marks.stream().mapToInt(Cluster::people).sum());
    }
  }

  @Test
  void whoever_stands_alone_is_known_so_that_the_look_is_recorded_and_nobody_else() {
    Spot alone = spot(31.05, 104.25, NOON, null);
    List<Cluster> marks =
        Clusters.of(
            List.of(alone, spot(31.15, 104.55, NOON, null), spot(31.15, 104.55, NOON, null)), VIEW);

    assertEquals(2, marks.size());
    assertNull(marks.getFirst().alone());
    assertEquals(alone.person(), marks.getLast().alone());
  }

  @Test
  void alarms_come_first_and_the_gravest_of_a_mark_is_told() {
    List<Cluster> marks =
        Clusters.of(
            List.of(
                spot(31.05, 104.25, NOON, null),
                spot(31.05, 104.25, NOON, null),
                spot(31.15, 104.55, NOON.minusSeconds(60), Severity.RED),
                spot(31.15, 104.55, NOON, Severity.BLUE)),
            VIEW);

    assertEquals(2, marks.getFirst().alarmed());
    assertEquals(Severity.RED, marks.getFirst().gravest());
    assertEquals(NOON.minusSeconds(60), marks.getFirst().earliest());
    assertEquals(NOON, marks.getFirst().latest());
    assertEquals(0, marks.getLast().alarmed());
  }

  @Test
  void a_mark_stays_when_the_view_moves() {
    List<Spot> spots = province(2_000);
    var there =
        Clusters.of(spots, VIEW).stream().collect(Collectors.toMap(Cluster::square, one -> one));
    List<Cluster> moved = Clusters.of(spots, VIEW.moved(0.1, 0));
    long same = moved.stream().filter(one -> one.equals(there.get(one.square()))).count();

    // those at the sides are cut
    assertTrue(same > moved.size() / 2, same + " of " + moved.size());
  }

  @Test
  void a_view_around_people_shows_all_of_them() {
    List<Wgs84Point> places = province(500).stream().map(Spot::place).toList();
    MapView view = MapView.around(places);

    assertTrue(places.stream().allMatch(view.box()::contains));
    assertTrue(
        places.stream().allMatch(place -> view.x(place) >= 0 && view.x(place) <= MapView.WIDTH));
    assertTrue(
        places.stream().allMatch(place -> view.y(place) >= 0 && view.y(place) <= MapView.HEIGHT));
    assertEquals(MapView.NEAREST, MapView.around(places.subList(0, 1)).zoom());
    assertNotNull(MapView.around(List.of()));
  }
}
