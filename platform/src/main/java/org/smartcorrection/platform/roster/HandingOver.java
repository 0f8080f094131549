package org.smartcorrection.platform.roster;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.stereotype.Component;

/**
 * From one turn of duty to the next: whoever has the turn, or had the one before, writes what there
 * is to know; whoever has a later turn says that it is taken over.
 */
@Component
class HandingOver {
  private static final int PAGE = 10;

  private final Notes notes;
  private final Roster roster;
  private final DutyHours hours;
  private final Pending pending;
  private final Accounts accounts;

  HandingOver(Notes notes, Roster roster, DutyHours hours, Pending pending, Accounts accounts) {
    this.notes = notes;
    this.roster = roster;
    this.hours = hours;
    this.pending = pending;
    this.accounts = accounts;
  }

  /**
   * A note as it is shown.
   *
   * @param mayTake whether the reader can say that it is taken over
   */
  record Row(
      UUID id,
      Shift shift,
      String by,
      Instant writtenAt,
      int open,
      int unseen,
      String words,
      @Nullable String takenBy,
      @Nullable Instant takenAt,
      boolean mayTake) {}

  /** A piece of the list, with the key to go on from. */
  record Shown(List<Row> notes, boolean mayWrite, @Nullable String next) {}

  /** What was handed over is for those who have turns, and for whoever leads the bureau. */
  static boolean takesPart(Actor actor) {
    return actor.role() == Role.AGENCY_OFFICER || actor.role() == Role.BUREAU_HEAD;
  }

  Shown shown(Actor actor, AgencyId custody, @Nullable String before, Locale locale) {
    if (!takesPart(actor)) return new Shown(List.of(), false, null);
    Slice<Notes.Note> slice = notes.of(custody, before, PAGE);
    Map<AccountId, Accounts.StaffName> names =
        accounts.names(
            slice.rows().stream()
                .flatMap(note -> Stream.of(note.by(), note.takenBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    Shift now = hours.now(custody);
    boolean onDuty =
        roster.of(custody, now).filter(duty -> duty.holds(actor.account())).isPresent();
    return new Shown(
        slice.rows().stream()
            .map(note -> row(note, names, locale, onDuty && mayTake(note, now, actor)))
            .toList(),
        writing(actor, custody).isPresent(),
        slice.next());
  }

  private static Row row(
      Notes.Note note, Map<AccountId, Accounts.StaffName> names, Locale locale, boolean mayTake) {
    return new Row(
        note.id(),
        note.shift(),
        name(names, note.by(), locale),
        note.writtenAt(),
        note.open(),
        note.unseen(),
        note.words(),
        note.takenBy() == null ? null : name(names, note.takenBy(), locale),
        note.takenAt(),
        mayTake);
  }

  private static String name(
      Map<AccountId, Accounts.StaffName> names, AccountId who, Locale locale) {
    Accounts.@Nullable StaffName name = names.get(who);
    return name == null ? "" : name.in(locale);
  }

  private static boolean mayTake(Notes.Note note, Shift now, Actor actor) {
    return note.takenBy() == null
        && RosterView.over(note.shift(), now)
        && !note.by().equals(actor.account());
  }

  /** Of which turn somebody can write: the one that goes on, or the one that has just ended. */
  private Optional<Shift> writing(Actor actor, AgencyId custody) {
    Shift now = hours.now(custody);
    return Stream.of(now, now.before())
        .filter(
            shift ->
                roster.of(custody, shift).filter(duty -> duty.holds(actor.account())).isPresent())
        .findFirst();
  }

  /** False when it is not this actor's turn. */
  boolean write(Actor actor, AgencyId custody, String words) {
    Optional<Shift> turn = writing(actor, custody);
    turn.ifPresent(shift -> notes.write(custody, shift, pending.of(custody), words, actor));
    return turn.isPresent();
  }

  /**
   * Says that a note is taken over.
   *
   * @throws NotFound when there is none that this actor could take over now
   */
  void take(Actor actor, AgencyId custody, String id) {
    Shift now = hours.now(custody);
    Notes.Note note =
        read(id)
            .flatMap(notes::find)
            .filter(one -> one.custody().equals(custody))
            .orElseThrow(NotFound::new);
    boolean onDuty =
        roster.of(custody, now).filter(duty -> duty.holds(actor.account())).isPresent();
    if (!onDuty || !mayTake(note, now, actor)) throw new NotFound();
    notes.take(note.id(), actor);
  }

  private static Optional<UUID> read(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
