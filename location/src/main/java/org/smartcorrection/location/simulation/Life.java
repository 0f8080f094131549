package org.smartcorrection.location.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.simulation.Receiver.Around;
import org.smartcorrection.location.simulation.Receiver.Measured;
import org.smartcorrection.location.simulation.Story.Lie;
import org.smartcorrection.location.simulation.Story.Plan;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.location.supervision.Sign;
import org.smartcorrection.location.supervision.Signs;
import org.smartcorrection.location.supervision.Verification;

/** Lives the days of one person, step by step, from one report to the next. */
final class Life {
  private static final long MOVING_STEP = 30_000;
  private static final long RESTING_STEP = 300_000;
  private static final long CHECKS_EVERY = 600_000;
  private static final double HOUR = Day.HOUR;

  private final Town town;
  private final List<PolygonArea> leaveGround;
  private final Chance chance;
  private final Walker walker;
  private final Receiver receiver;
  private final Sensors sensors;
  private final Deceit deceit;
  private final Uplink uplink;
  private final Truths truths;

  private long now;
  private long arrived;
  private long nextCheck;
  private long gapUntil;
  private Around around = Around.INDOORS;
  private boolean separated;
  private boolean noticed;
  private boolean cutOff;
  private boolean toldOfPower;
  private boolean jammerSensed;
  private int clockAhead;

  Life(Town town, List<PolygonArea> leaveGround, Chance chance, Watcher watcher) {
    this.town = town;
    this.leaveGround = leaveGround;
    this.chance = chance.apart(10);
    walker = new Walker(town.home, chance.apart(11));
    receiver = new Receiver(chance.apart(12));
    sensors = new Sensors(chance.apart(13));
    deceit = new Deceit(town, chance.apart(14));
    uplink = new Uplink(chance.apart(15), watcher);
    truths = new Truths(watcher);
  }

  void live(List<Day> days) {
    now = days.getFirst().midnight;
    for (Day day : days) {
      deceit.wake();
      cutOff = false;
      toldOfPower = false;
      jammerSensed = chance.happens(0.8);
      clockAhead = (chance.happens(0.5) ? 1 : -1) * (300 + chance.below(90_000));
      long[] verifications = {day.hour(chance.between(8, 14)), day.hour(chance.between(14, 21))};
      int verified = 0;
      long midnight = day.midnight + 24 * Day.HOUR;
      while (now < midnight) {
        step(day, midnight);
        if (verified < verifications.length && verifications[verified] <= now) {
          verified++;
          verify();
        }
      }
    }
    truths.close(now);
    uplink.close(now);
  }

  private void step(Day day, long midnight) {
    long step = walker.moves() || plays(day) ? MOVING_STEP : RESTING_STEP;
    step += Math.round(chance.between(-2_000, 2_000));
    Day.@Nullable Errand next = day.errands.peek();
    if (next != null && !walker.moves() && next.departAt() > now) {
      step = Math.min(step, Math.max(1_000, next.departAt() - now));
    }
    step = Math.min(step, Math.max(1, midnight - now));
    double seconds = step / 1_000.0;
    now += step;
    boolean moved = walker.moves();
    walker.advance(seconds);
    if (moved && !walker.moves()) arrived = now;
    if (next != null
        && !walker.moves()
        && next.departAt() <= now
        && now - arrived >= next.stayBefore()) {
      day.errands.remove();
      walker.setOut(next.to());
      around = chance.happens(0.4) ? Around.STREET : Around.OPEN;
    }
    separate(day);
    uplink.pass(now, seconds);
    receiver.pass(seconds, walker.moves() && !separated);
    report(day, seconds);
  }

  private boolean plays(Day day) {
    return inStory(day) && (day.story.lie == Lie.RECORDED || day.story.lie == Lie.DRAWN);
  }

  private boolean inStory(Day day) {
    return now >= day.storyFrom && now < day.storyUntil;
  }

  private void separate(Day day) {
    boolean atHome = !walker.moves() && walker.at().to(town.home) < 1;
    if (separated) {
      separated = !(atHome && now > day.storyUntil - 30 * Day.MINUTE);
      return;
    }
    if (day.story.plan == Plan.WITHOUT_DEVICE
        && inStory(day)
        && atHome
        && now < day.storyFrom + Day.HOUR) {
      separated = true;
      noticed = chance.happens(day.story == Story.LEFT_ON_THE_CHARGER ? 0.6 : 0.8);
    }
  }

  private void report(Day day, double seconds) {
    double hour = (now - day.midnight) / HOUR;
    boolean worn = !separated || day.story == Story.WORN_BY_ANOTHER;
    boolean resting = !walker.moves() || separated;
    var wearing =
        new Sensors.Wearing(hour, resting, worn, noticed, separated || inStory(day), day.story);
    sensors.pass(seconds, wearing);
    Spot device = separated ? town.home : walker.at();
    boolean lying = day.story.lie != Lie.NONE && inStory(day) && deceit.isPossible(day.story.lie);
    boolean silent = isSilent(day, device);
    note(day, lying, silent);
    if (silent) {
      tellOfPower(day, wearing);
      return;
    }
    if (now < gapUntil) return;
    if (chance.happens(Noise.GAP_BEGINS)) {
      gapUntil = now + Math.round(chance.exponential(60) * 1_000);
      return;
    }
    for (var zone : town.deadZones) if (zone.contains(town.at(device))) return;
    Around here = resting ? Around.INDOORS : around;
    if (now >= nextCheck && !(lying && day.story.lie == Lie.BY_SOFTWARE)) {
      nextCheck = now + CHECKS_EVERY;
      Measured check = chance.happens(0.6) ? receiver.wifi(device) : receiver.masts(device);
      send(now - 1_000, check, Signs.NONE, false);
    }
    boolean jammed = day.story == Story.JAMMED && inStory(day);
    Optional<Measured> lie =
        lying ? deceit.lie(day.story.lie, receiver, seconds) : Optional.empty();
    Optional<Measured> honest =
        jammed ? Optional.of(receiver.masts(device)) : receiver.best(device, here);
    if (honest.isPresent() && honest.get().source() == FixSource.GNSS && !resting) {
      deceit.remember(honest.get().at());
    }
    Signs signs = sensors.signs(wearing, told(day), !resting);
    if (lying && day.story.lie == Lie.BY_SOFTWARE)
      signs = signs.with(Sign.MOCKED, deceit.isFlagged());
    boolean drifted = lying && day.story.lie == Lie.TIME;
    send(now, lie.or(() -> honest).orElseThrow(), signs, drifted);
  }

  /** Whether the sensors are meant to see what is being done to the device. */
  private boolean told(Day day) {
    if (day.story == Story.STRAP_CUT_AND_LEFT) return separated;
    return inStory(day) && (day.story != Story.JAMMED || jammerSensed);
  }

  private boolean isSilent(Day day, Spot device) {
    if (day.story == Story.EXIT_AND_SILENCE && !cutOff) {
      cutOff = walker.moves() && town.district.signedDistanceMetres(town.at(device)) > 150;
    } else if (day.story == Story.EXIT_AND_SILENCE && walker.at().to(town.home) < 1) {
      cutOff = false;
    }
    return cutOff || sensors.isEmpty() || (day.story == Story.SWITCHED_OFF && inStory(day));
  }

  /** Most devices say that they are being switched off; none that its battery was torn out. */
  private void tellOfPower(Day day, Sensors.Wearing wearing) {
    if (toldOfPower) return;
    toldOfPower = true;
    if (day.story != Story.SWITCHED_OFF || chance.happens(0.3)) return;
    Signs signs = sensors.signs(wearing, false, false).with(Sign.POWERING_OFF, true);
    uplink.send(
        now,
        new Report(
            Instant.ofEpochMilli(now),
            Optional.empty(),
            Optional.empty(),
            signs,
            OptionalInt.of(sensors.batteryPercent()),
            OptionalInt.of(0)));
  }

  private void send(long at, Measured measured, Signs signs, boolean drifted) {
    Instant time = Instant.ofEpochMilli(at);
    truths.reported();
    uplink.send(
        now,
        new Report(
            time,
            Optional.of(
                Fix.of(time, town.at(measured.at()), measured.accuracy(), measured.source())),
            measured.sky(),
            signs,
            OptionalInt.of(sensors.batteryPercent()),
            OptionalInt.of(drifted ? clockAhead : (int) Math.round(2 * chance.normal()))));
  }

  private void verify() {
    double accuracy = chance.between(10, 40);
    double sigma = accuracy / Noise.RADIUS_IN_SIGMAS;
    Spot told = walker.at().plus(sigma * chance.normal(), sigma * chance.normal());
    uplink.send(now, new Verification(Instant.ofEpochMilli(now), town.at(told), accuracy));
  }

  private void note(Day day, boolean lying, boolean silent) {
    Wgs84Point person = town.at(walker.at());
    boolean honest = !separated && !(lying && day.story.lie != Lie.TIME);
    double outside = town.district.signedDistanceMetres(person);
    if (SimulatedPerson.mayLeave(day, now)) {
      for (PolygonArea ground : leaveGround) {
        outside = Math.min(outside, ground.signedDistanceMetres(person));
      }
    }
    double forbidden = -town.forbidden.signedDistanceMetres(person);
    boolean expected =
        day.appointment
            && day.story != Story.LEAVE
            && now >= day.hour(Day.APPOINTMENT_FROM)
            && now < day.hour(Day.APPOINTMENT_UNTIL);
    double missing = town.office.signedDistanceMetres(person);
    truths.at(now, Episode.Kind.OUTSIDE, honest && outside > 0, outside);
    truths.at(now, Episode.Kind.ON_FORBIDDEN_GROUND, honest && forbidden > 0, forbidden);
    truths.at(now, Episode.Kind.ABSENT, honest && expected && missing > 0, missing);
    truths.at(now, Episode.Kind.SEPARATED, separated && !walker.at().equals(town.home), 0);
    truths.at(now, Episode.Kind.SPOOFED, lying, 0);
    truths.at(now, Episode.Kind.SILENT, silent, 0);
    boolean inStory = inStory(day);
    truths.at(
        now,
        Episode.Kind.STRAP_OPENED,
        (day.story == Story.STRAP_CUT_AND_LEFT && separated)
            || (day.story == Story.STRAP_OPENED && inStory),
        0);
    truths.at(now, Episode.Kind.CASE_OPENED, day.story == Story.CASE_OPENED && inStory, 0);
    truths.at(now, Episode.Kind.JAMMED, day.story == Story.JAMMED && inStory, 0);
  }
}
