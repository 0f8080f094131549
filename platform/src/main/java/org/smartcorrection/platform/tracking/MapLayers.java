package org.smartcorrection.platform.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Datum;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The layers of the site's map: imported once with their licence, drawn from memory, and asked of
 * no other host.
 */
@Repository
class MapLayers implements MapLand {
  /** All layers together: some fifteen megabytes of memory. */
  static final int MOST_POINTS = 400_000;

  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile @Nullable Shown shown;
  private long version;

  MapLayers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A layer as it was imported. */
  record Layer(
      UUID id,
      MapFeature.Kind kind,
      int points,
      Datum datum,
      String origin,
      String licence,
      Instant importedAt) {}

  /** What a form says of a layer. */
  record Said(MapFeature.Kind kind, Datum datum, String origin, String licence) {}

  List<Layer> all() {
    return jdbc.sql(
            """
            select id, kind, points, datum, origin, licence, imported_at
            from tracking.map_layers order by id
            """)
        .query((row, _) -> layer(row))
        .list();
  }

  void add(Said said, MapFile.Reading.Read read, AccountId by) {
    jdbc.sql(
            """
            insert into tracking.map_layers
              (id, kind, features, points, datum, origin, licence, imported_at, account)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Uuids.next(clock),
            said.kind().name(),
            MapFile.write(read.features()),
            read.points(),
            said.datum().name(),
            said.origin(),
            said.licence(),
            clock.instant().atOffset(ZoneOffset.UTC),
            by.value())
        .update();
    shown = null;
  }

  void remove(UUID id) {
    jdbc.sql("delete from tracking.map_layers where id = ?").param(id).update();
    shown = null;
  }

  @Override
  public Shown shown() {
    Shown now = shown;
    return now == null ? read() : now;
  }

  private synchronized Shown read() {
    Shown before = shown;
    if (before != null) return before;
    var features = new ArrayList<MapFeature>();
    Set<String> sources = new LinkedHashSet<>();
    jdbc.sql("select kind, features, origin, licence from tracking.map_layers order by id")
        .query(
            row -> {
              features.addAll(
                  MapFile.stored(
                      row.getString("features"), MapFeature.Kind.valueOf(row.getString("kind"))));
              sources.add(row.getString("origin") + ", " + row.getString("licence"));
            });
    var read = new Shown(++version, features, List.copyOf(sources));
    shown = read;
    return read;
  }

  private static Layer layer(ResultSet row) throws SQLException {
    return new Layer(
        row.getObject("id", UUID.class),
        MapFeature.Kind.valueOf(row.getString("kind")),
        row.getInt("points"),
        Datum.valueOf(row.getString("datum")),
        row.getString("origin"),
        row.getString("licence"),
        row.getObject("imported_at", OffsetDateTime.class).toInstant());
  }
}
