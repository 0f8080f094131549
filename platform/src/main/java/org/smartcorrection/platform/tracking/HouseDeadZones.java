package org.smartcorrection.platform.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.supervision.DeadZone;
import org.smartcorrection.platform.casework.AgencyAct;
import org.smartcorrection.platform.casework.AgencyActSource;
import org.smartcorrection.platform.casework.AgencyRegister;
import org.smartcorrection.platform.casework.AgencyRegister.Own;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tunnels, mines and valleys in which every device of an agency is known to fall silent: approved
 * by the head of the bureau for everybody in the agency's custody. Each row is an official act of
 * the agency with its ledger entry, and stays; one that ends a zone names it.
 */
@Repository
class HouseDeadZones implements AgencyActSource {
  private static final String TABLE = "tracking.dead_zones";
  private static final String IN_FORCE =
      """
      where a.custody = any(?) and a.ends is null
        and not exists (select from tracking.dead_zones e where e.ends = a.id)
      order by a.number
      """;

  private final JdbcClient jdbc;
  private final AgencyRegister register;
  private final Cases cases;
  private final ApplicationEventPublisher events;

  HouseDeadZones(
      JdbcClient jdbc, AgencyRegister register, Cases cases, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.register = register;
    this.cases = cases;
    this.events = events;
  }

  /** The dead zones of an agency are others from now on. */
  record Changed(AgencyId agency) {}

  /**
   * Ground that an agency approved.
   *
   * @param longest how long a silence is explained by it
   * @param licence of the data it comes from; empty where it was drawn here
   */
  record House(
      UUID id, AgencyId agency, String name, Area area, Duration longest, String licence) {}

  /** Those in force for an agency. */
  List<House> of(AgencyId agency) {
    return of(Set.of(agency));
  }

  private List<House> of(Set<AgencyId> agencies) {
    return jdbc.sql(AgencyRegister.select(TABLE) + IN_FORCE)
        .params((Object) agencies.stream().map(AgencyId::value).toArray(UUID[]::new))
        .query((row, _) -> house(row))
        .list();
  }

  /** Those that hold for a person, by whichever agency has their cases. */
  List<DeadZone> around(PersonId person) {
    Set<AgencyId> agencies =
        cases.of(person).stream().map(Case::agency).collect(Collectors.toUnmodifiableSet());
    if (agencies.isEmpty()) return List.of();
    return of(agencies).stream().map(HouseDeadZones::silent).toList();
  }

  /** The same for many people at once; those for whom there are none are left out. */
  Map<PersonId, List<DeadZone>> around(Set<PersonId> people) {
    Map<PersonId, Set<AgencyId>> custody = cases.custodiansOf(people);
    Set<AgencyId> agencies =
        custody.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    Map<AgencyId, List<House>> zones =
        of(agencies).stream().collect(Collectors.groupingBy(House::agency));
    var around = new HashMap<PersonId, List<DeadZone>>();
    custody.forEach(
        (person, theirs) ->
            around.put(
                person,
                zones.entrySet().stream()
                    .filter(of -> theirs.contains(of.getKey()))
                    .flatMap(of -> of.getValue().stream())
                    .map(HouseDeadZones::silent)
                    .toList()));
    return around;
  }

  private static DeadZone silent(House house) {
    return new DeadZone(house.id().toString(), house.area(), house.longest());
  }

  /**
   * Approves ground; whether the actor may is asked before.
   *
   * @param longest one minute to twelve hours
   */
  @Transactional
  public void approve(
      AgencyId agency, String name, Area area, Duration longest, String licence, Actor by) {
    AgencyAct.Made made = register.next(agency, by);
    String ground = GroundForm.write(area);
    register.add(
        approved(made, name, ground, longest.toMinutes(), licence),
        by,
        TABLE,
        new Own("name", name),
        new Own("ground", ground),
        new Own("longest_minutes", (int) longest.toMinutes()),
        new Own("licence", licence));
    events.publishEvent(new Changed(agency));
  }

  /** Ends one of the agency's. */
  @Transactional
  public void end(AgencyId agency, UUID zone, Actor by) {
    AgencyAct.Made made = register.next(agency, by);
    register.add(ended(made, zone), by, TABLE, new Own("ends", zone));
    events.publishEvent(new Changed(agency));
  }

  @Override
  public Optional<HouseAct> find(ActId id) {
    return jdbc.sql(AgencyRegister.select(TABLE) + "where id = ?")
        .param(id.value())
        .query((row, _) -> act(row))
        .optional();
  }

  private static HouseAct act(ResultSet row) throws SQLException {
    AgencyAct.Made made = AgencyRegister.made(row);
    @Nullable UUID ends = row.getObject("ends", UUID.class);
    return ends == null
        ? approved(
            made,
            row.getString("name"),
            row.getString("ground"),
            row.getInt("longest_minutes"),
            row.getString("licence"))
        : ended(made, ends);
  }

  private static HouseAct approved(
      AgencyAct.Made made, String name, String ground, long minutes, String licence) {
    var says = new TreeMap<String, String>();
    says.put("name", name);
    says.put("ground", ground);
    says.put("longest-minutes", Long.toString(minutes));
    says.put("licence", licence);
    return new HouseAct(made, "HouseDeadZoneApproved", says);
  }

  private static HouseAct ended(AgencyAct.Made made, UUID zone) {
    var says = new TreeMap<String, String>();
    says.put("zone", zone.toString());
    return new HouseAct(made, "HouseDeadZoneEnded", says);
  }

  private static House house(ResultSet row) throws SQLException {
    return new House(
        row.getObject("id", UUID.class),
        new AgencyId(row.getObject("custody", UUID.class)),
        row.getString("name"),
        GroundForm.read(row.getString("ground"))
            .orElseThrow(() -> new IllegalStateException("recorded ground is readable")),
        Duration.ofMinutes(row.getInt("longest_minutes")),
        row.getString("licence"));
  }
}
