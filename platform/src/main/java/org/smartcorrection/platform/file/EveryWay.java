package org.smartcorrection.platform.file;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;

/** What lies on every way through a procedure, however somebody goes. */
final class EveryWay {
  private EveryWay() {}

  /** The acts without which nobody comes from the beginning of a procedure to a state. */
  static Set<String> to(Definition definition, String state) {
    var needed = new TreeSet<String>();
    for (Act act : definition.acts())
      if (!reaches(definition, state, act.type())) needed.add(act.type());
    return needed;
  }

  private static boolean reaches(Definition definition, String state, String without) {
    var seen = new HashSet<String>(Set.of(definition.initial()));
    var next = new ArrayDeque<String>(seen);
    while (!next.isEmpty()) {
      String at = next.remove();
      if (at.equals(state)) return true;
      for (Act act : definition.actsFrom(at))
        if (!act.type().equals(without) && seen.add(act.target(at))) next.add(act.target(at));
    }
    return false;
  }
}
