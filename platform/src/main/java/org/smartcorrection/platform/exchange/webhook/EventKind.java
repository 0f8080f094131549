package org.smartcorrection.platform.exchange.webhook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.smartcorrection.platform.casework.Act;

/** What an agency's administrator can have told. */
enum EventKind {
  CASE_OPENED,
  ACT_RECORDED,
  ACT_CORRECTED,
  CORRECTION_ENDED,
  /** Sent by the button that tries the way; nobody registers for it. */
  TEST;

  /** Those that can be chosen. */
  static List<EventKind> choices() {
    return Arrays.stream(values()).filter(kind -> kind != TEST).toList();
  }

  /** As what an act is told; each registered kind gets a message of its own. */
  static List<EventKind> of(Act act, boolean ends) {
    var kinds = new ArrayList<EventKind>();
    kinds.add(ACT_RECORDED);
    if (act.number() == 1) kinds.add(CASE_OPENED);
    if (act.corrects() != null) kinds.add(ACT_CORRECTED);
    if (ends) kinds.add(CORRECTION_ENDED);
    return kinds;
  }
}
