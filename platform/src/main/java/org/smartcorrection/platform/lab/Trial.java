package org.smartcorrection.platform.lab;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.supervision.Figure;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.tracking.PastTracks.Span;
import org.smartcorrection.procedure.LegalCalendar;

/**
 * A trial of other figures over past tracks of an agency's people.
 *
 * @param account who asked, in which {@code post}, for what and why
 * @param first and last legal day of the tracks
 * @param people how many it is about
 * @param judged how many of them were judged
 * @param reached the person after whom it goes on; {@code null} before the first and at the end
 */
record Trial(
    UUID id,
    AgencyId agency,
    AccountId account,
    PostId post,
    ReadPurpose purpose,
    String reason,
    LocalDate first,
    LocalDate last,
    List<Value> figures,
    State state,
    int people,
    int judged,
    long messages,
    @Nullable PersonId reached,
    Instant askedAt,
    @Nullable Instant endedAt) {
  /** How far it is. */
  enum State {
    WAITING,
    RUNNING,
    DONE,
    CANCELLED,
    /** Whoever asked has no right to it any more. */
    NOT_ENTITLED;

    public boolean open() {
      return this == WAITING || this == RUNNING;
    }
  }

  /** A figure, as it was in force when the trial was asked for, and as it is tried. */
  record Value(Figure figure, int inForce, int tried) {
    public boolean changed() {
      return inForce != tried;
    }
  }

  Trial {
    figures = List.copyOf(figures);
  }

  Span span() {
    return new Span(LegalCalendar.startOf(first), LegalCalendar.endOf(last));
  }

  /** The figures that are tried. */
  public List<Value> changed() {
    return figures.stream().filter(Value::changed).toList();
  }

  /** How much of it is done, 0 to 100. */
  public int percent() {
    return people == 0 ? 100 : Math.toIntExact(100L * judged / people);
  }
}
