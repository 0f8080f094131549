package org.smartcorrection.platform.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.smartcorrection.location.Datum;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * In which datum each device gives its places. A change holds for whatever is received from then
 * on; what was received before stays as it was read, and the history says in which datum that was.
 */
@Repository
class DeviceData {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ConcurrentHashMap<UUID, SpokenDatum> known = new ConcurrentHashMap<>();

  DeviceData(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What was said of a device, and since when. */
  record Since(SpokenDatum datum, Instant from) {}

  /** The datum that a device speaks now, where its registration says one. */
  Optional<Datum> of(Device device) {
    return known.computeIfAbsent(device.id(), this::read).datum();
  }

  /** From now on a device speaks so. */
  void declare(Device device, SpokenDatum datum, AccountId by) {
    jdbc.sql(
            """
            insert into tracking.device_data (device, from_at, datum, account)
            values (?, ?, ?, ?)
            on conflict (device, from_at)
              do update set datum = excluded.datum, account = excluded.account
            """)
        .params(
            Params.of(
                device.id(),
                clock.instant().atOffset(ZoneOffset.UTC),
                datum.datum().map(Enum::name).orElse(null),
                by.value()))
        .update();
    known.put(device.id(), datum);
  }

  /** What was said of each device that a person carries, the latest last. */
  Map<UUID, List<Since>> history(PersonId person) {
    Map<UUID, List<Since>> history = new HashMap<>();
    jdbc.sql(
            """
            select said.* from tracking.device_data said
            join tracking.devices device on device.id = said.device
            where device.person = ? and device.retired_at is null
            order by said.from_at
            """)
        .param(person.value())
        .query(
            (row, _) ->
                history
                    .computeIfAbsent(row.getObject("device", UUID.class), _ -> new ArrayList<>())
                    .add(since(row)))
        .list();
    return history;
  }

  private SpokenDatum read(UUID device) {
    return jdbc.sql(
            """
            select * from tracking.device_data where device = ? order by from_at desc limit 1
            """)
        .param(device)
        .query((row, _) -> since(row).datum())
        .optional()
        .orElse(SpokenDatum.BY_SOURCE);
  }

  private static Since since(ResultSet row) throws SQLException {
    String datum = row.getString("datum");
    return new Since(
        datum == null ? SpokenDatum.BY_SOURCE : SpokenDatum.valueOf(datum),
        row.getObject("from_at", OffsetDateTime.class).toInstant());
  }
}
