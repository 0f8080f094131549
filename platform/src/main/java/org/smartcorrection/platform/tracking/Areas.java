package org.smartcorrection.platform.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.location.PermittedArea;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.Validity;
import org.smartcorrection.location.supervision.DeadZone;
import org.smartcorrection.location.supervision.Terms;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.CustodyMoved;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What holds for people: where they may be, as the acts of {@code area}, {@code leave} and {@code
 * regulartravel} add up, so that a leave that is granted widens the area at once (CCL 27); and the
 * zones of {@link SetZones}, with the dead zones of their agency.
 */
@Repository
class Areas {
  private final JdbcClient jdbc;
  private final Vault vault;
  private final SetZones set;
  private final PackedZones packed;
  private final HouseDeadZones house;
  private final ApplicationEventPublisher events;
  private final ConcurrentHashMap<PersonId, AtHand> known = new ConcurrentHashMap<>();

  /** How often anything changed: what was read before the last time is not kept. */
  private final AtomicLong changes = new AtomicLong();

  /** The zones, and what they say together. */
  private record Known(Zones zones, Terms terms) {}

  /**
   * What is known of one person from some moment on, read once by whoever asks first. An act puts
   * it away and waits for nobody: who asks after that reads anew.
   */
  private final class AtHand {
    private @Nullable Known read;

    AtHand(@Nullable Known read) {
      this.read = read;
    }

    synchronized Known of(PersonId person) {
      Known all = read;
      if (all == null) {
        all = Areas.this.read(person);
        read = all;
      }
      return all;
    }
  }

  /** What is sealed of a zone. */
  private record Drawn(String name, String geometry, Zone.@Nullable Border border) {}

  Areas(
      JdbcClient jdbc,
      Vault vault,
      SetZones set,
      PackedZones packed,
      HouseDeadZones house,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.set = set;
    this.packed = packed;
    this.house = house;
    this.events = events;
  }

  /**
   * All that holds for the person: permitted, forbidden and required ground, and where silence
   * means nothing. Kept until an act changes it, which {@link ZonesChanged} tells.
   */
  Terms terms(PersonId person) {
    return known(person).terms();
  }

  /** The permitted zones one by one, for maps and lists. */
  List<Zone> zones(PersonId person) {
    return known(person).zones().permitted();
  }

  /** The zones of these people that were set by an administrative border and hold at a moment. */
  Map<PersonId, List<Zone>> byBorder(List<PersonId> people, Instant at) {
    if (people.isEmpty()) return Map.of();
    Map<PersonId, List<Zone>> found = new HashMap<>();
    jdbc.sql(
            """
            select * from tracking.areas
            where by_boundary and person = any (?) and (until_at is null or until_at > ?)
            order by person, from_at
            """)
        .params(
            people.stream().map(PersonId::value).toArray(UUID[]::new), at.atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              var person = new PersonId(row.getObject("person", UUID.class));
              zone(row, person)
                  .ifPresent(
                      zone -> found.computeIfAbsent(person, _ -> new ArrayList<>()).add(zone));
            });
    return found;
  }

  /** The forbidden, required and silent ones, for maps and lists of officers. */
  List<SetZone> set(PersonId person) {
    return known(person).zones().set();
  }

  private Known known(PersonId person) {
    return known.computeIfAbsent(person, _ -> new AtHand(null)).of(person);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(ActRecorded event) {
    if (concerned(event)) changed(event.in().person());
  }

  /** Whether an act can change a zone of the person. */
  static boolean concerned(ActRecorded event) {
    return Stream.of(Derivations.AREAS, SetZones.PROCEDURES)
        .flatMap(Set::stream)
        .anyMatch(procedure -> Derivations.concern(event, procedure));
  }

  /** Another agency has other dead zones. */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(CustodyMoved moved) {
    changed(moved.in().person());
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(HouseDeadZones.Changed changed) {
    List.copyOf(known.keySet()).forEach(this::changed);
  }

  /** What would hold with a zone that is about to be set, or set anew. */
  Terms termsWith(PersonId person, SetZone proposed) {
    Known now = known(person);
    Stream<SetZone> others =
        now.zones().set().stream().filter(zone -> !zone.instance().equals(proposed.instance()));
    return terms(
        new Zones(now.zones().permitted(), Stream.concat(others, Stream.of(proposed)).toList()),
        now.terms().deadZones());
  }

  private void changed(PersonId person) {
    changes.incrementAndGet();
    known.remove(person);
    events.publishEvent(new ZonesChanged(person));
  }

  private Known read(PersonId person) {
    Zones zones = packed.of(List.of(person)).get(person);
    if (zones == null) zones = fromActs(person);
    return new Known(zones, terms(zones, house.around(person)));
  }

  /** Reads at once what holds for some people, as far as it is packed. */
  void bringToHand(List<PersonId> people) {
    long before = changes.get();
    Map<PersonId, Zones> zones = packed.of(people);
    Map<PersonId, List<DeadZone>> around = house.around(zones.keySet());
    zones.forEach(
        (person, theirs) -> {
          var fresh = new Known(theirs, terms(theirs, around.getOrDefault(person, List.of())));
          var _ = known.putIfAbsent(person, new AtHand(fresh));
          // an act that was committed meanwhile has removed it, or is seen here
          if (changes.get() != before) known.remove(person);
        });
  }

  /** The zones as the acts add up, one by one. */
  Zones fromActs(PersonId person) {
    List<Zone> zones =
        jdbc
            .sql("select * from tracking.areas where person = ? order by from_at, instance")
            .param(person.value())
            .query((row, _) -> zone(row, person))
            .list()
            .stream()
            .flatMap(Optional::stream)
            .toList();
    return new Zones(zones, set.of(person));
  }

  private static Terms terms(Zones all, List<DeadZone> around) {
    List<Zone> zones = all.permitted();
    List<SetZone> set = all.set();
    List<Validity> leaves =
        zones.stream()
            .filter(zone -> zone.basis() == LegalBasis.LEAVE)
            .map(zone -> new Validity(zone.from(), zone.until()))
            .toList();
    return new Terms(
        permitted(zones),
        of(set, ZoneKind.FORBIDDEN, ZoneKind.PROTECTED).map(SetZone::forbidden).toList(),
        of(set, ZoneKind.PRESENCE).map(zone -> zone.required(leaves)).toList(),
        Stream.concat(of(set, ZoneKind.SILENT).map(SetZone::silent), around.stream()).toList());
  }

  private static Stream<SetZone> of(List<SetZone> set, ZoneKind... kinds) {
    return set.stream().filter(zone -> List.of(kinds).contains(zone.kind()));
  }

  /** Nothing without a place of execution. */
  private static Optional<PermittedArea> permitted(List<Zone> zones) {
    List<Zone> based =
        zones.stream().filter(z -> z.basis() == LegalBasis.PLACE_OF_EXECUTION).toList();
    if (based.isEmpty()) return Optional.empty();
    Supplier<List<Polygon>> home =
        () -> based.stream().flatMap(zone -> zone.polygons().stream()).toList();
    return Optional.of(
        new PermittedArea(zones.stream().map(zone -> zone.permitted(home)).toList()));
  }

  /** A zone whose key was destroyed is no zone any more. */
  private Optional<Zone> zone(ResultSet row, PersonId person) throws SQLException {
    UUID instance = row.getObject("instance", UUID.class);
    byte @Nullable [] sealed = row.getBytes("sealed");
    Optional<Drawn> drawn =
        sealed == null
            ? Optional.empty()
            : vault
                .open(person, Purpose.CASEWORK, place(instance), sealed)
                .map(json -> Json.read(json, Drawn.class));
    if (sealed != null && drawn.isEmpty()) return Optional.empty();
    return Optional.of(
        new Zone(
            instance,
            LegalBasis.valueOf(row.getString("basis")),
            instant(row, "from_at").orElseThrow(),
            instant(row, "until_at"),
            drawn.map(Drawn::name).orElse(""),
            drawn.map(d -> ground(d.geometry())),
            drawn.flatMap(d -> Optional.ofNullable(d.border())),
            row.getBoolean("way")));
  }

  private static Area ground(String geometry) {
    return GroundForm.read(geometry)
        .orElseThrow(() -> new IllegalStateException("a recorded area is readable"));
  }

  /** Sets what one run of a procedure permits; setting it again keeps its beginning. */
  void set(
      UUID instance,
      CaseId caseId,
      PersonId person,
      LegalBasis basis,
      Instant from,
      @Nullable Instant until,
      @Nullable String name,
      @Nullable String geometry,
      Zone.@Nullable Border border,
      boolean way) {
    byte @Nullable [] sealed =
        name == null || geometry == null
            ? null
            : vault.seal(
                person,
                Purpose.CASEWORK,
                place(instance),
                Json.bytes(new Drawn(name, geometry, border)));
    jdbc.sql(
            """
            insert into tracking.areas (instance, case_id, person, basis, from_at, until_at, sealed, way,
              by_boundary)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (instance) do update set basis = excluded.basis,
              from_at = least(tracking.areas.from_at, excluded.from_at),
              until_at = excluded.until_at, sealed = excluded.sealed, way = excluded.way,
              by_boundary = excluded.by_boundary
            """)
        .params(
            Params.of(
                instance,
                caseId.value(),
                person.value(),
                basis.name(),
                from.atOffset(ZoneOffset.UTC),
                until == null ? null : until.atOffset(ZoneOffset.UTC),
                sealed,
                way,
                border != null))
        .update();
  }

  /** Ends it at that instant; what had not begun never does. */
  void end(UUID instance, Instant at) {
    OffsetDateTime end = at.atOffset(ZoneOffset.UTC);
    jdbc.sql("delete from tracking.areas where instance = ? and from_at >= ?")
        .params(instance, end)
        .update();
    jdbc.sql(
            """
            update tracking.areas set until_at = ?
            where instance = ? and (until_at is null or until_at > ?)
            """)
        .params(end, instance, end)
        .update();
  }

  void forget(UUID instance) {
    jdbc.sql("delete from tracking.areas where instance = ?").param(instance).update();
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static String place(UUID instance) {
    return "tracking.areas/" + instance;
  }
}
