package org.smartcorrection.platform.wall;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Whose cases those on the map are, at hand: read once, and changed by the acts that change it. It
 * holds no name.
 */
@Component
class Roster {
  private static final int READ_AT_ONCE = 2_000;

  private final Summaries summaries;
  private final Map<CaseId, Entry> known = new ConcurrentHashMap<>();

  Roster(Summaries summaries) {
    this.summaries = summaries;
  }

  /** What a filter asks of a case; {@code guarded} ones do not open to everybody it belongs to. */
  record Entry(AgencyId agency, @Nullable AgencyId office, Summary.Level level, boolean guarded) {
    static Entry of(Summary summary) {
      return new Entry(summary.agency(), summary.office(), summary.level(), summary.guarded());
    }
  }

  /** Makes sure that {@link #of} knows these cases; a sealed record is in no list. */
  void learn(Collection<CaseId> cases) {
    List<CaseId> unknown = cases.stream().filter(id -> !known.containsKey(id)).toList();
    for (int from = 0; from < unknown.size(); from += READ_AT_ONCE)
      read(new ArrayList<>(unknown.subList(from, Math.min(unknown.size(), from + READ_AT_ONCE))));
  }

  /** The row of a case; {@code null} when there is none to be shown. */
  @Nullable Entry of(CaseId id) {
    return known.get(id);
  }

  /** An act that commits meanwhile waits, and is the last to speak. */
  private synchronized void read(List<CaseId> cases) {
    summaries.all(cases).forEach((id, summary) -> known.put(id, Entry.of(summary)));
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  synchronized void on(ActRecorded event) {
    if (event.summary().sealed()) known.remove(event.in().id());
    else known.replace(event.in().id(), Entry.of(event.summary()));
  }
}
