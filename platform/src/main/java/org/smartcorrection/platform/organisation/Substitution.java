package org.smartcorrection.platform.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.PostId;

/**
 * Somebody is absent from a post, and a colleague acts in it from one legal day to another, both
 * included.
 *
 * @param absent {@code null} where nobody holds the post
 * @param ownPost the post by which the substitute is eligible
 * @param order the written order by which a deputy is acting head; {@code null} for any other
 * @param endedAt when it ended before its time
 */
public record Substitution(
    UUID id,
    PostId post,
    @Nullable AccountId absent,
    AccountId account,
    PostId ownPost,
    LocalDate from,
    LocalDate until,
    @Nullable Order order,
    Instant notedAt,
    AccountId notedBy,
    @Nullable Instant endedAt) {

  /** A written order: its number and day. */
  public record Order(String number, LocalDate on) {}

  /** How it stands on a day. */
  public enum State {
    PLANNED,
    NOW,
    OVER,
    ENDED_EARLY
  }

  public State state(LocalDate today) {
    if (endedAt != null) return State.ENDED_EARLY;
    if (from.isAfter(today)) return State.PLANNED;
    return until.isBefore(today) ? State.OVER : State.NOW;
  }
}
