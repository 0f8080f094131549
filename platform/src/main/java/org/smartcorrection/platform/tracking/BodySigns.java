package org.smartcorrection.platform.tracking;

import java.util.List;
import java.util.Map;
import org.smartcorrection.location.protocol.VitalSign;
import org.smartcorrection.location.protocol.Vitals;
import org.smartcorrection.platform.kernel.PersonId;

/**
 * Takes the signs of the body that devices send along with positions. Nothing in this module reads
 * their values: they are handed over here and nowhere else (rule H17).
 */
public interface BodySigns {
  /**
   * Keeps what a health ground lets be kept.
   *
   * @return how often each sign was not kept
   */
  Map<VitalSign, Integer> take(PersonId person, List<Vitals> sent);
}
