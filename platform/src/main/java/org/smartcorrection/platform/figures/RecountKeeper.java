package org.smartcorrection.platform.figures;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.kernel.CaseId;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Counts the cases that were there before the statistics, once; and then holds what is kept against
 * the acts, case after case and all the time. Where it stopped, it goes on.
 */
@Component
class RecountKeeper implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RecountKeeper.class);
  private static final int EVERY_MILLIS = 4000;
  private static final int COMPARED_AT_ONCE = 20;
  private static final int FILLED_AT_ONCE = 200;
  private static final CaseId BEGINNING = new CaseId(new UUID(0, 0));

  private final Book book;
  private final Recount recount;
  private final Cases cases;
  private volatile ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  RecountKeeper(Book book, Recount recount, Cases cases) {
    this.book = book;
    this.recount = recount;
    this.cases = cases;
    worker.shutdown();
  }

  private void tick() {
    try {
      do round();
      while (running && !book.progress().filled());
    } catch (RuntimeException e) {
      LOG.warn("the statistics are not being compared: {}", e.getClass().getName());
    }
  }

  /** The next cases. */
  void round() {
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

  @Override
  public void start() {
    running = true;
    worker =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("figures").daemon().factory());
    var _ =
        worker.scheduleWithFixedDelay(
            this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    worker.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
