package org.smartcorrection.platform.desk.court;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Slice;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which court referred which case: derived from the first acts. */
@Repository
class Referrals {
  private static final Set<String> BEGINNINGS =
      Set.of("ReferralReceived", "AssessmentCommissioned");

  private final JdbcClient jdbc;

  Referrals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  void keep(ActRecorded recorded) {
    if (!BEGINNINGS.contains(recorded.act().type())) return;
    jdbc.sql(
            """
            insert into desk.referrals (case_id, court, person) values (?, ?, ?)
            on conflict (case_id) do nothing
            """)
        .params(
            recorded.in().id().value(),
            recorded.act().agency().value(),
            recorded.in().person().value())
        .update();
  }

  boolean by(AgencyId court, CaseId caseId) {
    return jdbc.sql("select exists (select from desk.referrals where court = ? and case_id = ?)")
        .params(court.value(), caseId.value())
        .query(Boolean.class)
        .single();
  }

  /** The cases a court referred, the latest first. */
  Slice<CaseId> page(AgencyId court, @Nullable String before, int size) {
    List<CaseId> rows =
        jdbc.sql(
                """
                select case_id from desk.referrals
                where court = :court and (:before::uuid is null or case_id < :before::uuid)
                order by case_id desc limit :limit
                """)
            .param("court", court.value())
            .param("before", before)
            .param("limit", size + 1)
            .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
            .list();
    return Slice.of(rows, size, CaseId::toString);
  }
}
