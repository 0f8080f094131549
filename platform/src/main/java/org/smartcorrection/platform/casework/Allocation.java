package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Workloads.Load;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.UnitId;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Division;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.Staffing;
import org.smartcorrection.platform.organisation.Substitutions;
import org.smartcorrection.platform.organisation.Unit;
import org.smartcorrection.platform.organisation.UnitAreas;
import org.smartcorrection.platform.organisation.Units;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.platform.subjects.Surroundings;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/**
 * Who can be responsible for a case, and whom the platform proposes: of those who have the case and
 * are there, one whose unit has the area of the residence, with the least work (rule H10). A person
 * decides; the figures are shown and kept with the act.
 */
@Component
public class Allocation {
  private final Staffing staffing;
  private final Substitutions substitutions;
  private final Agencies agencies;
  private final Units units;
  private final UnitAreas areas;
  private final Workloads workloads;
  private final People people;
  private final Surroundings surroundings;
  private final Clock clock;

  Allocation(
      Staffing staffing,
      Substitutions substitutions,
      Agencies agencies,
      Units units,
      UnitAreas areas,
      Workloads workloads,
      People people,
      Surroundings surroundings,
      Clock clock) {
    this.staffing = staffing;
    this.substitutions = substitutions;
    this.agencies = agencies;
    this.units = units;
    this.areas = areas;
    this.workloads = workloads;
    this.people = people;
    this.surroundings = surroundings;
    this.clock = clock;
  }

  /**
   * Somebody whose post can be responsible for cases.
   *
   * @param held the post and its holder
   * @param agency of the post
   */
  public record Colleague(Officer officer, Staffing.Held held, AgencyId agency) {
    static Optional<Colleague> of(Staffing.Held held, AgencyId agency) {
      return Optional.ofNullable(held.account())
          .map(account -> new Colleague(new Officer(account, held.post()), held, agency));
    }
  }

  /**
   * Somebody who can be responsible, with what speaks for it and against it.
   *
   * @param away somebody acts in their post today
   * @param inArea their unit has the area of the residence
   */
  public record Candidate(Colleague who, boolean away, boolean inArea, Load load) {
    public Officer officer() {
      return who.officer();
    }

    public AgencyId agency() {
      return who.agency();
    }
  }

  /**
   * What is proposed for a case.
   *
   * @param candidates everybody who can be responsible, the proposed one first
   * @param proposed {@code null} when nobody is there
   * @param area the division in which the person lives; {@code null} when the address names none
   */
  public record Proposal(
      List<Candidate> candidates, @Nullable Candidate proposed, @Nullable Division area) {

    /** One of them. */
    public Optional<Candidate> find(String officer) {
      return candidates.stream()
          .filter(candidate -> candidate.officer().toString().equals(officer))
          .findFirst();
    }
  }

  /** Whom to make responsible for a case. */
  public Proposal of(Summary in) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    @Nullable Division area = area(in.person()).orElse(null);
    Set<UnitId> responsible = area == null ? Set.of() : around(area, in.agency(), today);
    Map<PostId, UnitId> places = units.posts(in.agency(), today);
    Map<AccountId, Load> loads = workloads.of(in.agency());
    List<Candidate> candidates =
        colleagues(
                Stream.concat(Stream.ofNullable(in.office()), Stream.of(in.agency())).toList(),
                agency -> agency.equals(in.agency()) ? Role.AGENCY_OFFICER : Role.JUDICIAL_OFFICE)
            .stream()
            .map(post -> candidate(post, places, responsible, loads, today))
            .sorted(order(in))
            .toList();
    @Nullable Candidate first =
        candidates.stream().filter(candidate -> !candidate.away()).findFirst().orElse(null);
    return new Proposal(candidates, first, area);
  }

  /** Where somebody lives: as it was noted, else as the address at the reception names it. */
  private Optional<Division> area(PersonId person) {
    String noted = surroundings.of(person).residence().division();
    return areas.divisions().stream()
        .filter(division -> division.code().equals(noted))
        .findFirst()
        .or(
            () ->
                Optional.ofNullable(people.unveiled(List.of(person)).get(person))
                    .flatMap(identity -> areas.named(identity.address())));
  }

  /** Everybody in an agency and its offices who can be responsible for a case of theirs. */
  public List<Colleague> staff(AgencyId custody) {
    List<AgencyId> offices = offices(custody);
    return colleagues(
        Stream.concat(Stream.of(custody), offices.stream()).toList(),
        agency -> agency.equals(custody) ? Role.AGENCY_OFFICER : Role.JUDICIAL_OFFICE);
  }

  /** The same with what each of them carries, the most laden first. */
  public List<Candidate> all(AgencyId custody) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    Map<AccountId, Load> loads = workloads.of(custody);
    return staff(custody).stream()
        .map(post -> candidate(post, Map.of(), Set.of(), loads, today))
        .sorted(Comparator.comparingInt((Candidate one) -> one.load().points()).reversed())
        .toList();
  }

  /** Whoever is named for open cases and no longer holds the post, or no longer signs in. */
  public List<Workloads.Named> gone(AgencyId custody) {
    Set<Officer> there = new HashSet<>();
    staff(custody).forEach(colleague -> there.add(colleague.officer()));
    return workloads.named(custody).stream()
        .filter(named -> !there.contains(named.officer()))
        .toList();
  }

  private List<Colleague> colleagues(List<AgencyId> agencies, Function<AgencyId, Role> role) {
    Map<AgencyId, List<Staffing.Held>> held =
        staffing.of(agencies, LegalCalendar.legalDay(clock.instant()));
    return agencies.stream()
        .flatMap(
            agency ->
                held.getOrDefault(agency, List.of()).stream()
                    .filter(one -> one.role() == role.apply(agency) && !one.disabled())
                    .flatMap(one -> Colleague.of(one, agency).stream()))
        .toList();
  }

  private List<AgencyId> offices(AgencyId custody) {
    return agencies.below(custody).stream()
        .filter(agency -> agency.kind() == AgencyKind.JUDICIAL_OFFICE)
        .map(agency -> agency.id())
        .toList();
  }

  private Candidate candidate(
      Colleague colleague,
      Map<PostId, UnitId> places,
      Set<UnitId> area,
      Map<AccountId, Load> loads,
      LocalDate today) {
    PostId id = colleague.officer().post();
    AccountId account = colleague.officer().account();
    return new Candidate(
        colleague,
        substitutions.inForce(id, today).filter(one -> account.equals(one.absent())).isPresent(),
        Optional.ofNullable(places.get(id)).filter(area::contains).isPresent(),
        loads.getOrDefault(account, Load.NONE));
  }

  /** The office that has the case first, then the area, then who carries least. */
  private static Comparator<Candidate> order(Summary in) {
    return Comparator.comparing((Candidate one) -> one.away())
        .thenComparing(one -> !one.agency().equals(in.office()))
        .thenComparing(one -> !one.inArea())
        .thenComparingInt(one -> one.load().points())
        .thenComparingInt(one -> one.load().open())
        .thenComparing(one -> one.officer().toString());
  }

  /** The unit that has a division, with the units that it stands under. */
  private Set<UnitId> around(Division area, AgencyId agency, LocalDate today) {
    List<Unit> all = units.of(agency, today);
    var found = new HashSet<UnitId>();
    @Nullable UnitId at = areas.responsible(area.code(), today).orElse(null);
    while (at != null && found.add(at)) {
      UnitId now = at;
      at =
          all.stream()
              .filter(unit -> unit.id().equals(now))
              .map(Unit::parent)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
    }
    return found;
  }
}
