package org.smartcorrection.platform.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The acts of the last days, by agency: kept so that a page need not go through all cases. */
@Repository
class RecentActs {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int FETCHED = 60;
  private static final int SHOWN = 8;

  private final JdbcClient jdbc;
  private final Acts acts;
  private final Summaries summaries;
  private final Receipts receipts;
  private final Jurisdiction jurisdiction;
  private final Restrictions restrictions;
  private final MessageSource messages;
  private final Clock clock;

  RecentActs(
      JdbcClient jdbc,
      Acts acts,
      Summaries summaries,
      Receipts receipts,
      Jurisdiction jurisdiction,
      Restrictions restrictions,
      MessageSource messages,
      Clock clock) {
    this.jdbc = jdbc;
    this.acts = acts;
    this.summaries = summaries;
    this.receipts = receipts;
    this.jurisdiction = jurisdiction;
    this.restrictions = restrictions;
    this.messages = messages;
    this.clock = clock;
  }

  /** One act with its receipt. */
  record Row(String number, String href, String what, int act, Instant at, Receipt receipt) {}

  private record Place(ActId act, CaseId caseId) {}

  @EventListener
  void keep(ActRecorded recorded) {
    if (!Discretion.shows(recorded.act()) || recorded.act().deliberates()) return;
    jdbc.sql(
            "insert into desk.recent_acts (act, case_id, custody, recorded_at) values (?, ?, ?, ?)")
        .params(
            recorded.act().id().value(),
            recorded.in().id().value(),
            recorded.in().agency().value(),
            recorded.act().recordedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The latest acts of the last seven days in the cases the actor covers. */
  List<Row> ofWeek(Actor actor, Locale locale) {
    OffsetDateTime since = clock.instant().minus(WEEK).atOffset(ZoneOffset.UTC);
    List<Place> places =
        jdbc.sql(
                """
                select act, case_id from desk.recent_acts
                where custody = ? and recorded_at > ? order by recorded_at desc, act desc limit ?
                """)
            .params(jurisdiction.custody(actor).value(), since, FETCHED)
            .query(
                (row, _) ->
                    new Place(
                        new ActId(row.getObject("act", UUID.class)),
                        new CaseId(row.getObject("case_id", UUID.class))))
            .list();
    Map<CaseId, Summary> cases = summaries.all(places.stream().map(Place::caseId).toList());
    var shown = new LinkedHashMap<CaseId, List<Act>>();
    int taken = 0;
    for (Place place : places) {
      Summary summary = cases.get(place.caseId());
      boolean covered =
          summary != null
              && jurisdiction.covers(actor, summary.agency(), summary.office())
              && !restrictions.closed(actor, summary);
      if (!covered || taken == SHOWN) continue;
      shown.computeIfAbsent(place.caseId(), _ -> new ArrayList<>()).add(acts.get(place.act()));
      taken++;
    }
    Map<ActId, Receipt> known = new HashMap<>();
    shown.forEach((caseId, ofCase) -> known.putAll(receipts.of(caseId, ofCase)));
    return shown.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream())
        .sorted((one, other) -> other.recordedAt().compareTo(one.recordedAt()))
        .map(
            act ->
                row(
                    act,
                    Objects.requireNonNull(cases.get(act.caseId())),
                    Objects.requireNonNull(known.get(act.id())),
                    locale))
        .toList();
  }

  private Row row(Act act, Summary summary, Receipt receipt, Locale locale) {
    return new Row(
        summary.number(),
        "/console/cases/" + act.caseId() + "#act-" + act.number(),
        messages.getMessage("act." + act.type(), null, locale),
        act.number(),
        act.recordedAt(),
        receipt);
  }
}
