package org.smartcorrection.platform.tracking.line;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.platform.tracking.Device;
import org.smartcorrection.platform.tracking.DeviceCredential;

/** What a line needs of the rest: who speaks, whether they may, and when it is durable. */
public interface Reception {
  /** The device behind a credential; asks the database, so not on a thread that serves others. */
  Optional<Device> authenticated(DeviceCredential credential);

  /** Whether a device still speaks, and may send so many now; asking counts. */
  boolean admits(Device device, int reports);

  /**
   * Takes what a device sent.
   *
   * @return completed when all of it is durable or its refusal counted; exceptionally if not
   * @throws InterruptedException if the platform stops while the queue is full; until there is
   *     room, it waits
   */
  CompletableFuture<Void> take(Device device, List<RawReport> reports) throws InterruptedException;

  /** Counts what a device may not do. */
  void refuse(Device device, Breach breach) throws InterruptedException;

  /** What a device may not do. */
  enum Breach {
    /** It spoke in the name of another. */
    OTHER_DEVICE
  }
}
