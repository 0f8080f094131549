package org.smartcorrection.platform;

import java.util.List;
import org.smartcorrection.platform.kernel.Keeper;
import org.springframework.context.event.ApplicationContextEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.ContextRestartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets background work rest while tests run: they share an installation whose clock jumps by
 * months, and what falls due for everybody then would run beside every test. Whoever tests such
 * work does its rounds by hand.
 */
@Component
class AtRest {
  private final List<Keeper> keepers;

  AtRest(List<Keeper> keepers) {
    this.keepers = keepers;
  }

  /** Also when other tests had a context of their own meanwhile: this one was paused then. */
  @EventListener({ContextRefreshedEvent.class, ContextRestartedEvent.class})
  void on(ApplicationContextEvent event) {
    keepers.forEach(Keeper::stop);
  }
}
