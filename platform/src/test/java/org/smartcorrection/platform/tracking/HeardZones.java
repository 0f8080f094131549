package org.smartcorrection.platform.tracking;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what judging hears of zones. */
@Component
class HeardZones {
  final List<PersonId> changed = new CopyOnWriteArrayList<>();

  @EventListener
  void on(ZonesChanged event) {
    changed.add(event.person());
  }
}
