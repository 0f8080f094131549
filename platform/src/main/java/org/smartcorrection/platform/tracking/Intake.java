package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.location.supervision.Reports;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way of a position to the disk. Requests wait in a queue; one writer takes whatever is
 * there and commits it in one transaction together with what was observed. What is answered as kept
 * is durable. A full queue holds requests back and loses none.
 */
@Component
class Intake implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final int BATCH = 8_000;
  private static final int BOUND_AT_ONCE = 8;

  /** Milliseconds until it is looked again whose late messages have their turn. */
  private static final long SOON = 20;

  private static final long RARELY = 1_000;

  private final Waiting waiting = new Waiting();
  private final DeviceData data;
  private final Judging judging;
  private final Following following;
  private final Journal journal;
  private final Refusals refusals;
  private final Questions questions;
  private final Retention retention;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private volatile boolean running;
  private volatile Thread writer = Thread.currentThread();

  Intake(
      DeviceData data,
      Judging judging,
      Following following,
      Journal journal,
      Refusals refusals,
      Questions questions,
      Retention retention,
      TransactionTemplate transaction,
      Clock clock) {
    this.data = data;
    this.judging = judging;
    this.following = following;
    this.journal = journal;
    this.refusals = refusals;
    this.questions = questions;
    this.retention = retention;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Takes what a device sent; the answer comes when what became of it is durable. */
  CompletableFuture<Answer> take(Device device, RawReport raw) throws InterruptedException {
    return take(device, List.of(raw)).thenApply(List::getFirst);
  }

  /**
   * Takes what a device sent at once; the answers come, in the same order, when what became of all
   * of it is durable.
   */
  CompletableFuture<List<Answer>> take(Device device, List<RawReport> raw)
      throws InterruptedException {
    Optional<Datum> known = data.of(device);
    return takeAsDeclared(device, raw.stream().map(one -> known.map(one::in).orElse(one)).toList());
  }

  /** Takes what somebody else brings of a device, in the datum that they declared for it. */
  CompletableFuture<List<Answer>> takeAsDeclared(Device device, List<RawReport> raw)
      throws InterruptedException {
    Instant now = clock.instant();
    return put(device, raw.stream().map(one -> heard(one, now)).toList(), now);
  }

  private static Arrival.Heard heard(RawReport raw, Instant now) {
    return switch (Reports.check(raw, now)) {
      case Reports.Checked.Good(var report) -> new Arrival.Measured(report);
      case Reports.Checked.Refused(var reason) -> new Arrival.Unusable(Answer.Refused.of(reason));
    };
  }

  /** Counts what was refused before anybody looked at a place. */
  CompletableFuture<Answer> refuse(Device device, Answer.Refused why) throws InterruptedException {
    return put(device, List.of(new Arrival.Unusable(why)), clock.instant())
        .thenApply(List::getFirst);
  }

  /** The same of several at once. */
  CompletableFuture<List<Answer>> refuse(Device device, List<Answer.Refused> whys)
      throws InterruptedException {
    return put(
        device,
        whys.stream().map(why -> (Arrival.Heard) new Arrival.Unusable(why)).toList(),
        clock.instant());
  }

  private CompletableFuture<List<Answer>> put(Device device, List<Arrival.Heard> heard, Instant now)
      throws InterruptedException {
    var answers = new CompletableFuture<List<Answer>>();
    waiting.put(new Arrival.Sent(device, heard, now, answers));
    return answers;
  }

  /**
   * Looks at the clock for everybody who is followed; completed when what it brought is durable.
   */
  CompletableFuture<Void> look() throws InterruptedException {
    var done = new CompletableFuture<Void>();
    waiting.put(new Arrival.Look(done));
    return done;
  }

  /** Where somebody may be was decided anew: their last positions are weighed again at once. */
  @EventListener
  void on(ZonesChanged event) throws InterruptedException {
    waiting.put(new Arrival.Changed(event.person()));
  }

  /** What came after a lift, and before it was recorded, goes. */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(ActRecorded event) throws InterruptedException {
    if (Derivations.concern(event, "positioning")
        && (event.act().corrects() != null || Derivations.ENDS.contains(event.act().type())))
      waiting.put(new Arrival.Lifted(event.in().person()));
  }

  private void run() {
    while (running) {
      try {
        round();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        // whatever it was: others still wait to be written
        LOG.error("positions wait: {}", e.getClass().getName());
      }
    }
  }

  private void round() throws InterruptedException {
    boolean late = !following.waiting().isEmpty();
    List<Arrival> batch = waiting.next(BATCH, late ? SOON : RARELY);
    if (late || !batch.isEmpty()) write(batch);
    if (waiting.isEmpty()) tidy();
  }

  private void write(List<Arrival> batch) {
    Judging.Batch judged = judging.batch(clock.instant());
    try {
      var answers = new IdentityHashMap<Arrival.Sent, List<Answer>>();
      Questions.Noted noted = transaction.execute(_ -> store(batch, judged, answers));
      judged.committed();
      questions.follow(noted);
      answers.forEach((sent, answer) -> sent.answers().complete(answer));
      for (Arrival arrival : batch)
        if (arrival instanceof Arrival.Look(var done)) done.complete(null);
    } catch (RuntimeException e) {
      // the message may quote a row
      LOG.error("positions could not be written: {}", e.getClass().getName());
      judged.forget();
      batch.forEach(Intake::notWritten);
    }
  }

  private static void notWritten(Arrival arrival) {
    switch (arrival) {
      case Arrival.Sent sent -> sent.answers().completeExceptionally(new NotWritten());
      case Arrival.Look(var done) -> done.completeExceptionally(new NotWritten());
      case Arrival.Changed _ -> {} // the state is read again under what holds then
      case Arrival.Lifted _ -> {} // the daily round comes to it
    }
  }

  private Questions.Noted store(
      List<Arrival> batch, Judging.Batch judged, Map<Arrival.Sent, List<Answer>> answers) {
    boolean look = false;
    var reconsidered = new HashSet<PersonId>();
    for (Arrival arrival : batch) {
      switch (arrival) {
        case Arrival.Sent sent -> answers.put(sent, answers(sent, judged));
        case Arrival.Changed(var person) -> {
          // whoever changes many zones one by one is weighed again once for all that wait
          if (reconsidered.add(person)) judged.reconsider(person);
        }
        case Arrival.Lifted(var person) -> {
          following.forget(person);
          retention.lifted(person);
        }
        case Arrival.Look _ -> look = true;
      }
    }
    judged.follow();
    judged.catchUp();
    if (look) judged.look();
    journal.add(judged.pages());
    refusals.add(refused(answers), judged.now());
    return questions.note(judged.findings());
  }

  private static List<Answer> answers(Arrival.Sent sent, Judging.Batch judged) {
    var answers = new ArrayList<Answer>(sent.heard().size());
    for (Arrival.Heard heard : sent.heard())
      answers.add(
          switch (heard) {
            case Arrival.Measured(var report) ->
                judged.take(sent.device(), report, sent.receivedAt());
            case Arrival.Unusable(var why) -> why;
          });
    return answers;
  }

  private static Map<Device, Map<String, Integer>> refused(
      Map<Arrival.Sent, List<Answer>> answers) {
    Map<Device, Map<String, Integer>> refused = new HashMap<>();
    answers.forEach(
        (sent, all) -> {
          for (Answer answer : all)
            if (answer instanceof Answer.Refused(var reason))
              refused
                  .computeIfAbsent(sent.device(), _ -> new HashMap<>())
                  .merge(reason, 1, Integer::sum);
        });
    return refused;
  }

  /** While nothing waits, small pages are bound together. */
  private void tidy() {
    if (!following.hasLoosePages()) return;
    try {
      transaction.executeWithoutResult(_ -> following.bind(BOUND_AT_ONCE));
    } catch (RuntimeException e) {
      LOG.error("pages could not be bound: {}", e.getClass().getName());
    }
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
    waiting.rest().forEach(Intake::notWritten);
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
