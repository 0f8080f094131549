package org.smartcorrection.platform.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.notify.Notices;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;

/** What a post was told because it was overdue, the latest first. */
@Component
class OverdueNotices {
  private static final int READ = 100;
  private static final int SHOWN = 5;

  private final Notices notices;
  private final Summaries summaries;
  private final Law law;

  OverdueNotices(Notices notices, Summaries summaries, Law law) {
    this.notices = notices;
    this.summaries = summaries;
    this.law = law;
  }

  /** One of them; the case is named by its number alone. */
  record Row(Text what, String number, String href, Instant at) {}

  List<Row> to(Actor actor) {
    List<Notices.Notice> told =
        notices.to(actor, null, READ).rows().stream()
            .filter(notice -> notice.act() == null)
            .limit(SHOWN)
            .toList();
    Map<CaseId, Summary> cases = summaries.all(told.stream().map(Notices.Notice::caseId).toList());
    return told.stream()
        .filter(notice -> cases.containsKey(notice.caseId()))
        .map(notice -> row(notice, Objects.requireNonNull(cases.get(notice.caseId()))))
        .toList();
  }

  /** The rule by which it is told, in words with its numbers. */
  Text rule() {
    var rule = law.rules().rule("H5");
    return Text.of("desk.told.rule", rule.number("agencyDays"), rule.number("headDays"));
  }

  private static Row row(Notices.Notice notice, Summary in) {
    return new Row(
        Text.of("deadline." + notice.type()),
        in.number(),
        "/console/cases/" + notice.caseId() + "#deadlines",
        notice.at());
  }
}
