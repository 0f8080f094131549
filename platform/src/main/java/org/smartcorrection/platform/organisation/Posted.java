package org.smartcorrection.platform.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which organs outside the agency can be told on their own pages: those with a post that somebody
 * holds. Whoever has none is told on paper.
 */
@Repository
public class Posted {
  private final JdbcClient jdbc;
  private final Agencies agencies;

  Posted(JdbcClient jdbc, Agencies agencies) {
    this.jdbc = jdbc;
    this.agencies = agencies;
  }

  /**
   * The organs of this role that see the cases of an agency and in which somebody holds the post on
   * this day. The roles inside the agency are not asked for and find none.
   */
  public List<AgencyId> of(Role role, AgencyId custody, LocalDate today) {
    List<AgencyId> organs =
        switch (role) {
          case COURT -> sameArea(AgencyKind.COURT, custody);
          case PROSECUTOR -> sameArea(AgencyKind.PROCURATORATE, custody);
          case CITY_AGENCY -> above(custody);
          case AGENCY_OFFICER,
              JUDICIAL_OFFICE,
              BUREAU_HEAD,
              HOST_AGENCY,
              SUBJECT,
              AUDITOR,
              ADMINISTRATOR,
              SYSTEM ->
              List.of();
        };
    return held(role, organs, today);
  }

  /** Those of these agencies in which somebody holds a post of this role on this day. */
  public List<AgencyId> held(Role role, List<AgencyId> organs, LocalDate today) {
    return jdbc.sql(
            """
            select distinct p.agency from organisation.posts p
            join organisation.account_posts ap on ap.post = p.id
              and ap.from_day <= :today and (ap.until_day is null or ap.until_day >= :today)
            join organisation.accounts a on a.id = ap.account and a.staff is not null
              and not a.disabled
            where p.role = :role and p.agency = any(:organs)
            """)
        .param("today", today)
        .param("role", role.name())
        .param("organs", organs.stream().map(AgencyId::value).toArray(UUID[]::new))
        .query((row, _) -> new AgencyId(row.getObject("agency", UUID.class)))
        .list();
  }

  private List<AgencyId> sameArea(AgencyKind kind, AgencyId custody) {
    return area(kind, custody).map(Agency::id).toList();
  }

  /** The organs of one kind in the area of an agency, whether they have an account or not. */
  public Stream<Agency> area(AgencyKind kind, AgencyId custody) {
    String area = agencies.get(custody).shortCode();
    return agencies.ofKind(kind).stream().filter(organ -> organ.shortCode().equals(area));
  }

  private List<AgencyId> above(AgencyId custody) {
    var above = new ArrayList<AgencyId>();
    @Nullable AgencyId at = agencies.get(custody).parent();
    while (at != null) {
      above.add(at);
      at = agencies.get(at).parent();
    }
    return above;
  }
}
