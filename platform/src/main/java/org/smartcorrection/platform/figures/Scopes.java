package org.smartcorrection.platform.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.UnitId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Unit;
import org.smartcorrection.platform.organisation.UnitKind;
import org.smartcorrection.platform.organisation.Units;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;

/** Whose cases somebody may have counted: those that {@link Jurisdiction} lets them read. */
@Component
class Scopes {
  private final Agencies agencies;
  private final Units units;
  private final Jurisdiction jurisdiction;

  Scopes(Agencies agencies, Units units, Jurisdiction jurisdiction) {
    this.agencies = agencies;
    this.units = units;
    this.jurisdiction = jurisdiction;
  }

  /** All of them, the widest first; none when the post has no agency to read. */
  List<Scope> of(Actor actor, LocalDate day, Locale locale) {
    @Nullable AgencyId own = Jurisdiction.office(actor);
    List<Agency> readable =
        agencies.ofKind(AgencyKind.CORRECTION_AGENCY).stream()
            .filter(agency -> jurisdiction.covers(actor, agency.id(), own))
            .filter(agency -> own == null || agency.id().equals(actor.agency().parent()))
            .toList();
    var scopes = new ArrayList<Scope>();
    if (readable.size() > 1)
      scopes.add(
          new Scope(
              "all",
              Text.of("figures.scope.all"),
              readable.stream().map(Agency::id).toList(),
              null));
    for (Agency agency : readable) {
      if (own == null)
        scopes.add(
            new Scope(
                agency.id().toString(),
                Text.literal(agency.name(locale)),
                List.of(agency.id()),
                null));
      parts(agency, day, locale).stream()
          .filter(part -> own == null || List.of(own).equals(part.offices()))
          .forEach(scopes::add);
    }
    return List.copyOf(scopes);
  }

  /**
   * The one that an address names; the widest when it names none.
   *
   * @throws NotFound when the post has nothing to read
   */
  static Scope chosen(List<Scope> scopes, @Nullable String name) {
    if (scopes.isEmpty()) throw new NotFound();
    return scopes.stream()
        .filter(scope -> scope.name().equals(name))
        .findFirst()
        .orElse(scopes.getFirst());
  }

  /** The judicial offices of an agency, and its units that have offices below them. */
  private List<Scope> parts(Agency agency, LocalDate day, Locale locale) {
    var parts = new ArrayList<Scope>();
    List<Unit> all = units.of(agency.id(), day);
    Map<UnitId, List<AgencyId>> offices = officesBelow(all);
    for (Unit unit : all) {
      List<AgencyId> below = offices.getOrDefault(unit.id(), List.of());
      if (unit.kind() == UnitKind.OFFICE || below.isEmpty()) continue;
      parts.add(part(unit.id().toString(), unit.name(locale), agency, below));
    }
    for (Agency office : agencies.below(agency.id()))
      if (office.kind() == AgencyKind.JUDICIAL_OFFICE)
        parts.add(part(office.id().toString(), office.name(locale), agency, List.of(office.id())));
    return parts;
  }

  private static Scope part(String name, String words, Agency agency, List<AgencyId> offices) {
    return new Scope(name, Text.literal(words), List.of(agency.id()), offices);
  }

  private static Map<UnitId, List<AgencyId>> officesBelow(List<Unit> units) {
    Map<UnitId, Unit> byId = new HashMap<>();
    for (Unit unit : units) byId.put(unit.id(), unit);
    Map<UnitId, List<AgencyId>> offices = new HashMap<>();
    for (Unit unit : units) {
      if (unit.office() == null) continue;
      @Nullable Unit at = unit;
      while (at != null) {
        offices.computeIfAbsent(at.id(), _ -> new ArrayList<>()).add(unit.office());
        at = at.parent() == null ? null : byId.get(Objects.requireNonNull(at.parent()));
      }
    }
    return offices;
  }
}
