package org.smartcorrection.platform.figures;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Keeper;
import org.springframework.stereotype.Component;

/**
 * Counts the cases that were there before the statistics, once; and then holds what is kept against
 * the acts, case after case and all the time. Where it stopped, it goes on.
 */
@Component
class RecountKeeper extends Keeper {
  private static final Logger LOG = LoggerFactory.getLogger(RecountKeeper.class);
  private static final int COMPARED_AT_ONCE = 20;
  private static final int FILLED_AT_ONCE = 200;
  private static final CaseId BEGINNING = new CaseId(new UUID(0, 0));

  private final Book book;
  private final Recount recount;
  private final Cases cases;

  RecountKeeper(Book book, Recount recount, Cases cases) {
    super("figures", Duration.ofSeconds(4), Turn.AFTER_OTHERS);
    this.book = book;
    this.recount = recount;
    this.cases = cases;
  }

  @Override
  protected void round() {
    do nextCases();
    while (isRunning() && !book.progress().filled());
  }

  /** The next cases. */
  void nextCases() {
    Book.Progress at = book.progress();
    int most = at.filled() ? COMPARED_AT_ONCE : FILLED_AT_ONCE;
    List<CaseId> next = cases.after(at.last(), most);
    for (CaseId id : next) {
      // what was there before the statistics differs from nothing: that is no fault
      if (compare(id) && at.filled()) {
        book.recounted(id);
        LOG.warn("a case was counted anew: its figures were not those of its acts");
      }
    }
    boolean end = next.size() < most;
    book.progress(new Book.Progress(at.filled() || end, end ? BEGINNING : next.getLast()));
  }

  /** A case that cannot be read holds up no other: the comparison with the ledger names it. */
  private boolean compare(CaseId id) {
    try {
      return recount.compare(id);
    } catch (IllegalArgumentException | IllegalStateException e) {
      LOG.warn("a case cannot be counted: {}", e.getClass().getName());
      return false;
    }
  }
}
