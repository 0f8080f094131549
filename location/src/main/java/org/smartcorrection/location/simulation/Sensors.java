package org.smartcorrection.location.simulation;

import org.smartcorrection.location.supervision.Sign;
import org.smartcorrection.location.supervision.Signs;

/** Strap, case, worn sensor, motion and battery of one device, with their habits. */
final class Sensors {
  private final Chance chance;
  private final boolean loose;
  private final boolean motionStuck;
  private final double chargesAt;
  private final double chargesFor;

  private double strapBlip;
  private double caseBlip;
  private double jamBlip;
  private double unwornBlip;
  private double deepSleep;
  private double battery = 90;
  private boolean unwornSeen;

  Sensors(Chance chance) {
    this.chance = chance;
    loose = chance.happens(Noise.LOOSE_SHARE);
    motionStuck = chance.happens(Noise.MOTION_STUCK_SHARE);
    boolean overnight = chance.happens(0.15);
    chargesAt = overnight ? chance.between(22, 23.5) : chance.between(18.5, 21);
    chargesFor = overnight ? chance.between(3, 7) : chance.between(1.4, 2.4);
  }

  /**
   * How the device is at a moment.
   *
   * @param hour of the day
   * @param resting the person rests
   * @param worn the device is on a person
   * @param noticed whether the worn sensor notices that it is not
   */
  record Wearing(
      double hour, boolean resting, boolean worn, boolean noticed, boolean lies, Story story) {}

  /** Lets time pass. */
  void pass(double seconds, Wearing wearing) {
    double hours = seconds / 3_600;
    strapBlip =
        blip(
            strapBlip,
            seconds,
            loose ? Noise.LOOSE_BLIP_PER_HOUR : Noise.STRAP_BLIP_PER_HOUR,
            loose ? Noise.LOOSE_BLIP_SECONDS : Noise.STRAP_BLIP_SECONDS);
    caseBlip = blip(caseBlip, seconds, Noise.CASE_BLIP_PER_HOUR, Noise.STRAP_BLIP_SECONDS);
    jamBlip = blip(jamBlip, seconds, Noise.JAM_BLIP_PER_HOUR, Noise.JAM_BLIP_SECONDS);
    unwornBlip = blip(unwornBlip, seconds, Noise.UNWORN_BLIP_PER_HOUR, Noise.UNWORN_BLIP_SECONDS);
    boolean night = wearing.hour() < 6.5 || wearing.hour() > 22.5;
    deepSleep -= seconds / 60;
    if (night && wearing.resting() && deepSleep < 0 && chance.happens(0.35, hours)) {
      deepSleep =
          Math.min(Noise.LONGEST_DEEP_SLEEP_MINUTES, chance.exponential(Noise.DEEP_SLEEP_MINUTES));
    }
    battery =
        Math.clamp(battery + hours * (charges(wearing) ? Noise.CHARGE : -Noise.DRAIN), 0, 100);
    unwornSeen = !wearing.worn() && wearing.noticed();
  }

  private double blip(double left, double seconds, double perHour, double mean) {
    if (left > 0) return left - seconds;
    return chance.happens(perHour, seconds / 3_600) ? chance.exponential(mean) : 0;
  }

  private boolean charges(Wearing wearing) {
    if (wearing.story() == Story.LEFT_ON_THE_CHARGER && wearing.lies()) return true;
    if (wearing.story() == Story.NOT_CHARGED || !wearing.worn()) return false;
    double since = (wearing.hour() - chargesAt + 24) % 24;
    return wearing.resting() && since < chargesFor;
  }

  boolean isEmpty() {
    return battery < 0.5;
  }

  int batteryPercent() {
    return (int) Math.round(battery);
  }

  Signs signs(Wearing wearing, boolean told, boolean moves) {
    boolean strap = strapBlip > 0 || (told && isStrap(wearing.story()));
    boolean worn = !unwornSeen && unwornBlip <= 0;
    boolean stirs = moves || (wearing.worn() && chance.happens(deepSleep <= 0 ? 0.85 : 0.02));
    return Signs.NONE
        .with(Sign.STRAP_OPEN, strap)
        .with(Sign.CASE_OPEN, caseBlip > 0 || (told && wearing.story() == Story.CASE_OPENED))
        .with(Sign.WORN, worn)
        .with(Sign.CHARGING, charges(wearing))
        .with(Sign.MOVED, stirs && !motionStuck)
        .with(Sign.JAMMED, jamBlip > 0 || (told && wearing.story() == Story.JAMMED));
  }

  private static boolean isStrap(Story story) {
    return story == Story.STRAP_OPENED || story == Story.STRAP_CUT_AND_LEFT;
  }
}
