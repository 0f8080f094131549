package org.smartcorrection.platform.organisation;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.springframework.stereotype.Component;

/**
 * Whose cases somebody may see. The agency that has the case, the office it is entrusted to, the
 * bureau and the city agency above it, and court and procuratorate of the same area; nobody else.
 */
@Component
public class Jurisdiction {
  private final Agencies agencies;

  Jurisdiction(Agencies agencies) {
    this.agencies = agencies;
  }

  /**
   * Whether the actor's post covers a case.
   *
   * @param custody the agency that has the case
   * @param office the judicial office it is entrusted to, if it is
   */
  public boolean covers(Actor actor, AgencyId custody, @Nullable AgencyId office) {
    return switch (actor.role()) {
      case AGENCY_OFFICER -> actor.agency().id().equals(custody);
      case JUDICIAL_OFFICE -> actor.agency().id().equals(office);
      case BUREAU_HEAD, CITY_AGENCY -> above(custody, actor.agency().id());
      case PROSECUTOR -> sameArea(actor, custody);
      // what people entrust to the procuratorate is nobody else's to read
      case COURT ->
          agencies.get(custody).kind() != AgencyKind.PROCURATORATE && sameArea(actor, custody);
      // an agency that is asked in one run sees that run: the rest of the case is not its own
      case HOST_AGENCY, SUBJECT, AUDITOR, ADMINISTRATOR, SYSTEM -> false;
    };
  }

  /**
   * The office whose cases alone the actor sees; {@code null} for those who see all of an agency.
   */
  public static @Nullable AgencyId office(Actor actor) {
    return actor.role() == Role.JUDICIAL_OFFICE ? actor.agency().id() : null;
  }

  /**
   * The correction agency whose cases this post has to do with: of several counties below a city
   * agency, the one that it looks at.
   */
  public AgencyId custody(Actor actor) {
    @Nullable AgencyId county = actor.county();
    return county != null && above(county, actor.agency().id()) ? county : custody(actor.agency());
  }

  /** The correction agencies below an agency, by code: the counties of a city. */
  public List<Agency> counties(Agency higher) {
    return agencies.ofKind(AgencyKind.CORRECTION_AGENCY).stream()
        .filter(agency -> above(agency.id(), higher.id()))
        .sorted(Comparator.comparing(Agency::code))
        .toList();
  }

  /** The correction agencies whose cases this post has to do with: all the counties of a city. */
  public List<Agency> reach(Actor actor) {
    List<Agency> below =
        actor.role() == Role.CITY_AGENCY ? counties(actor.agency()) : List.<Agency>of();
    return below.isEmpty() ? List.of(agencies.get(custody(actor))) : below;
  }

  /** The correction agency with which an agency has to do. */
  public AgencyId custody(Agency own) {
    return switch (own.kind()) {
      case CORRECTION_AGENCY -> own.id();
      case JUDICIAL_OFFICE -> own.parent() == null ? own.id() : own.parent();
      case COURT,
          JUSTICE_BUREAU,
          CITY_AGENCY,
          PROVINCIAL_AGENCY,
          MINISTRY,
          PROCURATORATE,
          POLICE,
          PRISON ->
          agencies.ofKind(AgencyKind.CORRECTION_AGENCY).stream()
              .filter(
                  agency ->
                      agency.shortCode().equals(own.shortCode()) || above(agency.id(), own.id()))
              .findFirst()
              .map(Agency::id)
              .orElse(own.id());
    };
  }

  private boolean sameArea(Actor actor, AgencyId custody) {
    return actor.agency().shortCode().equals(agencies.get(custody).shortCode());
  }

  /** Whether an agency stands above a correction agency, or is that agency itself. */
  public boolean above(AgencyId custody, AgencyId higher) {
    @Nullable AgencyId at = custody;
    while (at != null) {
      if (at.equals(higher)) return true;
      at = agencies.get(at).parent();
    }
    return false;
  }
}
