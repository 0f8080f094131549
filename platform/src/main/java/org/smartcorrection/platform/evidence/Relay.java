package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.order.Ordering;
import org.smartcorrection.ledger.order.Position;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Takes entries from the outbox to their logs, in order, as soon as their acts are committed. The
 * ledger may be away for a day: acts go on, entries wait, nothing is lost and nothing is written
 * twice.
 */
@Component
class Relay implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final int BATCH = 500;
  private static final long RETRY_SECONDS = 5;
  // members of a consortium take a while to start
  private static final int UNUSUAL = 6;

  private final Entries entries;
  private final Ordering ordering;
  private final Ledger log;
  private final AgencyKeys keys;
  private final SignAnew anew;
  private final Agencies agencies;
  private final Registrar registrar;
  private final ApplicationEventPublisher events;
  private final Semaphore work = new Semaphore(0);
  private volatile boolean running;
  private int missed;
  private volatile @Nullable Thread worker;

  Relay(
      Entries entries,
      Ledger log,
      AgencyKeys keys,
      SignAnew anew,
      Agencies agencies,
      Registrar registrar,
      ApplicationEventPublisher events) {
    this.entries = entries;
    this.ordering = log;
    this.log = log;
    this.keys = keys;
    this.anew = anew;
    this.agencies = agencies;
    this.registrar = registrar;
    this.events = events;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(SealActs.EntryWaits waits) {
    work.release();
  }

  /** What a crash left in the outbox goes first. */
  @EventListener
  void on(ApplicationReadyEvent ready) throws IOException {
    admitKnown();
    work.release();
  }

  @Override
  public void start() {
    running = true;
    worker = Thread.ofPlatform().name("evidence-relay").daemon().start(this::run);
  }

  private void run() {
    while (running) {
      try {
        boolean told = work.tryAcquire(RETRY_SECONDS, TimeUnit.SECONDS);
        if (!running || (!told && !entries.anyWaiting())) continue;
        work.drainPermits();
        relayAll(() -> running);
        missed = 0;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      } catch (EntryRefusedException e) {
        LOG.error("the ledger refuses an entry: {}", e.getMessage());
      } catch (IOException | RuntimeException e) {
        // whatever it is, entries wait and the next round comes; the message may quote a row
        if (++missed == UNUSUAL)
          LOG.warn("the ledger is out of reach; entries wait: {}", e.getClass().getSimpleName());
      }
    }
  }

  /** Orders everything that waits; a log that is away keeps no other from going on. */
  void relayAll() throws IOException, EntryRefusedException {
    relayAll(() -> true);
  }

  private void relayAll(BooleanSupplier goesOn) throws IOException, EntryRefusedException {
    @Nullable Exception failed = null;
    for (String origin : Origins.ALL) {
      try {
        int ordered = BATCH;
        while (ordered == BATCH && goesOn.getAsBoolean()) ordered = relay(origin);
      } catch (IOException | EntryRefusedException e) {
        failed = e;
      }
    }
    if (failed instanceof IOException away) throw away;
    if (failed instanceof EntryRefusedException refused) throw refused;
  }

  /** Orders one batch; how many it was. */
  private synchronized int relay(String origin) throws IOException, EntryRefusedException {
    List<Entries.Stored> waiting = entries.waiting(origin, BATCH);
    if (waiting.isEmpty()) return 0;
    if (keys.anyRevoked()) waiting = anew.allThatNeedIt(waiting);
    List<Position> positions =
        ordering.submitAll(waiting.stream().map(Entries.Stored::entry).toList());
    entries.ordered(
        waiting.stream().map(Entries.Stored::id).toList(),
        positions.stream().map(Position::index).toList());
    events.publishEvent(
        new EntriesOrdered(
            waiting.stream().map(Entries.Stored::caseId).collect(Collectors.toSet())));
    return waiting.size();
  }

  /**
   * From these places on, nothing counts any more that these keys sign. Nothing is ordered
   * meanwhile, so that the places are those at which the logs stand.
   */
  synchronized RevokedFrom revoke(String agency, int generation) throws IOException {
    RevokedFrom places = places();
    keys.revoke(agency, generation, places);
    return places;
  }

  /** The same for keys of the logs; where they are those of today, new ones take over. */
  synchronized RevokedFrom revokeLogs(int generation) throws IOException {
    RevokedFrom places = places();
    if (generation == keys.ofLogs().newest().number()) keys.beginLogs();
    keys.revokeLogs(generation, places);
    return places;
  }

  private RevokedFrom places() throws IOException {
    var sizes = new TreeMap<String, Long>();
    for (String origin : Origins.ALL) sizes.put(origin, log.size(origin));
    return new RevokedFrom(sizes);
  }

  /** The agencies of this installation may sign from the start on. */
  private void admitKnown() throws IOException {
    Set<String> codes = new HashSet<>();
    for (Agency agency : agencies.all()) codes.add(agency.code());
    codes.addAll(registrar.all());
    log.admit(codes);
  }

  /** The batch that has begun ends first: whoever is interrupted while it writes closes the log. */
  @Override
  public void stop() {
    running = false;
    work.release();
    Thread last = worker;
    worker = null;
    try {
      if (last != null) last.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
