package org.smartcorrection.platform.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.smartcorrection.location.protocol.Reading;
import org.smartcorrection.location.protocol.Vitals;
import org.smartcorrection.location.supervision.RawReport;

/**
 * One upload of stored messages, handed over some at a time: the next ones are read when those
 * before them are durable, so it fills neither memory nor the queue in which others wait.
 */
final class Batch {
  private static final int AT_ONCE = 500;

  /** A month of one a second, the longest that a device stores. */
  static final int MOST = 31 * 86_400;

  private final Device device;
  private final Intake intake;
  private final Bodies bodies;
  private final List<RawReport> open = new ArrayList<>();
  private final List<Vitals> signs = new ArrayList<>();
  private final Counts counts = new Counts();

  Batch(Device device, Intake intake, Bodies bodies) {
    this.device = device;
    this.intake = intake;
    this.bodies = bodies;
  }

  /** Whether as much was read as a batch may have. */
  boolean isFull() {
    return counts.read() >= MOST;
  }

  /**
   * Adds one message with the signs of the body in it; waits from time to time until those before
   * it are durable.
   *
   * @throws ExecutionException if some could not be written
   */
  void add(Reading reading, Vitals vitals) throws InterruptedException, ExecutionException {
    counts.add(reading);
    if (reading instanceof Reading.Reported(_, var report)) {
      open.add(report);
      if (!vitals.isEmpty()) signs.add(vitals);
    }
    if (open.size() >= AT_ONCE) settle();
  }

  /** Waits until everything that was added is durable. */
  void settle() throws InterruptedException, ExecutionException {
    if (open.isEmpty()) return;
    intake.take(device, List.copyOf(open)).get().forEach(counts::add);
    open.clear();
    bodies.take(device, List.copyOf(signs)).get();
    signs.clear();
  }

  /** What became of it so far. */
  Map<String, Object> counts() {
    return counts.all();
  }
}
