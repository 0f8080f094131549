package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.shell.Navigation;
import org.smartcorrection.platform.shell.NavigationSource;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.shell.Visitor;
import org.springframework.stereotype.Component;

/** The way to the alarms, with how many are open. */
@Component
class AlarmNavigation implements NavigationSource {
  private final AlarmQueue queue;

  AlarmNavigation(AlarmQueue queue) {
    this.queue = queue;
  }

  @Override
  public Navigation navigation(HttpServletRequest request, Visitor visitor) {
    return Present.find()
        .filter(actor -> actor.role().supervises())
        .map(actor -> new Navigation(List.of(item(actor))))
        .orElseGet(Navigation::none);
  }

  private Navigation.Item item(Actor actor) {
    AlarmQueue.Tally tally = queue.tally(actor);
    return new Navigation.Item(
        "alarms",
        "/console/alarms",
        Text.of("tracking.nav.alarms"),
        "warn",
        3,
        tally.open(),
        tally.grave());
  }
}
