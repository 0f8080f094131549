package org.smartcorrection.node.consensus;

import com.hedera.hapi.platform.event.StateSignatureTransaction;
import com.hedera.pbj.runtime.ParseException;
import com.hedera.pbj.runtime.io.buffer.Bytes;
import com.swirlds.platform.builder.ExecutionLayer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hiero.consensus.model.status.PlatformStatus;
import org.hiero.consensus.model.transaction.TimestampedTransaction;
import org.hiero.consensus.transaction.TransactionLimits;
import org.hiero.consensus.transaction.TransactionPoolNexus;
import org.smartcorrection.node.consensus.Machine.Standing;

/**
 * Gives the engine what waits to be ordered. The first byte of a transaction tells ours from the
 * engine's own.
 */
final class Feed implements ExecutionLayer {
  static final TransactionLimits LIMITS = new TransactionLimits(Engine.LARGEST + 1, 245_760);

  private static final byte APPLICATION = 0;
  private static final byte STATE_SIGNATURE = 1;

  private final TransactionPoolNexus pool;
  private final Machine<?> machine;
  private final Rest rest;

  Feed(TransactionPoolNexus pool, Machine<?> machine, Rest rest) {
    this.pool = pool;
    this.machine = machine;
    this.rest = rest;
  }

  static Bytes application(byte[] content) {
    return marked(APPLICATION, content);
  }

  private static Bytes marked(byte mark, byte[] content) {
    byte[] bytes = new byte[content.length + 1];
    bytes[0] = mark;
    System.arraycopy(content, 0, bytes, 1, content.length);
    return Bytes.wrap(bytes);
  }

  /** The content of a transaction of ours, or nothing if it is none. */
  static Optional<byte[]> content(Bytes transaction) {
    if (transaction.length() == 0 || transaction.getByte(0) != APPLICATION) return Optional.empty();
    return Optional.of(transaction.slice(1, transaction.length() - 1).toByteArray());
  }

  /** The engine's own transaction, or nothing if it is none; a member may send anything. */
  static Optional<StateSignatureTransaction> stateSignature(Bytes transaction) {
    if (transaction.length() == 0 || transaction.getByte(0) != STATE_SIGNATURE) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StateSignatureTransaction.PROTOBUF.parse(transaction.slice(1, transaction.length() - 1)));
    } catch (ParseException _) {
      return Optional.empty();
    }
  }

  @Override
  public void submitStateSignature(StateSignatureTransaction signature) {
    byte[] content = StateSignatureTransaction.PROTOBUF.toBytes(signature).toByteArray();
    pool.submitPriorityTransaction(marked(STATE_SIGNATURE, content));
  }

  @Override
  public void newPlatformStatus(PlatformStatus status) {
    pool.updatePlatformStatus(status);
    rest.active(status == PlatformStatus.ACTIVE);
    machine.standing(
        switch (status) {
          case ACTIVE -> Standing.ACTIVE;
          case CATASTROPHIC_FAILURE -> Standing.STOPPED;
          default -> Standing.JOINING;
        });
  }

  @Override
  public TransactionLimits getTransactionLimits() {
    return LIMITS;
  }

  @Override
  public void reportUnhealthyDuration(Duration duration) {
    pool.reportUnhealthyDuration(duration);
  }

  @Override
  public List<TimestampedTransaction> getTransactionsForEvent() {
    return pool.getTransactionsForEvent();
  }

  @Override
  public boolean hasBufferedSignatureTransactions() {
    return pool.hasBufferedSignatureTransactions();
  }
}
