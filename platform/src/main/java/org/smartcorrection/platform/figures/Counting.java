package org.smartcorrection.platform.figures;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Summary.Level;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.subjects.Identity;

/** What is kept of a case so that it can be counted. Nothing of it names anybody. */
final class Counting {
  private Counting() {}

  /** How somebody came to be under correction, or how a spell of it began. */
  enum Began {
    /** Received after a decision. */
    RECEIVED,
    /** From a register that was there before the platform. */
    TAKEN_OVER,
    /** Handed over by the agency of another place (CCL 27). */
    MOVED_HERE,
    /** Entrusted to an office, or to another one, or to none any more. */
    OFFICE,
    LEVEL
  }

  /** How it ended, or how a spell of it did. */
  enum Ended {
    /** The term is over (CCL 44). */
    RELEASED,
    PARDONED,
    REVOKED,
    RECALLED,
    DIED,
    /** Handed over to the agency of another place (CCL 27). */
    MOVED_AWAY,
    OFFICE,
    LEVEL
  }

  /**
   * Who somebody is to the tables.
   *
   * @param minorUntil the day on which they come of age
   */
  record Traits(Identity.@Nullable Gender sex, @Nullable LocalDate minorUntil) {
    static final Traits UNKNOWN = new Traits(null, null);
  }

  /** A case as it stands after the last act that was counted. */
  record Standing(
      CaseId caseId,
      AgencyId agency,
      @Nullable AgencyId office,
      Level level,
      @Nullable String category,
      Offence offence,
      Traits traits,
      @Nullable Spell open) {}

  /**
   * A time under correction without a break, with one agency, in one office and on one level.
   *
   * @param cameFrom the office before, or the agency before where it began with a move
   * @param wentTo the office after, or the agency after where it ended with a move
   */
  record Spell(
      int number,
      AgencyId agency,
      @Nullable AgencyId office,
      Level level,
      Began began,
      LocalDate from,
      @Nullable AgencyId cameFrom,
      @Nullable Ended ended,
      @Nullable LocalDate until,
      @Nullable Integer endedBy,
      @Nullable AgencyId wentTo) {
    Spell ended(Ended how, LocalDate day, int by, @Nullable AgencyId next) {
      return new Spell(
          number,
          agency,
          office,
          level,
          began,
          from,
          cameFrom,
          how,
          day.isBefore(from) ? from : day,
          by,
          next);
    }
  }

  /** An act that tables count. */
  record Event(
      int number, EventKind kind, AgencyId agency, @Nullable AgencyId office, LocalDate day) {}

  /**
   * What one act changes.
   *
   * @param spells those that begin or end with it
   * @param forgotten nothing of the case is kept any more
   */
  record Step(Standing after, List<Spell> spells, List<Event> events, boolean forgotten) {
    Step {
      spells = List.copyOf(spells);
      events = List.copyOf(events);
    }
  }

  /** A whole case, as its acts add up. */
  record Counted(Standing standing, List<Spell> spells, List<Event> events) {
    Counted {
      spells = List.copyOf(spells);
      events = List.copyOf(events);
    }
  }
}
