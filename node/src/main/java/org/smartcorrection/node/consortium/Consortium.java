package org.smartcorrection.node.consortium;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.audit.LogSource;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.order.Ordering;
import org.smartcorrection.ledger.order.Position;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.tree.Frontier;
import org.smartcorrection.node.consensus.Engine;
import org.smartcorrection.node.consensus.Machine.Standing;

/** This node as a member: its logs, its part in the consensus, and what is final. */
public final class Consortium implements Ordering, Closeable {
  private static final System.Logger LOG = System.getLogger(Consortium.class.getName());
  private static final long AGAIN_SECONDS = 2;
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int ROUNDS = 150;

  private final Path data;
  private final Membership membership;
  private final Consumer<String> failed;
  private final List<SharedLog> logs = new ArrayList<>();
  private final Waiting waiting = new Waiting();
  private final Consensus consensus;
  private final SharedLogs machine;
  private final ScheduledExecutorService speaker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("heads", 0).daemon().factory());
  private volatile @Nullable Engine engine;
  private @Nullable ScheduledFuture<?> speaking;

  /**
   * A log of this member.
   *
   * @param folder where is kept what members signed
   */
  public record Opened(TileLog log, Policy policy, Path folder) {}

  /**
   * Makes ready; nobody is spoken to before {@link #join}.
   *
   * @param data where the engine keeps its events
   * @param opened the logs, closed together with this
   * @param failed told once, in words, when this member cannot go on
   */
  public Consortium(Path data, List<Opened> opened, Membership membership, Consumer<String> failed)
      throws IOException {
    this.data = data;
    this.membership = membership;
    this.failed = failed;
    for (Opened one : opened) logs.add(new SharedLog(one.log(), one.policy(), one.folder()));
    consensus = new Consensus(logs, waiting, this::offer);
    machine = new SharedLogs(logs, waiting, this::fetch, this::tell);
  }

  /** Begins to take part. */
  public void join() throws IOException {
    engine =
        Engine.start(
            membership.members().all().stream().map(Member::peer).toList(),
            membership.self(),
            membership.keys(),
            membership.listen(),
            membership.settings(),
            data.resolve("consensus"),
            machine,
            failed);
    speaking =
        speaker.scheduleWithFixedDelay(this::keep, AGAIN_SECONDS, AGAIN_SECONDS, TimeUnit.SECONDS);
  }

  private void keep() {
    machine.tellAgain();
    Engine running = engine;
    if (running != null && machine.standing() == Standing.ACTIVE) running.tick();
  }

  /** What is not heard now is said again. */
  private void tell(byte[] head) {
    if (!offer(head)) LOG.log(Level.DEBUG, "a head waits to be told");
  }

  private boolean offer(byte[] transaction) {
    Engine running = engine;
    return running != null && running.offer(transaction);
  }

  @Override
  public List<Position> submitAll(List<SignedEntry> entries)
      throws IOException, EntryRefusedException {
    return consensus.submitAll(entries);
  }

  /** The head of a log that counts: final, or this member's own while none is. */
  public String head(String origin) {
    return finality(origin).note();
  }

  /** A line for each member that cosigns a log: its name, and the size of the largest it signed. */
  public String signed(String origin) {
    var lines = new StringBuilder();
    finality(origin)
        .signed()
        .forEach((name, size) -> lines.append(name).append(' ').append(size).append('\n'));
    return lines.toString();
  }

  private Finality finality(String origin) {
    return logs.stream()
        .filter(log -> log.log().origin().equals(origin))
        .findFirst()
        .orElseThrow()
        .finality();
  }

  /** Asks one member after the other, until one has what the members agreed on. */
  private void fetch(SharedLog log, Frontier place) throws IOException {
    List<Member> members = membership.members().all();
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 1; i < members.size(); i++) {
        Member member = members.get((membership.self() + i) % members.size());
        String url = member.url() + log.log().name();
        try (var source = LogSource.of(url)) {
          CatchUp.fetch(log.log(), place, source);
          return;
        } catch (IOException e) {
          LOG.log(Level.WARNING, "not from {0}: {1}", member.name(), e.getMessage());
        }
      }
      pause();
    }
    throw new IOException(
        "no member has the entries of " + log.log().origin() + " that this one missed");
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while fetching entries", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (speaking != null) speaking.cancel(false);
    speaker.shutdown();
    Engine running = engine;
    if (running != null) running.stop();
    for (SharedLog log : logs) log.log().close();
  }
}
