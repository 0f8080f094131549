package org.smartcorrection.platform.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Hosts;
import org.smartcorrection.platform.casework.Summary.Level;
import org.smartcorrection.platform.figures.Counting.Began;
import org.smartcorrection.platform.figures.Counting.Counted;
import org.smartcorrection.platform.figures.Counting.Ended;
import org.smartcorrection.platform.figures.Counting.Event;
import org.smartcorrection.platform.figures.Counting.Spell;
import org.smartcorrection.platform.figures.Counting.Standing;
import org.smartcorrection.platform.figures.Counting.Step;
import org.smartcorrection.platform.figures.Counting.Traits;
import org.smartcorrection.platform.kernel.AgencyId;

/** What one act changes in the tables: pure, so that they can be built again from acts. */
final class CountFold {
  /** The act that hands a case over. */
  static final String MOVED = "RelocationCompleted";

  private static final Offences OFFENCES = new Offences();

  private CountFold() {}

  /**
   * A whole case; empty when nothing of it is counted.
   *
   * @param first the agency that had it first
   */
  static Optional<Counted> whole(List<Act> acts, AgencyId first, Supplier<Traits> traits) {
    Map<UUID, AgencyId> hosts = new HashMap<>();
    @Nullable Standing standing = null;
    Map<Integer, Spell> spells = new TreeMap<>();
    var events = new ArrayList<Event>();
    for (Act act : acts) {
      String host = act.facts().said(Hosts.FACT);
      if (!host.isEmpty()) hosts.put(act.instance(), AgencyId.of(host));
      Optional<Step> step =
          step(standing, act, first, Optional.ofNullable(hosts.get(act.instance())), traits);
      if (step.isEmpty()) continue;
      if (step.get().forgotten()) return Optional.empty();
      standing = step.get().after();
      for (Spell spell : step.get().spells()) spells.put(spell.number(), spell);
      events.addAll(step.get().events());
    }
    if (standing == null) return Optional.empty();
    return Optional.of(new Counted(standing, List.copyOf(spells.values()), events));
  }

  /**
   * One act; empty when it changes nothing.
   *
   * @param first the agency that has the case, for its first act
   * @param host the agency that is asked in the act's run: to it a move hands the case over
   */
  static Optional<Step> step(
      @Nullable Standing before,
      Act act,
      AgencyId first,
      Optional<AgencyId> host,
      Supplier<Traits> traits) {
    if (!counts(act)) return Optional.empty();
    Standing old = before != null ? before : begun(act, first, traits.get());
    if (act.type().equals("UnverifiedDeleted"))
      return Optional.of(new Step(old, List.of(), List.of(), true));
    var spells = new ArrayList<Spell>();
    Standing next = standing(old, act, host, spells);
    List<Event> events =
        EventKind.of(act).stream()
            .map(
                kind ->
                    new Event(act.number(), kind, next.agency(), next.office(), act.effectiveOn()))
            .toList();
    return Optional.of(new Step(next, spells, events, false));
  }

  /** Whether an act may change anything: most do not, and cost nothing. */
  static boolean counts(Act act) {
    return switch (act.type()) {
      case "ReferralReceived",
          "AssessmentCommissioned",
          "CaseTakenOver",
          "CaseTakenOverUnverified",
          "TakeOverVerified",
          "UnverifiedDeleted",
          "Registered",
          "Entrusted",
          "OfficeChanged",
          "EntrustmentWithdrawn" ->
          true;
      case "PlanOpened", "PlanAdjusted", "LevelSet", "LevelSetInAbsence", "LevelKept" ->
          level(act.facts()).isPresent();
      case String _ -> ended(act).isPresent() || EventKind.of(act).isPresent();
    };
  }

  private static Standing standing(
      Standing old, Act act, Optional<AgencyId> host, List<Spell> spells) {
    Facts facts = act.facts();
    return switch (act.type()) {
      case "AssessmentCommissioned" -> of(old, facts.said("considered"), old.offence());
      case "ReferralReceived", "CaseTakenOverUnverified" -> decided(old, facts);
      case "CaseTakenOver" -> began(decided(old, facts), act, Began.TAKEN_OVER, spells);
      case "TakeOverVerified" -> began(old, act, Began.TAKEN_OVER, spells);
      case "Registered" -> began(old, act, Began.RECEIVED, spells);
      case "Entrusted", "OfficeChanged" ->
          turned(old, act, AgencyId.of(facts.said("office")), old.level(), spells);
      case "EntrustmentWithdrawn" -> turned(old, act, null, old.level(), spells);
      case "PlanOpened", "PlanAdjusted", "LevelSet", "LevelSetInAbsence", "LevelKept" ->
          turned(old, act, old.office(), level(facts).orElse(old.level()), spells);
      case MOVED -> moved(old, act, host.orElse(null), spells);
      case String _ -> ended(act).map(how -> ended(old, act, how, null, spells)).orElse(old);
    };
  }

  private static Standing began(Standing old, Act act, Began how, List<Spell> spells) {
    if (old.open() != null) return old;
    return with(
        old, spell(old, act, how, act.effectiveOn(), null, spells), old.office(), old.level());
  }

  /** Office and level divide the time under correction: one spell ends, the next begins. */
  private static Standing turned(
      Standing old, Act act, @Nullable AgencyId office, Level level, List<Spell> spells) {
    boolean moved = !Objects.equals(office, old.office());
    if (!moved && level == old.level()) return old;
    Spell open = old.open();
    if (open == null) return with(old, null, office, level);
    Spell closed =
        open.ended(moved ? Ended.OFFICE : Ended.LEVEL, act.effectiveOn(), act.number(), office);
    spells.add(closed);
    Standing next = with(old, closed, office, level);
    LocalDate from = Objects.requireNonNull(closed.until());
    Began how = moved ? Began.OFFICE : Began.LEVEL;
    return with(next, spell(next, act, how, from, old.office(), spells), office, level);
  }

  private static Standing ended(
      Standing old, Act act, Ended how, @Nullable AgencyId to, List<Spell> spells) {
    if (old.open() == null) return old;
    spells.add(old.open().ended(how, act.effectiveOn(), act.number(), to));
    return with(old, null, old.office(), old.level());
  }

  /** Gone to the agency of another place; where it works on this installation, the case goes on. */
  private static Standing moved(Standing old, Act act, @Nullable AgencyId to, List<Spell> spells) {
    Standing gone = ended(old, act, Ended.MOVED_AWAY, to, spells);
    if (to == null) return gone;
    Standing there =
        new Standing(
            old.caseId(), to, null, old.level(), old.category(), old.offence(), old.traits(), null);
    if (old.open() == null) return there;
    LocalDate from = Objects.requireNonNull(spells.getLast().until());
    return with(
        there, spell(there, act, Began.MOVED_HERE, from, old.agency(), spells), null, old.level());
  }

  private static Spell spell(
      Standing in,
      Act act,
      Began how,
      LocalDate from,
      @Nullable AgencyId cameFrom,
      List<Spell> spells) {
    var spell =
        new Spell(
            act.number(),
            in.agency(),
            in.office(),
            in.level(),
            how,
            from,
            cameFrom,
            null,
            null,
            null,
            null);
    spells.add(spell);
    return spell;
  }

  private static Optional<Ended> ended(Act act) {
    return switch (act.type()) {
      case "Released" -> Optional.of(Ended.RELEASED);
      case "Pardoned" -> Optional.of(Ended.PARDONED);
      case "TerminatedByRevocation" -> Optional.of(Ended.REVOKED);
      case "TerminatedByRecall" -> Optional.of(Ended.RECALLED);
      case "TerminatedByDeath", "TerminatedByCertifiedDeath" -> Optional.of(Ended.DIED);
      case "Terminated" -> Optional.of(Ended.valueOf(act.facts().said("termination")));
      case MOVED -> Optional.of(Ended.MOVED_AWAY);
      case String _ -> Optional.empty();
    };
  }

  private static Standing begun(Act act, AgencyId agency, Traits traits) {
    return new Standing(
        act.caseId(), agency, null, Level.UNDECIDED, null, Offence.NOT_GROUPED, traits, null);
  }

  private static Standing decided(Standing old, Facts facts) {
    return of(old, facts.said("category"), OFFENCES.of(facts.said("offence")));
  }

  private static Standing of(Standing old, String category, Offence offence) {
    return new Standing(
        old.caseId(),
        old.agency(),
        old.office(),
        old.level(),
        category,
        offence,
        old.traits(),
        old.open());
  }

  private static Standing with(
      Standing old, @Nullable Spell open, @Nullable AgencyId office, Level level) {
    return new Standing(
        old.caseId(),
        old.agency(),
        office,
        level,
        old.category(),
        old.offence(),
        old.traits(),
        open);
  }

  private static Optional<Level> level(Facts facts) {
    String said = facts.said("level");
    return said.isEmpty() ? Optional.empty() : Optional.of(Level.valueOf(said));
  }
}
