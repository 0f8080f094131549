package org.smartcorrection.platform.evidence;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Touched;
import org.smartcorrection.platform.kernel.CaseId;

/**
 * Which cases are compared before their turn: those of which rows were written of late, or are
 * gone. Cases that were opened meanwhile wait for the others: an import opens thousands of them,
 * and a row that was changed elsewhere is named all the same.
 */
final class Suspects {
  private final Touched touched;
  private final Pace written = new Pace();
  private final Pace gone = new Pace();
  private final SequencedSet<CaseId> first = new LinkedHashSet<>();
  private final SequencedSet<CaseId> opened = new LinkedHashSet<>();
  private Touched.@Nullable Moment lookedAt;

  Suspects(Touched touched) {
    this.touched = touched;
  }

  /** Looks for them, where it is time to. */
  void look() {
    written.doWhenDue(this::lookForWritten);
    gone.doWhenDue(() -> first.addAll(touched.withRowsGone()));
  }

  /** What was written before the platform started comes with all others. */
  private void lookForWritten() {
    Touched.Moment now = touched.now();
    if (lookedAt != null)
      for (Touched.Written one : touched.since(lookedAt))
        (one.opened() ? opened : first).add(one.caseId());
    lookedAt = now;
  }

  /** The next one, if there is any. */
  Optional<CaseId> next() {
    SequencedSet<CaseId> from = first.isEmpty() ? opened : first;
    if (from.isEmpty()) return Optional.empty();
    CaseId next = from.removeFirst();
    opened.remove(next);
    return Optional.of(next);
  }

  /** A look reads whole tables: at most a part of the time goes into it. */
  private static final class Pace {
    private static final int PART = 20;
    private long again = System.nanoTime();

    void doWhenDue(Runnable look) {
      long begun = System.nanoTime();
      if (begun - again < 0) return;
      look.run();
      long done = System.nanoTime();
      again = done + PART * (done - begun);
    }
  }
}
