package org.smartcorrection.platform.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.Params;

/**
 * One attempt to reach a member of staff by telephone.
 *
 * @param <S> the stages of what is told, in their order
 * @param number within what is told, from 1
 * @param to absent where there was nobody
 * @param why it did not go out, of {@code notify.unavailable.…}
 */
public record Attempt<S extends Enum<S>>(
    int number,
    S stage,
    @Nullable AccountId to,
    Way way,
    Instant at,
    Answer answer,
    @Nullable String why) {
  /** By which way somebody was tried to be reached. */
  public enum Way {
    TEXT,
    VOICE
  }

  /** What came of an attempt. */
  public enum Answer {
    /** It has begun and is not known to have ended. */
    BEGUN,
    SENT,
    UNAVAILABLE,
    /** There was nobody to be reached. */
    NOBODY
  }

  /** Where attempts stand: before they are made, and what came of them. */
  public interface Log<S extends Enum<S>> {
    /** False when another process was faster, or somebody acknowledged meanwhile. */
    boolean begin(Attempt<S> attempt);

    void answered(Attempt<S> attempt);
  }

  Attempt<S> answered(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Sent _ -> new Attempt<>(number, stage, to, way, at, Answer.SENT, null);
      case Delivery.Unavailable(String reason) ->
          new Attempt<>(number, stage, to, way, at, Answer.UNAVAILABLE, reason);
    };
  }

  /** Of a row with the columns number, stage, account, way, at, answer and why. */
  public static <S extends Enum<S>> Attempt<S> of(ResultSet row, Class<S> stages)
      throws SQLException {
    @Nullable UUID account = row.getObject("account", UUID.class);
    return new Attempt<>(
        row.getInt("number"),
        Enum.valueOf(stages, row.getString("stage")),
        account == null ? null : new AccountId(account),
        Way.valueOf(row.getString("way")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Answer.valueOf(row.getString("answer")),
        row.getString("why"));
  }

  /** The columns number, stage, account, way, at and answer, and then the id it belongs to. */
  public List<@Nullable Object> params(UUID of) {
    return Params.of(
        number,
        stage.name(),
        to == null ? null : to.value(),
        way.name(),
        at.atOffset(ZoneOffset.UTC),
        answer.name(),
        of);
  }
}
