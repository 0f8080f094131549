package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.location.Fixes;
import org.smartcorrection.location.RawFix;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way of a position to the disk. Requests wait in a queue; one writer takes whatever is
 * there and commits it in one transaction together with tracks and findings. What is answered as
 * kept is durable. A full queue holds requests back and loses none.
 */
@Component
class Intake implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final int QUEUE = 20_000;
  private static final int BATCH = 2_000;

  private final BlockingQueue<Arrival> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Judging judging;
  private final Positions positions;
  private final Refusals refusals;
  private final Departures departures;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private volatile boolean running;
  private volatile Thread writer = Thread.currentThread();

  Intake(
      Judging judging,
      Positions positions,
      Refusals refusals,
      Departures departures,
      TransactionTemplate transaction,
      Clock clock) {
    this.judging = judging;
    this.positions = positions;
    this.refusals = refusals;
    this.departures = departures;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Takes what a device sent; the answer comes when what became of it is durable. */
  CompletableFuture<Answer> take(Device device, RawFix raw) throws InterruptedException {
    Instant now = clock.instant();
    var answer = new CompletableFuture<Answer>();
    queue.put(
        switch (Fixes.check(raw, now)) {
          case Fixes.Checked.Good(var fix) -> new Arrival.Measured(device, fix, now, answer);
          case Fixes.Checked.Refused(var reason) ->
              new Arrival.Unusable(device, Answer.Refused.of(reason), answer);
        });
    return answer;
  }

  /** Counts what was refused before anybody looked at a place. */
  CompletableFuture<Answer> refuse(Device device, Answer.Refused why) throws InterruptedException {
    var answer = new CompletableFuture<Answer>();
    queue.put(new Arrival.Unusable(device, why, answer));
    return answer;
  }

  private void run() {
    while (running) {
      try {
        @Nullable Arrival first = queue.poll(1, TimeUnit.SECONDS);
        if (first == null) continue;
        var batch = new ArrayList<Arrival>();
        batch.add(first);
        queue.drainTo(batch, BATCH - 1);
        write(batch);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void write(List<Arrival> batch) {
    try {
      var answers = new IdentityHashMap<Arrival, Answer>();
      Departures.Noted noted = transaction.execute(_ -> store(batch, answers));
      departures.follow(noted);
      answers.forEach((arrival, answer) -> arrival.answer().complete(answer));
    } catch (RuntimeException e) {
      // the message may quote a row
      LOG.error("positions could not be written: {}", e.getClass().getName());
      batch.forEach(arrival -> arrival.answer().completeExceptionally(new NotWritten()));
    }
  }

  private Departures.Noted store(List<Arrival> batch, Map<Arrival, Answer> answers) {
    Instant now = clock.instant();
    Judging.Batch judged = judging.batch(now);
    Map<Device, Map<String, Integer>> refused = new HashMap<>();
    // a device that was out of reach sends its points in any order: a track goes by their time
    batch.stream()
        .filter(Arrival.Measured.class::isInstance)
        .map(Arrival.Measured.class::cast)
        .sorted(Comparator.comparing(arrival -> arrival.fix().time()))
        .forEach(arrival -> answers.put(arrival, judged.take(arrival)));
    for (Arrival arrival : batch)
      if (arrival instanceof Arrival.Unusable unusable) answers.put(arrival, unusable.why());
    answers.forEach(
        (arrival, answer) -> {
          if (answer instanceof Answer.Refused(var reason))
            refused
                .computeIfAbsent(arrival.device(), _ -> new HashMap<>())
                .merge(reason, 1, Integer::sum);
        });
    positions.keep(judged.kept());
    judged.saveTracks();
    refusals.add(refused, now);
    return departures.note(judged.found());
  }

  @Override
  public void start() {
    running = true;
    writer = Thread.ofPlatform().name("positions").daemon().start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    writer.interrupt();
    try {
      writer.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    queue.forEach(arrival -> arrival.answer().completeExceptionally(new NotWritten()));
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The position is not on the disk; the device keeps it and sends it again. */
  static final class NotWritten extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
