package org.smartcorrection.platform.admin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.UnitId;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Division;
import org.smartcorrection.platform.organisation.Staffing;
import org.smartcorrection.platform.organisation.Unit;
import org.smartcorrection.platform.organisation.UnitAreas;
import org.smartcorrection.platform.organisation.Units;
import org.springframework.stereotype.Component;

/**
 * The agencies of one area as a tree on a day: the levels above the correction agency, its brigade,
 * squadrons and offices with their areas, and beside them court, procuratorate and police.
 */
@Component
class OrganisationTree {
  /**
   * A township's code has nine digits; a community is its township's unless it is said otherwise.
   */
  private static final int TOWNSHIP = 9;

  private final Agencies agencies;
  private final Units units;
  private final UnitAreas areas;
  private final Staffing staffing;

  OrganisationTree(Agencies agencies, Units units, UnitAreas areas, Staffing staffing) {
    this.agencies = agencies;
    this.units = units;
    this.areas = areas;
    this.staffing = staffing;
  }

  /**
   * The area of one correction agency.
   *
   * @param roots the highest agency above it, and those that stand beside it
   * @param unassigned divisions of its county that are nobody's area
   */
  record Area(List<Branch> roots, List<String> unassigned) {}

  /** What one reading of the tree needs. */
  private record Reading(
      LocalDate day,
      Locale locale,
      boolean keeps,
      List<Unit> units,
      Map<PostId, UnitId> places,
      Map<String, UnitId> areas,
      List<Division> divisions) {}

  Area of(Agency custody, LocalDate day, Locale locale, boolean keeps) {
    var reading =
        new Reading(
            day,
            locale,
            keeps,
            units.of(custody.id(), day),
            units.posts(custody.id(), day),
            areas.on(day),
            areas.divisions());
    var roots = new ArrayList<Branch>();
    roots.add(above(custody, county(custody, reading), reading));
    agencies.all().stream()
        .filter(agency -> agency.shortCode().equals(custody.shortCode()))
        .filter(agency -> beside(agency.kind()))
        .forEach(agency -> roots.add(agency(agency, List.of(), reading)));
    return new Area(roots, unassigned(reading));
  }

  private static boolean beside(AgencyKind kind) {
    return switch (kind) {
      case COURT, PROCURATORATE, POLICE, PRISON -> true;
      case JUSTICE_BUREAU,
          CORRECTION_AGENCY,
          CITY_AGENCY,
          PROVINCIAL_AGENCY,
          MINISTRY,
          JUDICIAL_OFFICE ->
          false;
    };
  }

  /** The branch within those of the agencies above it. */
  private Branch above(Agency agency, Branch branch, Reading reading) {
    @Nullable AgencyId parent = agency.parent();
    if (parent == null) return branch;
    Agency higher = agencies.get(parent);
    return above(higher, agency(higher, List.of(branch), reading), reading);
  }

  private Branch county(Agency custody, Reading reading) {
    Stream<Branch> placed = below(null, reading);
    Stream<Branch> without =
        agencies.below(custody.id()).stream()
            .filter(agency -> agency.kind() == AgencyKind.JUDICIAL_OFFICE)
            .filter(
                office ->
                    reading.units().stream().noneMatch(unit -> office.id().equals(unit.office())))
            .map(
                office ->
                    branch(
                        office.name(reading.locale()),
                        "admin.kind." + office.kind(),
                        keeps(reading, "/admin/agencies/" + office.id()),
                        List.of(),
                        posts(office.id(), null, reading),
                        false,
                        List.of()));
    return agency(custody, Stream.concat(placed, without).toList(), reading);
  }

  private Stream<Branch> below(@Nullable UnitId parent, Reading reading) {
    return reading.units().stream()
        .filter(unit -> Objects.equals(unit.parent(), parent))
        .map(unit -> unit(unit, reading));
  }

  private Branch unit(Unit unit, Reading reading) {
    List<Branch.Holder> posts = new ArrayList<>(posts(unit.agency(), unit.id(), reading));
    if (unit.office() != null) posts.addAll(posts(unit.office(), null, reading));
    return branch(
        unit.name(reading.locale()),
        "admin.unit.kind." + unit.kind(),
        keeps(reading, "/admin/organisation/units/" + unit.id()),
        reading.divisions().stream()
            .filter(division -> unit.id().equals(reading.areas().get(division.code())))
            .map(division -> division.name(reading.locale()))
            .toList(),
        posts,
        true,
        below(unit.id(), reading).toList());
  }

  private Branch agency(Agency agency, List<Branch> below, Reading reading) {
    return branch(
        agency.name(reading.locale()),
        "admin.kind." + agency.kind(),
        keeps(reading, "/admin/agencies/" + agency.id()),
        List.of(),
        posts(agency.id(), null, reading),
        true,
        below);
  }

  private static Branch branch(
      String name,
      String kind,
      @Nullable String href,
      List<String> area,
      List<Branch.Holder> posts,
      boolean placed,
      List<Branch> below) {
    return new Branch(name, kind, href, area, posts, placed, below);
  }

  /** The posts of an agency that work in this unit, or in none of its units. */
  private List<Branch.Holder> posts(AgencyId agency, @Nullable UnitId unit, Reading reading) {
    return staffing.of(agency, reading.day()).stream()
        .filter(held -> Objects.equals(reading.places().get(held.post()), unit))
        .map(
            held ->
                new Branch.Holder(
                    held.title(reading.locale()),
                    Objects.requireNonNullElse(held.name(reading.locale()), ""),
                    "/posts/" + held.post()))
        .toList();
  }

  private static List<String> unassigned(Reading reading) {
    List<String> counties =
        reading.areas().entrySet().stream()
            .filter(
                entry ->
                    reading.units().stream().anyMatch(unit -> unit.id().equals(entry.getValue())))
            .map(entry -> new Division(entry.getKey(), "", "").county())
            .distinct()
            .toList();
    return reading.divisions().stream()
        .filter(division -> division.local() && counties.contains(division.county()))
        .filter(division -> !reading.areas().containsKey(division.code()))
        .filter(division -> division.code().length() == TOWNSHIP)
        .map(division -> division.name(reading.locale()))
        .toList();
  }

  private static @Nullable String keeps(Reading reading, String href) {
    return reading.keeps() ? href : null;
  }
}
