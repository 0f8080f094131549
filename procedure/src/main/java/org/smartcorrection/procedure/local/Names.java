package org.smartcorrection.procedure.local;

import java.util.Set;
import java.util.TreeSet;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;

/** The message keys by which the things of a procedure are shown. */
public final class Names {

  private Names() {}

  /** Every key of a definition, sorted. */
  public static Set<String> of(Definition definition) {
    var keys = new TreeSet<String>();
    String id = definition.id();
    keys.add("procedure." + id);
    definition.states().forEach(state -> keys.add("state." + id + "." + state.id()));
    definition.deadlines().forEach(due -> keys.add("deadline." + id + "." + due.id()));
    definition.acts().forEach(act -> of(act, keys));
    return keys;
  }

  private static void of(Act act, Set<String> keys) {
    keys.add("act." + act.type());
    act.remedy().ifPresent(keys::add);
    act.documents().forEach(document -> keys.add("document." + document));
    act.effects().stream()
        .flatMap(effect -> effect.issue().stream())
        .forEach(document -> keys.add("document." + document));
    act.facts()
        .forEach(
            (name, spec) -> {
              keys.add("fact." + name);
              spec.of().forEach(choice -> keys.add("choice." + choice));
            });
  }
}
