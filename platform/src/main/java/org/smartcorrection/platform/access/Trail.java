package org.smartcorrection.platform.access;

import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the auditor reads: sign-ins, failures, and changes to accounts and organisation. */
@Repository
public class Trail {
  private final JdbcClient jdbc;
  private final Clock clock;

  Trail(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Adds a line. {@code detail} carries no personal data. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void note(@Nullable AccountId account, String event, String detail) {
    jdbc.sql("insert into access.trail (id, at, account, event, detail) values (?, ?, ?, ?, ?)")
        .params(
            Params.of(
                Uuids.next(clock),
                clock.instant().atOffset(ZoneOffset.UTC),
                account == null ? null : account.value(),
                event,
                detail))
        .update();
  }
}
