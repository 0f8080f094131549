package org.smartcorrection.node.consensus;

import com.hedera.hapi.node.base.SemanticVersion;
import com.hedera.hapi.platform.event.StateSignatureTransaction;
import com.hedera.pbj.runtime.io.buffer.Bytes;
import com.swirlds.platform.state.ConsensusStateEventHandler;
import com.swirlds.platform.system.InitTrigger;
import com.swirlds.platform.system.Platform;
import com.swirlds.state.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.hiero.consensus.model.event.Event;
import org.hiero.consensus.model.hashgraph.Round;
import org.hiero.consensus.model.transaction.ScopedSystemTransaction;
import org.hiero.consensus.model.transaction.Transaction;
import org.hiero.consensus.platformstate.PlatformStateUtils;
import org.jspecify.annotations.Nullable;

/** Brings the engine's rounds to the machine, and the machine's state into the engine's. */
final class Rounds<T> implements ConsensusStateEventHandler {
  private final Machine<T> machine;
  private final Rest rest;
  private final Consumer<String> failed;
  private final AtomicBoolean stopped = new AtomicBoolean();

  Rounds(Machine<T> machine, Rest rest, Consumer<String> failed) {
    this.machine = machine;
    this.rest = rest;
    this.failed = failed;
  }

  @Override
  public void onPreHandle(
      Event event,
      State state,
      Consumer<ScopedSystemTransaction<StateSignatureTransaction>> signatures) {
    rest.event();
    event.forEachTransaction(
        transaction -> {
          hand(event, transaction, signatures);
          Feed.content(transaction.getApplicationTransaction())
              .ifPresent(
                  content -> {
                    rest.transaction();
                    transaction.setMetadata(machine.read(content));
                  });
        });
  }

  private void hand(
      Event event,
      Transaction transaction,
      Consumer<ScopedSystemTransaction<StateSignatureTransaction>> signatures) {
    Bytes bytes = transaction.getApplicationTransaction();
    Feed.stateSignature(bytes)
        .ifPresent(
            signature ->
                signatures.accept(
                    new ScopedSystemTransaction<>(
                        event.getCreatorId(), event.getBirthRound(), signature)));
  }

  @Override
  public void onHandleConsensusRound(
      Round round,
      State state,
      Consumer<ScopedSystemTransaction<StateSignatureTransaction>> signatures) {
    if (stopped.get()) return;
    if (PlatformStateUtils.isFreezeRound(state, round)) {
      PlatformStateUtils.bulkUpdateOf(
          state, platform -> platform.setLatestFreezeRound(round.getRoundNum()));
    }
    var transactions = new ArrayList<T>();
    round.forEachEventTransaction(
        (event, transaction) -> {
          hand(event, transaction, signatures);
          read(transaction).ifPresent(transactions::add);
        });
    try {
      Rosters.write(state, machine.ordered(transactions));
    } catch (IOException | RuntimeException e) {
      stop(e);
    }
  }

  /** The engine keeps a transaction for a thousand rounds; what was read of it is needed once. */
  private Optional<T> read(Transaction transaction) {
    T read = transaction.getMetadata();
    transaction.setMetadata(null);
    if (read != null) return Optional.of(read);
    return Feed.content(transaction.getApplicationTransaction()).map(machine::read);
  }

  /** Nothing may follow a round that was not taken. */
  private void stop(Exception cause) {
    if (stopped.compareAndSet(false, true)) {
      failed.accept(String.valueOf(cause.getMessage()));
    }
  }

  @Override
  public boolean onSealConsensusRound(Round round, State state) {
    return true;
  }

  @Override
  public void onStateInitialized(
      State state, Platform platform, InitTrigger trigger, @Nullable SemanticVersion version) {
    try {
      if (trigger == InitTrigger.GENESIS) {
        machine.restored(new byte[0]);
      } else {
        Rosters.register(state);
        machine.restored(Rosters.read(state));
      }
    } catch (IOException | RuntimeException e) {
      stop(e);
    }
  }

  @Override
  public void onNewRecoveredState(State state) {
    // states are not recovered from event streams here
  }
}
