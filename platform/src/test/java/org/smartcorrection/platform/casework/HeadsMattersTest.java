package org.smartcorrection.platform.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Definitions;
import org.smartcorrection.procedure.act.State;

class HeadsMattersTest {
  private static final List<Definition> ALL = Definitions.published().all();

  @Test
  void nothing_that_is_reserved_to_the_head_can_wait_unseen() {
    Set<String> asked =
        HeadsMatters.asked(ALL).stream()
            .map(one -> one.procedure() + "." + one.name())
            .collect(Collectors.toSet());
    assertEquals(Set.of("positioning.approve", "positioning.end", "restriction.review"), asked);
    for (Definition definition : ALL)
      for (Act act : definition.acts()) {
        boolean inARun =
            act.from().stream()
                .filter(state -> !state.equals(definition.initial()))
                .anyMatch(state -> !definition.state(state).map(State::end).orElse(false));
        if (!Standing.reserved(act) || !inARun) continue;
        assertTrue(
            definition.deadlines().stream()
                .filter(due -> asked.contains(definition.id() + "." + due.id()))
                .flatMap(due -> due.metBy().stream())
                .anyMatch(met -> met.act().equals(act.type())),
            definition.id() + "." + act.type());
      }
  }
}
