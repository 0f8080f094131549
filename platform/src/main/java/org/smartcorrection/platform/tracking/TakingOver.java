package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.location.supervision.Reports;
import org.smartcorrection.platform.access.LiveFeed;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Takes recordings over: a file waits in memory until somebody has seen what would become of it,
 * then its positions go the way of all others (the gate, the journal, judged in their place in
 * time), some at a time and in the background. Taking one over again adds nothing twice.
 */
@Component
class TakingOver implements DisposableBean {
  private static final int AT_ONCE = 500;
  private static final int MOST_WAITING = 4;
  private static final Duration WAITS = Duration.ofMinutes(15);

  private final Intake intake;
  private final Judging judging;
  private final TakenRecordings taken;
  private final LiveFeed feed;
  private final Clock clock;
  private final Map<UUID, Waiting> waiting = new LinkedHashMap<>();
  private final Map<CaseId, Progress> progress = new ConcurrentHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("recordings-", 0).daemon().factory());

  TakingOver(Intake intake, Judging judging, TakenRecordings taken, LiveFeed feed, Clock clock) {
    this.intake = intake;
    this.judging = judging;
    this.taken = taken;
    this.feed = feed;
    this.clock = clock;
  }

  /** A file that was read and not taken over yet. */
  record Waiting(
      Device device,
      TakenRecordings.Declared declared,
      List<RawReport> reports,
      Actor by,
      Instant since) {}

  /** How far one is. */
  record Progress(int points, int done, int kept, Map<String, Integer> refused, State state) {
    boolean goesOn() {
      return state == State.GOES_ON;
    }
  }

  /** What became of one. */
  enum State {
    GOES_ON,
    DONE,
    /** Something could not be written; what was is kept, and the file can be brought again. */
    STOPPED
  }

  /** What the gate would say of each position now, and nothing is kept: how often, by reason. */
  Map<String, Integer> refused(Device device, List<RawReport> reports) {
    Map<String, Integer> refused = new TreeMap<>();
    Instant now = clock.instant();
    for (RawReport raw : reports)
      if (said(device, raw, now) instanceof Answer.Refused(var reason))
        refused.merge(reason, 1, Integer::sum);
    return refused;
  }

  private Answer said(Device device, RawReport raw, Instant now) {
    return switch (Reports.check(raw, now)) {
      case Reports.Checked.Refused(var reason) -> Answer.Refused.of(reason);
      case Reports.Checked.Good(var report) -> judging.gate(device, report.time(), now);
    };
  }

  /** Lets a file wait; the oldest one makes room. */
  synchronized UUID wait(Waiting file) {
    Instant since = clock.instant().minus(WAITS);
    waiting.values().removeIf(one -> one.since().isBefore(since));
    if (waiting.size() >= MOST_WAITING) waiting.remove(waiting.keySet().iterator().next());
    UUID token = Uuids.next(clock);
    waiting.put(token, file);
    return token;
  }

  /**
   * Takes over a file that waits, unless one is under way in this case.
   *
   * @return whether it begins; if not, it has to be brought again
   */
  synchronized boolean begin(UUID token, CaseId caseId, Actor by) {
    Waiting file = waiting.get(token);
    if (file == null
        || !file.declared().caseId().equals(caseId)
        || !file.by().account().equals(by.account())
        || of(caseId).filter(Progress::goesOn).isPresent()) return false;
    waiting.remove(token);
    progress.put(caseId, new Progress(file.reports().size(), 0, 0, Map.of(), State.GOES_ON));
    worker.execute(() -> take(file));
    return true;
  }

  /** How far the last one of a case is, since the last start. */
  Optional<Progress> of(CaseId caseId) {
    return Optional.ofNullable(progress.get(caseId));
  }

  /** Waits until everything that was under way is done. */
  void settle(long time, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    worker.submit(() -> {}).get(time, unit);
  }

  private void take(Waiting file) {
    Map<String, Integer> refused = new TreeMap<>();
    List<RawReport> reports = file.reports();
    int kept = 0;
    int done = 0;
    try {
      for (int from = 0; from < reports.size(); from += AT_ONCE) {
        List<RawReport> some = reports.subList(from, Math.min(reports.size(), from + AT_ONCE));
        for (Answer answer : intake.takeAsDeclared(file.device(), some).get()) {
          switch (answer) {
            case Answer.Kept _ -> kept++;
            case Answer.Refused(var reason) -> refused.merge(reason, 1, Integer::sum);
          }
        }
        done += some.size();
        if (done < reports.size()) tell(file, done, kept, refused, State.GOES_ON);
      }
      taken.add(
          file.declared(),
          new TakenRecordings.Counted(reports.size(), kept, reports.size() - kept),
          file.by());
      tell(file, done, kept, refused, State.DONE);
    } catch (ExecutionException | RuntimeException _) {
      tell(file, done, kept, refused, State.STOPPED);
    } catch (InterruptedException _) {
      tell(file, done, kept, refused, State.STOPPED);
      Thread.currentThread().interrupt();
    }
  }

  private void tell(Waiting file, int done, int kept, Map<String, Integer> refused, State state) {
    progress.put(
        file.declared().caseId(),
        new Progress(file.reports().size(), done, kept, new TreeMap<>(refused), state));
    feed.tell("recordings", actor -> actor.account().equals(file.by().account()));
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
