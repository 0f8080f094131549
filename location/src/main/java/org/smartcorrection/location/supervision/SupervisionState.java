package org.smartcorrection.location.supervision;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Wgs84Point;

/**
 * All that has to be remembered of one person's device to judge the next message, whatever the
 * length of the track. Immutable, and stored as {@link #encode} writes it.
 */
public final class SupervisionState {
  /** So many fingerprints of journeys are kept, the latest: about two days of them. */
  static final int PRINTS = 48;

  private static final int[] NO_PRINTS = {};
  private static final @Nullable Held[] NOTHING_HELD =
      new @Nullable Held[Condition.values().length];
  private static final SupervisionState START = new SupervisionState();

  final @Nullable Instant clock;
  final @Nullable Instant horizon;
  final @Nullable Seen last;
  final @Nullable Seen used;
  final @Nullable Seen before;
  final @Nullable Seen earlier;
  final @Nullable Seen network;
  final @Nullable Seen jump;
  final @Nullable Instant abrupt;
  final int jumps;
  final Crossing permitted;
  final List<Zoned> zones;
  final @Nullable Held[] held;
  final double usualGap;
  final long toleratedUntil;
  final int[] prints;
  final int printed;
  final int lastPrints;
  final int matched;
  final int smooth;
  final int separatedBy;

  private SupervisionState() {
    clock = null;
    horizon = null;
    last = null;
    used = null;
    before = null;
    earlier = null;
    network = null;
    jump = null;
    abrupt = null;
    jumps = 0;
    permitted = Crossing.UNKNOWN;
    zones = List.of();
    held = NOTHING_HELD;
    usualGap = 0;
    toleratedUntil = 0;
    prints = NO_PRINTS;
    printed = 0;
    lastPrints = 0;
    matched = 0;
    smooth = 0;
    separatedBy = 0;
  }

  SupervisionState(Draft draft) {
    clock = draft.clock;
    horizon = draft.horizon;
    last = draft.last;
    used = draft.used;
    before = draft.before;
    earlier = draft.earlier;
    network = draft.network;
    jump = draft.jump;
    abrupt = draft.abrupt;
    jumps = draft.jumps;
    permitted = draft.permitted;
    zones = draft.zones;
    held = draft.held();
    usualGap = draft.usualGap;
    toleratedUntil = draft.toleratedUntil;
    prints = draft.prints;
    printed = draft.printed;
    lastPrints = draft.lastPrints;
    matched = draft.matched;
    smooth = draft.smooth;
    separatedBy = draft.separatedBy;
  }

  /** Before the first message. */
  public static SupervisionState start() {
    return START;
  }

  /** The time of the last message in order. */
  public Optional<Instant> time() {
    return Optional.ofNullable(clock);
  }

  /** Everything before it was judged: the last message, or an hour that was found after it. */
  public Optional<Instant> reach() {
    return horizon != null && (clock == null || horizon.isAfter(clock))
        ? Optional.of(horizon)
        : Optional.ofNullable(clock);
  }

  /** Where the last position was that the next ones are compared with. */
  public Optional<Place> place() {
    return Optional.ofNullable(used).map(seen -> new Place(seen.time(), seen.point()));
  }

  /** Where somebody's device was at a moment. */
  public record Place(Instant time, Wgs84Point point) {}

  /** The compact serial form; its first byte is its version. */
  public byte[] encode() {
    return SupervisionStateForm.write(this);
  }

  /**
   * Reads {@link #encode}'s form back, exactly.
   *
   * @throws IllegalArgumentException if the bytes are of another version or damaged
   */
  public static SupervisionState decode(byte[] bytes) {
    return SupervisionStateForm.read(bytes);
  }

  /** Two states are equal if they are stored alike. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SupervisionState state && Arrays.equals(encode(), state.encode());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encode());
  }
}
