package org.smartcorrection.platform.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.UnitId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Change.Made;
import org.smartcorrection.platform.organisation.Change.Refused;
import org.smartcorrection.platform.organisation.Change.Why;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes units, areas and the places of posts, each from a day on. Nothing is deleted, nothing is
 * changed back in time, and no unit ends while something still belongs to it.
 */
@Component
public class UnitRegister {
  private final Units units;
  private final UnitAreas areas;
  private final Agencies agencies;
  private final Clock clock;

  UnitRegister(Units units, UnitAreas areas, Agencies agencies, Clock clock) {
    this.units = units;
    this.areas = areas;
    this.agencies = agencies;
    this.clock = clock;
  }

  /** What a unit is to be called, where it is to stand, and from when on. */
  public record Wanted(String nameZh, String nameEn, @Nullable UnitId parent, LocalDate from) {}

  /**
   * Sets a unit up. It may have been there for long: its first day may be a past one.
   *
   * @param office the judicial office that gets its place; for the kind {@code OFFICE} alone
   */
  @Transactional
  public Change add(
      AgencyId agency, UnitKind kind, @Nullable AgencyId office, Wanted wanted, AccountId by) {
    units.lock(agency);
    if (agencies.get(agency).kind() != AgencyKind.CORRECTION_AGENCY) return new Refused(Why.AGENCY);
    boolean right = kind == UnitKind.OFFICE ? fits(office, agency) : office == null;
    if (!right) return new Refused(Why.OFFICE);
    var unit = unit(new UnitId(Uuids.next(clock)), agency, kind, office, wanted);
    @Nullable Why why = place(unit);
    if (why != null) return new Refused(why);
    units.add(unit.id(), agency, kind, office);
    units.note(unit, by);
    return new Made(unit.id());
  }

  /** Renames or moves a unit from a day on. */
  @Transactional
  public Change change(UnitId id, Wanted wanted, AccountId by) {
    Unit first = units.history(id).getLast().unit();
    units.lock(first.agency());
    var unit = unit(id, first.agency(), first.kind(), first.office(), wanted);
    @Nullable Why why = dated(id, wanted.from());
    if (why == null) why = place(unit);
    if (why != null) return new Refused(why);
    units.note(unit, by);
    return new Made(id);
  }

  /** Ends a unit, once nothing belongs to it any more. */
  @Transactional
  public Change end(UnitId id, LocalDate from, AccountId by) {
    Unit first = units.history(id).getLast().unit();
    units.lock(first.agency());
    @Nullable Why why = dated(id, from);
    if (why == null) why = holds(first, from);
    if (why != null) return new Refused(why);
    Unit last = units.on(id, from).orElseThrow();
    units.note(
        new Unit(
            id,
            last.agency(),
            last.kind(),
            last.office(),
            last.nameZh(),
            last.nameEn(),
            last.parent(),
            from,
            true),
        by);
    return new Made(id);
  }

  /** Gives a unit exactly these divisions from a day on; what it had beyond them is nobody's. */
  @Transactional
  public Change area(UnitId id, Set<String> divisions, LocalDate from, AccountId by) {
    Unit first = units.history(id).getLast().unit();
    units.lock(first.agency());
    if (from.isBefore(today())) return new Refused(Why.BACK);
    if (!stays(id, from)) return new Refused(Why.GONE);
    Map<String, UnitId> before = areas.on(from);
    for (String division : divisions)
      if (elsewhere(before.get(division), first.agency())) return new Refused(Why.ELSEWHERE);
    for (Division division : areas.divisions()) {
      boolean has = id.equals(before.get(division.code()));
      boolean gets = division.local() && divisions.contains(division.code());
      if (has != gets) areas.assign(division.code(), gets ? id : null, from, by);
    }
    return new Made(id);
  }

  /** Lets exactly these posts of the agency work in a unit from a day on. */
  @Transactional
  public Change posts(
      UnitId id, Set<PostId> wanted, List<PostId> all, LocalDate from, AccountId by) {
    Unit first = units.history(id).getLast().unit();
    units.lock(first.agency());
    if (from.isBefore(today())) return new Refused(Why.BACK);
    if (!stays(id, from)) return new Refused(Why.GONE);
    Map<PostId, UnitId> before = units.posts(first.agency(), from);
    for (PostId post : all) {
      boolean has = id.equals(before.get(post));
      boolean gets = wanted.contains(post);
      if (has != gets) units.place(post, gets ? id : null, from, by);
    }
    return new Made(id);
  }

  private boolean fits(@Nullable AgencyId office, AgencyId agency) {
    return office != null
        && agencies.get(office).kind() == AgencyKind.JUDICIAL_OFFICE
        && agency.equals(agencies.get(office).parent())
        && units.placeOf(office).isEmpty();
  }

  private @Nullable Why dated(UnitId id, LocalDate from) {
    if (from.isBefore(today())) return Why.BACK;
    if (units.history(id).getFirst().unit().from().isAfter(from)) return Why.PLANNED_LATER;
    return units.on(id, from).isEmpty() ? Why.GONE : null;
  }

  private @Nullable Why place(Unit unit) {
    @Nullable UnitId parent = unit.parent();
    if (parent == null) return unit.kind().mayStandUnder(null) ? null : Why.PLACE;
    Unit first = units.history(parent).getLast().unit();
    if (!unit.kind().mayStandUnder(first.kind())) return Why.PLACE;
    return stays(parent, unit.from()) && first.agency().equals(unit.agency())
        ? null
        : Why.ABOVE_GONE;
  }

  /** Whether a unit is there from a day on, without an end that is planned already. */
  private boolean stays(UnitId id, LocalDate from) {
    return units.on(id, from).isPresent() && !units.history(id).getFirst().unit().ended();
  }

  /** What still belongs to a unit on that day, or is planned to on a later one. */
  private @Nullable Why holds(Unit unit, LocalDate from) {
    return units.changesAfter(from).stream()
        .map(day -> holdsOn(unit, day))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(holdsOn(unit, from));
  }

  private @Nullable Why holdsOn(Unit unit, LocalDate from) {
    if (units.of(unit.agency(), from).stream().anyMatch(other -> unit.id().equals(other.parent())))
      return Why.UNITS_BELOW;
    if (areas.on(from).containsValue(unit.id())) return Why.AREA;
    return units.posts(unit.agency(), from).containsValue(unit.id()) ? Why.POSTS : null;
  }

  private boolean elsewhere(@Nullable UnitId unit, AgencyId agency) {
    return unit != null && !Objects.equals(units.history(unit).getLast().unit().agency(), agency);
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }

  private static Unit unit(
      UnitId id, AgencyId agency, UnitKind kind, @Nullable AgencyId office, Wanted wanted) {
    return new Unit(
        id,
        agency,
        kind,
        office,
        wanted.nameZh(),
        wanted.nameEn(),
        wanted.parent(),
        wanted.from(),
        false);
  }
}
