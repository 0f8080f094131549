package org.smartcorrection.node.consensus;

import com.hedera.hapi.node.base.SemanticVersion;
import com.swirlds.base.time.Time;
import com.swirlds.common.context.PlatformContext;
import com.swirlds.config.api.Configuration;
import com.swirlds.metrics.api.Metrics;
import com.swirlds.platform.builder.PlatformBuilder;
import com.swirlds.platform.builder.internal.StaticPlatformBuilder;
import com.swirlds.platform.state.signed.HashedReservedSignedState;
import com.swirlds.platform.state.signed.StartupStateUtils;
import com.swirlds.platform.system.Platform;
import com.swirlds.platform.util.BootstrapUtils;
import com.swirlds.state.merkle.VirtualMapStateLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hiero.base.file.FileSystemManager;
import org.hiero.consensus.io.NoOpRecycleBin;
import org.hiero.consensus.model.node.NodeId;
import org.hiero.consensus.transaction.TransactionPoolNexus;

/**
 * A member's part in the consensus among all: asynchronous and Byzantine fault tolerant as long as
 * fewer than a third of the members lie. It keeps events and states in a directory of its own and
 * goes on after a crash. One engine a process: the library keeps things for the whole process.
 */
public final class Engine {
  /** The largest transaction: an entry of 65,535 bytes with what is before it. */
  public static final int LARGEST = 66_000;

  private static final String APPLICATION = "SmartCorrection";
  private static final String NETWORK = "ledger";
  private static final int WAITING = 100_000;
  private static final Duration UNHEALTHY = Duration.ofSeconds(10);
  private static final SemanticVersion VERSION = SemanticVersion.newBuilder().major(1).build();

  private final Platform platform;
  private final TransactionPoolNexus pool;
  private final Rest rest;

  private Engine(Platform platform, TransactionPoolNexus pool, Rest rest) {
    this.platform = platform;
    this.pool = pool;
    this.rest = rest;
  }

  /**
   * Starts to take part.
   *
   * @param peers all members in the order of the consortium
   * @param self this member's place among them, from zero
   * @param listen where the others' connections are taken
   * @param settings of the engine that are not its usual ones
   * @param directory for events and states
   * @param machine what is computed from the transactions
   * @param failed told once, in words, when this member cannot go on
   */
  public static <T> Engine start(
      List<Peer> peers,
      int self,
      GossipKeys keys,
      Listen listen,
      Map<String, String> settings,
      Path directory,
      Machine<T> machine,
      Consumer<String> failed)
      throws IOException {
    Files.createDirectories(directory);
    BootstrapUtils.setupConstructableRegistry();
    Configuration configuration = Settings.of(directory, self, listen, settings);
    StaticPlatformBuilder.setupGlobalMetrics(configuration);
    NodeId id = NodeId.of(self);
    Metrics metrics = StaticPlatformBuilder.getMetricsProvider().createPlatformMetrics(id);
    Time time = Time.getCurrent();
    var files = new FileSystemManager(directory.resolve("saved"), Path.of("tmp"));
    var bin = new NoOpRecycleBin();
    var context = PlatformContext.create(configuration, time, metrics, files, bin);
    var states = new VirtualMapStateLifecycleManager(metrics, time, configuration, files);
    var roster = Rosters.of(peers);
    Rosters.begin(states.getMutableState(), roster);
    HashedReservedSignedState initial =
        StartupStateUtils.loadInitialState(bin, VERSION, APPLICATION, NETWORK, id, context, states);
    var rest = new Rest();
    var pool = new TransactionPoolNexus(Feed.LIMITS, WAITING, UNHEALTHY, metrics, time::now);
    Platform platform =
        PlatformBuilder.create(
                APPLICATION,
                NETWORK,
                VERSION,
                initial.state(),
                new Rounds<>(machine, rest, failed),
                id,
                "member" + self,
                Rosters.history(initial.state().get().getState(), roster),
                states)
            .withPlatformContext(context)
            .withConfiguration(configuration)
            .withKeysAndCerts(keys.keys())
            .withExecutionLayer(new Feed(pool, machine, rest))
            .build();
    platform.start();
    rest.of(platform);
    return new Engine(platform, pool, rest);
  }

  /**
   * Hands a transaction on to be ordered. It may still get lost, when this member falls behind:
   * hand it on again after a while.
   *
   * @return whether it was taken; not while this member is not active or too much waits
   */
  public boolean offer(byte[] transaction) {
    boolean taken = pool.submitApplicationTransaction(Feed.application(transaction));
    if (taken) rest.transaction();
    return taken;
  }

  /** Lets it rest when there is nothing to order; to be called every now and then. */
  public void tick() {
    rest.tick();
  }

  /** Stops to take part. The process should end soon after. */
  public void stop() {
    try {
      platform.destroy();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
