package org.smartcorrection.platform.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.StatuteClock;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of the statute clock is asked for, as the page's address says it. What the address says
 * wrongly is not asked for at all: a bookmark of another day still opens.
 */
record ClockFilter(
    @Nullable Owner owner,
    StatuteClock.@Nullable When when,
    @Nullable String procedure,
    @Nullable AgencyId office) {
  static final String PATH = "/console/clock";

  /** By whom something is owed, as readers think of it. */
  enum Owner {
    /** By the post that reads. */
    MINE,
    AGENCY,
    /** By the agency, in cases that are entrusted to an office (CCL 9). */
    OFFICE,
    HEAD,
    CITY,
    PERSON,
    /** By the court and the other organs outside the agency. */
    DECIDED,
    PROCURATORATE
  }

  static ClockFilter read(
      String owner, String when, String procedure, String office, List<AgencyId> offices) {
    return new ClockFilter(
        constant(Owner.values(), owner).orElse(null),
        constant(StatuteClock.When.values(), when).orElse(null),
        procedure.isBlank() ? null : procedure,
        id(office).filter(offices::contains).orElse(null));
  }

  public boolean narrows() {
    return owner != null || when != null || procedure != null || office != null;
  }

  StatuteClock.Asked asked(AgencyId custody, @Nullable AgencyId own, Role reader) {
    return new StatuteClock.Asked(
        custody, own != null ? own : office, roles(reader), entrusted(), procedure);
  }

  /** The same for another time, or for any. */
  ClockFilter at(StatuteClock.@Nullable When other) {
    return new ClockFilter(owner, other, procedure, office);
  }

  /** The page's address with this filter. */
  public String href() {
    var address = UriComponentsBuilder.fromPath(PATH);
    if (owner != null) address.queryParam("owner", owner);
    if (when != null) address.queryParam("when", when);
    if (procedure != null) address.queryParam("procedure", procedure);
    if (office != null) address.queryParam("office", office);
    return address.encode().build().toString();
  }

  /** The address of the page that goes on from a key. */
  String href(String after) {
    String href = href();
    return href + (href.contains("?") ? "&" : "?") + "after=" + after;
  }

  List<String> roles(Role reader) {
    return switch (owner) {
      case null -> List.of();
      case MINE -> StatuteClock.owners(reader);
      case AGENCY, OFFICE -> List.of("AGENCY_OFFICER", "JUDICIAL_OFFICE");
      case HEAD -> List.of("BUREAU_HEAD");
      case CITY -> List.of("CITY_AGENCY");
      case PERSON -> List.of("SUBJECT");
      case DECIDED -> List.of("COURT", "DECISION_ORGAN", "CUSTODIAN", "POLICE", "HOST_AGENCY");
      case PROCURATORATE -> List.of("PROSECUTOR");
    };
  }

  private @Nullable Boolean entrusted() {
    return switch (owner) {
      case AGENCY -> false;
      case OFFICE -> true;
      case null -> null;
      case MINE, HEAD, CITY, PERSON, DECIDED, PROCURATORATE -> null;
    };
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] constants, String name) {
    return Arrays.stream(constants).filter(one -> one.name().equals(name)).findFirst();
  }

  private static Optional<AgencyId> id(String text) {
    try {
      return Optional.of(new AgencyId(UUID.fromString(text)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
