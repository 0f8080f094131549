package org.smartcorrection.platform.tracking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.smartcorrection.location.protocol.VitalSign;
import org.smartcorrection.location.protocol.Vitals;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Hands signs of the body to who may keep them, on threads of its own so that no position waits,
 * and counts by kind what was dropped: never a value.
 */
@Component
class Bodies implements DisposableBean {
  private static final int AT_ONCE = 2;

  /** More than this wait at the devices. */
  private static final int WAITING = 1_000;

  private final BodySigns signs;
  private final Intake intake;
  private final ThreadPoolExecutor takers =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().name("bodies-", 0).daemon().factory());

  Bodies(BodySigns signs, Intake intake) {
    this.signs = signs;
    this.intake = intake;
  }

  /** Completed when what became of them is durable; exceptionally if that could not be written. */
  CompletableFuture<Void> take(Device device, List<Vitals> sent) {
    List<Vitals> some = sent.stream().filter(vitals -> !vitals.isEmpty()).toList();
    if (some.isEmpty()) return CompletableFuture.completedFuture(null);
    try {
      return CompletableFuture.supplyAsync(() -> signs.take(device.person(), some), takers)
          .thenCompose(dropped -> count(device, dropped));
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CompletableFuture<Void> count(Device device, Map<VitalSign, Integer> dropped) {
    var refused = new ArrayList<Answer.Refused>();
    dropped.forEach((sign, times) -> refused.addAll(Collections.nCopies(times, refusal(sign))));
    if (refused.isEmpty()) return CompletableFuture.completedFuture(null);
    try {
      return intake.refuse(device, refused).thenApply(_ -> null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CompletableFuture.failedFuture(e);
    }
  }

  private static Answer.Refused refusal(VitalSign sign) {
    return new Answer.Refused("tracking.refused.NO_HEALTH_GROUND_" + sign.name());
  }

  @Override
  public void destroy() {
    takers.shutdownNow();
  }
}
