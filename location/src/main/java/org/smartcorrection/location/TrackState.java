package org.smartcorrection.location;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that has to be remembered of one person's track to judge the next fix: below a kilobyte,
 * whatever the length of the track. Immutable.
 *
 * @param last the last fix in order, used or not
 * @param lastUsed the last one that was weighed, from which speed is measured
 * @param jump a place that is too far away to believe, as long as it keeps being reported
 * @param settled the last place that agreed with the presence
 * @param presence inside or outside, as far as found
 * @param evidence fixes that speak for a change of presence, oldest first
 * @param leftOut fixes not weighed since the first of them
 */
public record TrackState(
    Optional<Place> last,
    Optional<Place> lastUsed,
    Optional<Jump> jump,
    Optional<Wgs84Point> settled,
    Presence presence,
    List<UsedFix> evidence,
    List<LeftOutFix> leftOut) {

  /** So many fixes of evidence are kept: the first {@link #FIRST_EVIDENCE} and the latest. */
  public static final int MOST_EVIDENCE = 8;

  static final int FIRST_EVIDENCE = 3;

  /** So many left-out fixes are kept: the latest. */
  public static final int MOST_LEFT_OUT = 6;

  /** Copies the lists. */
  public TrackState {
    evidence = List.copyOf(evidence);
    leftOut = List.copyOf(leftOut);
  }

  /** Before the first fix. */
  public static TrackState start() {
    return new TrackState(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Presence.NotKnown(),
        List.of(),
        List.of());
  }

  /** The compact serial form; its first byte is its version. */
  public byte[] encode() {
    return TrackStateForm.write(this);
  }

  /**
   * Reads {@link #encode}'s form back, exactly.
   *
   * @throws IllegalArgumentException if the bytes are of another version or damaged
   */
  public static TrackState decode(byte[] bytes) {
    return TrackStateForm.read(bytes);
  }

  TrackState seen(Place place) {
    return new TrackState(Optional.of(place), lastUsed, jump, settled, presence, evidence, leftOut);
  }

  TrackState used(Place place) {
    return new TrackState(
        last, Optional.of(place), Optional.empty(), settled, presence, evidence, leftOut);
  }

  TrackState jumped(Jump to) {
    return new TrackState(last, lastUsed, Optional.of(to), settled, presence, evidence, leftOut);
  }

  /** A settled presence: whatever spoke against it is taken back. */
  TrackState settled(Presence as, Wgs84Point at) {
    return new TrackState(last, lastUsed, jump, Optional.of(at), as, List.of(), List.of());
  }

  TrackState with(UsedFix fix) {
    var more = new ArrayList<>(evidence);
    if (more.size() == MOST_EVIDENCE) more.remove(FIRST_EVIDENCE);
    more.add(fix);
    return new TrackState(last, lastUsed, jump, settled, presence, more, leftOut);
  }

  TrackState with(LeftOutFix fix) {
    var more = new ArrayList<>(leftOut);
    if (more.size() == MOST_LEFT_OUT) more.removeFirst();
    more.add(fix);
    return new TrackState(last, lastUsed, jump, settled, presence, evidence, more);
  }

  /** A fix as far as the next one is compared with it. */
  public record Place(Instant time, Wgs84Point point, double accuracyMetres) {
    static Place of(Fix fix) {
      return new Place(fix.time(), fix.point(), fix.accuracyMetres());
    }
  }

  /**
   * A place that could not be reached in the time.
   *
   * @param place the latest fix there
   * @param times how many fixes in a row agree with it
   */
  public record Jump(Place place, int times) {}

  /** Where the person is, as far as found. */
  public sealed interface Presence {
    /** No fix has settled it. */
    record NotKnown() implements Presence {}

    /** In the permitted area. */
    record Inside() implements Presence {}

    /** Outside, and said so. */
    record Outside(Instant since, Severity severity) implements Presence {}
  }
}
