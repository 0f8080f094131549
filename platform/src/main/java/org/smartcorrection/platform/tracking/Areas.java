package org.smartcorrection.platform.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.location.PermittedArea;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.supervision.Expectation;
import org.smartcorrection.location.supervision.Terms;
import org.smartcorrection.platform.casework.ActRecorded;
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
 * Where people may be, as the acts of {@code area}, {@code leave} and {@code regulartravel} add up:
 * a leave that is granted widens the area at once (CCL 27).
 */
@Repository
class Areas {
  private final JdbcClient jdbc;
  private final Vault vault;
  private final ApplicationEventPublisher events;
  private final ConcurrentHashMap<PersonId, Known> known = new ConcurrentHashMap<>();

  /** The zones, and what they permit together; nothing without a place of execution. */
  private record Known(List<Zone> zones, Terms terms) {}

  /** What is sealed of a zone. */
  private record Drawn(String name, String geometry) {}

  Areas(JdbcClient jdbc, Vault vault, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.events = events;
  }

  /** All that holds for a person, by which messages are judged. */
  Terms terms(PersonId person) {
    return known(person).terms();
  }

  /** The zones one by one, for maps and lists. */
  List<Zone> zones(PersonId person) {
    return known(person).zones();
  }

  private Known known(PersonId person) {
    // reading inside the map's own lock: an act that commits meanwhile removes what was read here
    return known.computeIfAbsent(person, this::read);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(ActRecorded event) {
    if (Derivations.AREAS.stream().anyMatch(procedure -> Derivations.concern(event, procedure)))
      changed(event.in().person());
  }

  private void changed(PersonId person) {
    known.remove(person);
    events.publishEvent(new ZonesChanged(person));
  }

  private Known read(PersonId person) {
    List<Zone> zones =
        jdbc
            .sql("select * from tracking.areas where person = ? order by from_at, instance")
            .param(person.value())
            .query((row, _) -> zone(row, person))
            .list()
            .stream()
            .flatMap(Optional::stream)
            .toList();
    List<Zone> based =
        zones.stream().filter(z -> z.basis() == LegalBasis.PLACE_OF_EXECUTION).toList();
    List<Polygon> home = based.stream().flatMap(zone -> zone.polygons().stream()).toList();
    Optional<PermittedArea> permitted =
        based.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new PermittedArea(zones.stream().map(zone -> zone.permitted(home)).toList()));
    return new Known(
        zones, new Terms(permitted, List.of(), List.of(), List.of(), Expectation.STANDARD));
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
            drawn.map(d -> polygons(d.geometry())).orElse(List.of()),
            row.getBoolean("way")));
  }

  private static List<Polygon> polygons(String geometry) {
    return switch (GeoJson.read(geometry)) {
      case GeoJson.Reading.Polygons(var polygons) -> polygons;
      case GeoJson.Reading.Unreadable _ ->
          throw new IllegalStateException("a recorded area is readable");
    };
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
      boolean way) {
    byte @Nullable [] sealed =
        name == null || geometry == null
            ? null
            : vault.seal(
                person, Purpose.CASEWORK, place(instance), Json.bytes(new Drawn(name, geometry)));
    jdbc.sql(
            """
            insert into tracking.areas (instance, case_id, person, basis, from_at, until_at, sealed, way)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (instance) do update set basis = excluded.basis,
              from_at = least(tracking.areas.from_at, excluded.from_at),
              until_at = excluded.until_at, sealed = excluded.sealed, way = excluded.way
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
                way))
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
