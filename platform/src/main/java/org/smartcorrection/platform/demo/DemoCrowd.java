package org.smartcorrection.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.demo.DemoPeople.Invented;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.reporting.CheckIns;
import org.smartcorrection.platform.reporting.Way;
import org.smartcorrection.platform.subjects.Identity.Gender;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.TermLength;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * As many further people as a district may have, for measuring: {@code smartcorrection.demo.cases},
 * none unless it is set. They come over twelve weeks and through the same door as everybody: they
 * are referred, received, some of them positioned, and report when it is due. A few do not, and a
 * few receptions come to a halt, so that deadlines are missed as well. With {@code
 * smartcorrection.demo.zones} above 0 all of them are positioned, each with so many pieces of
 * forbidden ground; many of them come in rows of a hundred, each row an act.
 */
@Component
@Profile("demo")
class DemoCrowd {
  private static final Logger LOG = LoggerFactory.getLogger(DemoCrowd.class);
  private static final int DAYS = 84;
  private static final int FIRST_NUMBER = 1001;
  private static final int HANDS = 8;
  private static final int RECEIVED = 4;
  private static final int YEARS = 2;
  private static final int ZONES_A_ROW = 100;

  private static final List<String> SURNAMES =
      List.of("王 Wang", "李 Li", "张 Zhang", "刘 Liu", "杨 Yang", "赵 Zhao", "黄 Huang", "吴 Wu");
  private static final List<String> GIVEN =
      List.of("甲例 Jiali", "乙例 Yili", "丙例 Bingli", "丁例 Dingli", "戊例 Wuli", "己例 Jili");
  private static final List<String> OFFICES =
      List.of("qinghe-liutang", "qinghe-dongli", "qinghe-yunqiao", "qinghe-bailuzhou");
  private static final List<String> OFFENCES = List.of("盗窃罪", "诈骗罪", "交通肇事罪", "危险驾驶罪", "故意伤害罪");

  private final int size;
  private final int zones;
  private final DemoReception reception;
  private final CheckIns checkIns;
  private final Cases cases;
  private final MovableClock clock;
  private final List<Newcomer> newcomers = new ArrayList<>();
  private Instant nextDay = Instant.MAX;
  private int day;

  DemoCrowd(
      @Value("${smartcorrection.demo.cases:0}") int size,
      @Value("${smartcorrection.demo.zones:0}") int zones,
      DemoReception reception,
      CheckIns checkIns,
      Cases cases,
      MovableClock clock) {
    this.size = size;
    this.zones = zones;
    this.reception = reception;
    this.checkIns = checkIns;
    this.cases = cases;
    this.clock = clock;
  }

  /** When the history has to begin, so that everybody's is inside it. */
  Instant beginning(Instant usual, Instant now) {
    return size == 0 ? usual : now.minus(DAYS, ChronoUnit.DAYS);
  }

  /** Invents the people; from then on {@link #live} lets them come. */
  void gather(Instant beginning) {
    for (int i = 0; i < size; i++)
      newcomers.add(new Newcomer(i, i * DAYS / size, zones > 0 || i % 6 == 0));
    nextDay = beginning;
  }

  /** Lets happen what happens until that instant, day by day. */
  void live(Instant until) {
    if (size == 0) return;
    long begun = System.nanoTime();
    int before = day;
    try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
      DemoReception.Actors by = reception.actors();
      String district = Scenario.district();
      for (; !nextDay.isAfter(until); nextDay = nextDay.plus(1, ChronoUnit.DAYS), day++) {
        clock.forwardTo(nextDay);
        var work = new ArrayList<Callable<Void>>();
        for (Newcomer newcomer : newcomers)
          if (newcomer.arrives < day) work.add(() -> live(newcomer, by, district));
        for (Future<Void> done : hands.invokeAll(work)) done.get();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the demonstration cannot be told", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    if (day > before)
      LOG.info(
          "{} days of {} further people told in {} ms",
          day - before,
          size,
          (System.nanoTime() - begun) / 1_000_000);
  }

  /** One day of one person; what a day asks for follows from how long ago the person came. */
  private @Nullable Void live(Newcomer newcomer, DemoReception.Actors by, String district) {
    int since = day - newcomer.arrives;
    if (since > newcomer.halts()) return null;
    switch (since) {
      case 1 -> {
        PersonId person = reception.person(newcomer.invented, newcomer.number);
        LocalDate effective = LegalCalendar.legalDay(clock.instant()).minusDays(1);
        newcomer.reception =
            reception.refer(person, newcomer.invented, effective, newcomer.number, by.court());
      }
      case 2 -> newcomer.reception = reception.check(newcomer.reception(), by.officer());
      case 3 ->
          newcomer.reception =
              reception.register(newcomer.reception(), newcomer.invented, by.officer());
      case RECEIVED ->
          newcomer.reception =
              reception.plan(newcomer.reception(), newcomer.invented, by.officer());
      default -> {
        if (newcomer.isPositioned()) position(newcomer, since - RECEIVED, by, district);
        if (newcomer.reportsOn(since - RECEIVED)) report(newcomer, by.officer());
      }
    }
    return null;
  }

  private void report(Newcomer newcomer, Actor officer) {
    var in = cases.get(newcomer.reception().caseId());
    checkIns.report(in, officer, Way.COUNTER, clock.instant(), "");
  }

  /** Area, proposal, approval and information, a day each. */
  private void position(Newcomer newcomer, int step, DemoReception.Actors by, String district) {
    switch (step) {
      case 1 -> {
        Running at = newcomer.reception();
        reception.begin(at, "area", "AreaSet", Scenario.area(district), by.officer());
        LocalDate ends = at.facts().day("termStartsOn").orElseThrow().plusYears(YEARS).minusDays(1);
        newcomer.positioning =
            reception.begin(
                at,
                "positioning",
                "PositioningProposed",
                Facts.NONE
                    .choice("ground", "LEFT_WITHOUT_APPROVAL")
                    .text("statement", "未经批准离开青禾区一日，无正当理由。")
                    .count("months", 3)
                    .day("termEndsOn", ends),
                by.officer());
      }
      case 2 ->
          newcomer.positioning =
              reception.step(
                  newcomer.positioning(),
                  "PositioningApproved",
                  Facts.NONE.count("months", 3).text("reason", "事实清楚，符合第二十九条第二项。"),
                  by.head());
      case 3 ->
          reception.step(
              newcomer.positioning(),
              "SubjectInformed",
              Facts.NONE
                  .flag("termTold", true)
                  .flag("rulesTold", true)
                  .flag("consequencesTold", true)
                  .choice("deviceKind", "DEDICATED"),
              by.officer());
      case 4 -> {
        forbid(newcomer, by.officer());
      }
      default -> {}
    }
  }

  /**
   * Small squares in rows, away from where anybody of the crowd goes. Few are set one by one; of
   * many each order of the court names a row.
   */
  private void forbid(Newcomer newcomer, Actor officer) {
    int pieces = zones > ZONES_A_ROW ? ZONES_A_ROW : 1;
    for (int first = 0; first < zones; first += pieces)
      forbid(newcomer, first, Math.min(zones, first + pieces), officer);
  }

  private void forbid(Newcomer newcomer, int first, int end, Actor officer) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    String squares =
        IntStream.range(first, end)
            .mapToObj(DemoCrowd::square)
            .collect(Collectors.joining(",", "{\"type\":\"MultiPolygon\",\"coordinates\":[", "]}"));
    reception.begin(
        newcomer.reception(),
        "forbidden",
        "ForbiddenGroundSet",
        Facts.NONE
            .text("name", "禁入场所" + (first + 1))
            .text("orderNumber", "（2026）禁" + (first + 1) + "号")
            .day("zoneFrom", today)
            .day("zoneUntil", today.plusDays(DAYS))
            .text("weekHours", "ALWAYS")
            .choice("onHolidays", "HOLIDAYS_AS_USUAL")
            .text("geometry", squares)
            .choice("source", "DRAWN")
            .choice("datum", "WGS_84"),
        officer);
  }

  private static String square(int zone) {
    int row = zone / ZONES_A_ROW;
    double west = 104.62 + (zone - row * ZONES_A_ROW) * 0.0004;
    double south = 31.215 + row * 0.0004;
    return "[[[%1$.5f,%2$.5f],[%3$.5f,%2$.5f],[%3$.5f,%4$.5f],[%1$.5f,%4$.5f],[%1$.5f,%2$.5f]]]"
        .formatted(west, south, west + 0.0003, south + 0.0003);
  }

  /** Somebody of the crowd, and how far they have come. Each is one thread's at a time. */
  private static final class Newcomer {
    private final int index;
    private final int arrives;
    private final int number;
    private final boolean positioned;
    private final Invented invented;
    private @Nullable Running reception;
    private @Nullable Running positioning;

    Newcomer(int index, int arrives, boolean positioned) {
      this.index = index;
      this.positioned = positioned;
      this.arrives = arrives;
      this.number = FIRST_NUMBER + index;
      this.invented = invent(index, positioned);
    }

    Running reception() {
      if (reception == null) throw new IllegalStateException("not referred yet");
      return reception;
    }

    Running positioning() {
      if (positioning == null) throw new IllegalStateException("not proposed yet");
      return positioning;
    }

    boolean isPositioned() {
      return positioned;
    }

    /** Some receptions come to a halt, at one step or the other. */
    int halts() {
      return index % 25 == 7 ? 1 + index / 25 % 3 : Integer.MAX_VALUE;
    }

    /** A little before it is due; some never do. */
    boolean reportsOn(int day) {
      return index % 16 != 3 && day % (invented.everyDays() - 2) == 0;
    }

    private static Invented invent(int index, boolean strict) {
      String[] surname = SURNAMES.get(index % SURNAMES.size()).split(" ", 2);
      String[] given = GIVEN.get(index / SURNAMES.size() % GIVEN.size()).split(" ", 2);
      return new Invented(
          surname[0] + given[0],
          surname[1] + " " + given[1],
          index % 5 == 2 ? Gender.FEMALE : Gender.MALE,
          // one day of birth each: identity numbers have room for a thousand on a day only
          LocalDate.of(1950, 1, 1).plusDays(index * 17L % 20_000),
          "SUSPENDED_SENTENCE",
          "FIXED_TERM",
          OFFENCES.get(index % OFFENCES.size()),
          TermLength.ofMonths(12),
          TermLength.ofYears(YEARS),
          0,
          7,
          OFFICES.get(index % OFFICES.size()),
          strict ? "STRICT" : "ORDINARY",
          30);
    }
  }
}
