package org.smartcorrection.platform.oversight;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.committee.Secrecy;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;

/** The parts of one case as the prosecutor sees them: what the agency sees, at the same time. */
@Component
class CaseFile {
  private static final int ACTS_A_PAGE = 50;

  private final Acts acts;
  private final ActRows actRows;
  private final Secrecy secrecy;
  private final Deadlines deadlines;
  private final Instances instances;
  private final Documents documents;
  private final LawWords law;
  private final Clock clock;

  CaseFile(
      Acts acts,
      ActRows actRows,
      Secrecy secrecy,
      Deadlines deadlines,
      Instances instances,
      Documents documents,
      LawWords law,
      Clock clock) {
    this.secrecy = secrecy;
    this.acts = acts;
    this.actRows = actRows;
    this.deadlines = deadlines;
    this.instances = instances;
    this.documents = documents;
    this.law = law;
    this.clock = clock;
  }

  /**
   * A deadline.
   *
   * @param chip how it is drawn: over, today, soon, met or plain
   */
  record DueRow(
      Text title,
      Text owner,
      String chip,
      Text stands,
      LawWords.Cite cite,
      boolean provisional,
      List<Line> why) {}

  /** An alarm, with what became of it. */
  record AlarmRow(UUID instance, Text kind, Text state, @Nullable Instant since, boolean open) {}

  /** The acts before this number, the latest first; the key to go on from is a number. */
  Slice<ActRow> timeline(CaseId caseId, int before, Locale locale) {
    List<Act> found = acts.ofCase(caseId, before, ACTS_A_PAGE + 1);
    Slice<Act> page = Slice.of(found, ACTS_A_PAGE, act -> Integer.toString(act.number()));
    return new Slice<>(
        actRows.of(caseId, secrecy.shown(page.rows(), Present.actor()), locale), page.next());
  }

  List<DueRow> deadlines(CaseId caseId, Locale locale) {
    Instant now = clock.instant();
    return deadlines.ofCase(caseId).stream().map(due -> due(due, now, locale)).toList();
  }

  private DueRow due(Due due, Instant now, Locale locale) {
    boolean late = due.late(now);
    boolean met = due.metBy() != null;
    String chip = late ? "over" : met ? "met" : "";
    String said = "oversight.due." + (met ? late ? "met-late" : "met" : late ? "missed" : "open");
    Text stands =
        met && due.metAt() != null
            ? Text.of(said, due.day(), due.metAt())
            : Text.of(said, due.day());
    return new DueRow(
        law.title(due),
        Text.of("role." + due.owner()),
        chip,
        stands,
        law.cite(due.rule(), locale),
        due.provisional(),
        law.why(due.explanation(), locale));
  }

  List<AlarmRow> alarms(CaseId caseId) {
    return instances.ofCase(caseId, "alarm").stream().map(CaseFile::alarm).toList();
  }

  private static AlarmRow alarm(Running running) {
    String kind = running.facts().said("alarmKind");
    return new AlarmRow(
        running.id(),
        kind.isEmpty() ? Text.of("procedure.alarm") : Text.of("choice." + kind),
        Text.of("state.alarm." + running.state()),
        running.facts().moment("detectedAt").orElse(null),
        !running.closed());
  }

  List<Document> documents(CaseId caseId) {
    return documents.ofCase(caseId).stream()
        .filter(document -> secrecy.shown(acts.get(document.act()), Present.actor()).isPresent())
        .toList();
  }
}
