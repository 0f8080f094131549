package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many positions were refused, by device, day and reason: numbers, and nothing of a place. */
@Repository
class Refusals {
  private final JdbcClient jdbc;

  Refusals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds what one batch refused. */
  void add(Map<Device, Map<String, Integer>> refused, Instant now) {
    LocalDate day = LegalCalendar.legalDay(now);
    refused.forEach(
        (device, reasons) -> reasons.forEach((reason, times) -> add(device, day, reason, times)));
  }

  private void add(Device device, LocalDate day, String reason, int times) {
    jdbc.sql(
            """
            insert into tracking.refusals (device, person, day, reason, times)
            values (?, ?, ?, ?, ?)
            on conflict (device, day, reason)
              do update set times = tracking.refusals.times + excluded.times
            """)
        .params(device.id(), device.person().value(), day, reason, times)
        .update();
  }

  /** How often each reason was given for a person's devices on a legal day. */
  Map<String, Integer> of(PersonId person, LocalDate day) {
    var found = new HashMap<String, Integer>();
    jdbc.sql(
            """
            select reason, sum(times) times from tracking.refusals
            where person = ? and day = ? group by reason
            """)
        .params(person.value(), day)
        .query(
            row -> {
              found.put(row.getString("reason"), row.getInt("times"));
            });
    return found;
  }
}
