package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.journal.Fate;
import org.smartcorrection.location.journal.Page;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The live map with 50,000 people in one county agency: everybody is on it, and it tells how long a
 * page takes. Its name keeps it out of the usual run; {@code -Dtest=ProvinceOnTheMap} starts it,
 * alone.
 */
@PlatformTest
class ProvinceOnTheMap {
  private static final int PEOPLE = 50_000;
  private static final int ASKED = 60;

  @Autowired Browser browser;
  @Autowired District district;
  @Autowired MovableClock clock;
  @Autowired JdbcTemplate jdbc;
  @Autowired Journal journal;
  @Autowired Vault vault;
  @Autowired MapLayers layers;

  @Test
  void fifty_thousand_people_are_on_one_map() throws Exception {
    District.Staffed staffed = district.staffed();
    Actor officer = staffed.officer();
    populate(officer);

    int pages = 0;
    long begun = System.nanoTime();
    String map;
    do {
      map = html(officer, "/wall/map");
      pages++;
    } while (map.contains("are still being read"));
    tell("after a start, until all are read, in %d pages", begun, pages);
    assertTrue(map.contains("50,000 of 50,000 people"), map.substring(0, 2_000));

    times(officer, "/wall/map?lat=30&lon=103&z=5");
    times(officer, "/wall/map?lat=30&lon=103&z=8");
    times(officer, "/wall/map?lat=30&lon=103&z=8&alarmed=1");
    times(officer, "/wall/map?lat=30&lon=103&z=13");
    times(officer, "/wall/map");

    layers.add(
        new MapLayers.Said(MapFeature.Kind.ROAD, Datum.WGS_84, "nobody", "invented"),
        new MapFile.Reading.Read(roads(), 2_000 * 100),
        officer.account());
    long drawn = System.nanoTime();
    html(officer, "/wall/map?lat=30&lon=103&z=6");
    tell("the first page on a map of 200,000 points, %d", drawn, 1);
    times(officer, "/wall/map?lat=30&lon=103&z=5");
    times(officer, "/wall/map?lat=30&lon=103&z=8");
  }

  private static List<MapFeature> roads() {
    var chance = new Random(200_000);
    var roads = new ArrayList<MapFeature>();
    for (int road = 0; road < 2_000; road++) {
      double latitude = 26 + 8 * chance.nextDouble();
      double longitude = 98 + 10 * chance.nextDouble();
      var points = new ArrayList<Wgs84Point>();
      for (int i = 0; i < 100; i++) {
        latitude += 0.002 * chance.nextGaussian();
        longitude += 0.003;
        points.add(new Wgs84Point(latitude, longitude));
      }
      roads.add(MapFeature.of(MapFeature.Kind.ROAD, "", false, points));
    }
    return roads;
  }

  private void times(Actor officer, String path) throws Exception {
    double[] millis = new double[ASKED];
    int bytes = 0;
    for (int i = 0; i < ASKED; i++) {
      long begun = System.nanoTime();
      bytes = html(officer, path).length();
      millis[i] = (System.nanoTime() - begun) / 1e6;
    }
    double[] warm = Arrays.copyOfRange(millis, ASKED / 2, ASKED);
    Arrays.sort(warm);
    System.out.printf(
        "%s: median %.1f ms, slowest of %d %.1f ms, %,d characters%n",
        path, warm[warm.length / 2], warm.length, warm[warm.length - 1], bytes);
  }

  private static void tell(String what, long begun, int pages) {
    System.out.printf(what + ": %,d ms%n", pages, (System.nanoTime() - begun) / 1_000_000);
  }

  private String html(Actor officer, String path) throws Exception {
    var response = browser.get(officer, path).getResponse();
    assertEquals(200, response.getStatus());
    return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  /** Cases, grounds and one position each, as their acts would have left them. */
  private void populate(Actor officer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var chance = new Random(50_000);
    var people = new ArrayList<PersonId>();
    var cases = new ArrayList<Object[]>();
    var summaries = new ArrayList<Object[]>();
    var grounds = new ArrayList<Object[]>();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (int i = 0; i < PEOPLE; i++) {
      UUID person = UUID.randomUUID();
      UUID caseId = UUID.randomUUID();
      String number = officer.agency().code() + "-" + i;
      people.add(new PersonId(person));
      cases.add(
          new Object[] {
            caseId, number, officer.agency().id().value(), person, now.atOffset(ZoneOffset.UTC)
          });
      summaries.add(
          new Object[] {
            caseId,
            number,
            officer.agency().id().value(),
            person,
            today,
            today.plusYears(1),
            now.atOffset(ZoneOffset.UTC)
          });
      grounds.add(
          new Object[] {
            UUID.randomUUID(),
            now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC),
            now.plus(Duration.ofDays(60)).atOffset(ZoneOffset.UTC),
            caseId,
            person
          });
    }
    jdbc.batchUpdate(
        "insert into casework.cases (id, number, agency, person, opened_at) values (?, ?, ?, ?, ?)",
        cases);
    jdbc.batchUpdate(
        """
        insert into casework.all_summaries (case_id, number, agency, person, status, category, level,
          term_from, term_until, last_act, last_act_type, last_act_at)
        values (?, ?, ?, ?, 'ACTIVE', 'PAROLE', 'ORDINARY', ?, ?, 1, 'PlanOpened', ?)
        """,
        summaries);
    jdbc.batchUpdate(
        "insert into tracking.grounds (instance, from_at, until_at, case_id, person)"
            + " values (?, ?, ?, ?, ?)",
        grounds);
    vault.prepare(people, Set.of(Purpose.POSITIONING));
    for (int from = 0; from < PEOPLE; from += 5_000)
      journal.add(
          people.subList(from, from + 5_000).stream()
              .map(person -> new Journal.Written(person, page(now, chance)))
              .toList());
  }

  /** Two thirds in ten towns, the others anywhere in ten degrees. */
  private static Page page(Instant now, Random chance) {
    int town = chance.nextInt(15);
    double latitude = town < 10 ? 27 + town * 0.7 : 26 + 8 * chance.nextDouble();
    double longitude = town < 10 ? 99 + (town * 7 % 10) * 0.9 : 98 + 10 * chance.nextDouble();
    var entries = new ArrayList<Entry>();
    for (int i = 60; i > 0; i--) {
      var point =
          new Wgs84Point(
              latitude + 0.05 * chance.nextGaussian(), longitude + 0.05 * chance.nextGaussian());
      Instant at = now.minusSeconds(30L * i);
      entries.add(
          new Entry(
              Report.of(Fix.of(at, point, 12, FixSource.GNSS)),
              new UUID(1, 2),
              at,
              new Fate.Weighed(-100)));
    }
    return new Page(List.copyOf(entries));
  }
}
