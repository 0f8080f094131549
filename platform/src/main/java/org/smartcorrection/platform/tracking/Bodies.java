package org.smartcorrection.platform.tracking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.smartcorrection.location.protocol.VitalSign;
import org.smartcorrection.location.protocol.Vitals;
import org.springframework.stereotype.Component;

/**
 * Hands signs of the body to who may keep them, and counts by kind what was dropped: never a value.
 */
@Component
class Bodies {
  private final BodySigns signs;
  private final Intake intake;

  Bodies(BodySigns signs, Intake intake) {
    this.signs = signs;
    this.intake = intake;
  }

  /**
   * Returns when what became of them is durable.
   *
   * @throws ExecutionException if that could not be written
   */
  void take(Device device, List<Vitals> sent) throws InterruptedException, ExecutionException {
    List<Vitals> some = sent.stream().filter(vitals -> !vitals.isEmpty()).toList();
    if (some.isEmpty()) return;
    Map<VitalSign, Integer> dropped = handOver(device, some);
    var refused = new ArrayList<Answer.Refused>();
    dropped.forEach((sign, times) -> refused.addAll(Collections.nCopies(times, refusal(sign))));
    if (!refused.isEmpty()) {
      var _ = intake.refuse(device, refused).get();
    }
  }

  private Map<VitalSign, Integer> handOver(Device device, List<Vitals> some)
      throws ExecutionException {
    try {
      return signs.take(device.person(), some);
    } catch (RuntimeException e) {
      // the message may quote a row
      throw new ExecutionException(e.getClass().getName(), null);
    }
  }

  private static Answer.Refused refusal(VitalSign sign) {
    return new Answer.Refused("tracking.refused.NO_HEALTH_GROUND_" + sign.name());
  }
}
