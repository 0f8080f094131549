package org.smartcorrection.platform.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.simulation.Episode;
import org.smartcorrection.location.simulation.Seeds;
import org.smartcorrection.location.simulation.SimulatedPerson;
import org.smartcorrection.location.simulation.Watcher;
import org.smartcorrection.location.supervision.Message;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.location.supervision.Sign;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.tracking.Device;
import org.smartcorrection.platform.tracking.DeviceCredential;
import org.smartcorrection.platform.tracking.Devices;
import org.smartcorrection.platform.tracking.Positions;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Lets people of the crowd ({@link DemoCrowd}) live as the simulator lets people live, with work,
 * errands, leave, faults and deceptions: {@code smartcorrection.demo.moving} of them, none unless
 * it is set. What their devices say comes at its time and through the same door as everybody's; the
 * day so far comes first, as from devices that were out of reach.
 */
@Component
@Profile("demo")
class DemoLives implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(DemoLives.class);
  private static final int DAYS = 7;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final int moving;
  private final DemoAccounts accounts;
  private final Positions positions;
  private final Devices devices;
  private final Clock clock;
  private volatile @Nullable Thread living;

  DemoLives(
      @Value("${smartcorrection.demo.moving:0}") int moving,
      DemoAccounts accounts,
      Positions positions,
      Devices devices,
      Clock clock) {
    this.moving = moving;
    this.accounts = accounts;
    this.positions = positions;
    this.devices = devices;
    this.clock = clock;
  }

  /** What a device says, and when it arrives. */
  private record Said(DeviceCredential device, Report report, Instant at) {}

  /** Somebody who lives a simulated life. */
  private record Living(long seed, DeviceCredential device, Instant from) {}

  @EventListener
  void on(ApplicationReadyEvent ready) {
    if (moving == 0) return;
    Environment settings = ready.getApplicationContext().getEnvironment();
    String port = settings.getProperty("local.server.port", "8080");
    living = Thread.ofPlatform().name("demo-lives").daemon().start(() -> live(settings, port));
  }

  private void live(Environment settings, String port) {
    try (var door = DeviceDoor.of(settings, port)) {
      PolygonArea district = Scenario.ground();
      List<Living> people = people();
      LocalDate first = LegalCalendar.legalDay(clock.instant());
      for (LocalDate week = first; ; week = week.plusDays(DAYS))
        for (Said said : said(people, district, week)) {
          Duration left = Duration.between(clock.instant(), said.at());
          if (left.isPositive()) TimeUnit.MILLISECONDS.sleep(left.toMillis());
          send(door, said);
        }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException | GeneralSecurityException | DataAccessException e) {
      LOG.warn("nobody moves any longer: {}", e.getClass().getSimpleName());
    }
  }

  /**
   * What does not come through is lost, as it may be in life; the next one is sent all the same.
   */
  private static void send(DeviceDoor door, Said said) throws InterruptedException {
    try {
      door.send(said.device(), more(said.report()), said.report().fix().orElseThrow());
    } catch (IOException e) {
      LOG.debug("a message is lost: {}", e.getClass().getSimpleName());
    }
  }

  /** Always the same people, with their own lives; each is given a device anew. */
  private List<Living> people() {
    Optional<PersonId> story = accounts.actor("subject").map(Actor::person);
    List<Positions.Positioned> chosen =
        positions.everybody().people().stream()
            .filter(one -> !Optional.of(one.person()).equals(story))
            .sorted(Comparator.comparing(one -> one.person().value()))
            .limit(moving)
            .toList();
    var people = new ArrayList<Living>();
    long[] seeds = Seeds.toTune(chosen.size()).toArray();
    for (int i = 0; i < seeds.length; i++) {
      Positions.Positioned one = chosen.get(i);
      for (Device old : devices.of(one.person())) devices.retire(old.id());
      DeviceCredential device = devices.register(one.person(), DeviceKind.DEDICATED);
      people.add(
          new Living(seeds[i], device, one.last() == null ? Instant.EPOCH : one.last().at()));
    }
    return people;
  }

  private static List<Said> said(List<Living> people, PolygonArea district, LocalDate week) {
    var said = new ArrayList<Said>();
    for (Living one : people)
      new SimulatedPerson(one.seed(), district, week, DAYS)
          .live(
              new Watcher() {
                @Override
                public void received(Message message, Instant at) {
                  if (message instanceof Report report
                      && report.fix().isPresent()
                      && report.time().isAfter(one.from()))
                    said.add(new Said(one.device(), report, at));
                }

                @Override
                public void happened(Episode episode) {}
              });
    said.sort(Comparator.comparing(Said::at));
    return said;
  }

  private static Map<String, String> more(Report report) {
    var more = new LinkedHashMap<String, String>();
    report.batteryPercent().ifPresent(percent -> more.put("batt", Integer.toString(percent)));
    if (report.signs().is(Sign.CHARGING)) more.put("charge", "true");
    if (report.signs().is(Sign.MOCKED)) more.put("mock", "true");
    if (report.signs().is(Sign.WORN)) more.put("worn", "true");
    if (report.signs().isNot(Sign.WORN)) more.put("worn", "false");
    if (report.signs().is(Sign.STRAP_OPEN)) more.put("alarm", "removing");
    else if (report.signs().is(Sign.CASE_OPEN)) more.put("alarm", "tampering");
    else if (report.signs().is(Sign.JAMMED)) more.put("alarm", "jamming");
    return more;
  }

  /** What is asked of the database comes to its end before the database does. */
  @Override
  public void destroy() {
    Thread started = living;
    if (started == null) return;
    started.interrupt();
    try {
      boolean _ = started.join(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
