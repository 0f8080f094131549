package org.smartcorrection.platform.tracking;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * After a start, brings to hand what holds for whoever is positioned, some at a time and those
 * first who were heard last, while messages are judged already: whoever is heard before their turn
 * is read by themselves.
 */
@Component
class WarmUp implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final int PAGE = 40;

  private final Grounds grounds;
  private final Areas areas;
  private final RulesInForce rules;
  private volatile boolean running;
  private volatile Thread worker = Thread.currentThread();

  WarmUp(Grounds grounds, Areas areas, RulesInForce rules) {
    this.grounds = grounds;
    this.areas = areas;
    this.rules = rules;
  }

  private void run() {
    try {
      List<PersonId> people = grounds.lastHeardFirst();
      for (int from = 0; from < people.size() && running; from += PAGE)
        bringToHand(people.subList(from, Math.min(people.size(), from + PAGE)));
    } catch (RuntimeException e) {
      // each is read when it is asked for; the message may quote a row
      LOG.warn("zones are not brought to hand: {}", e.getClass().getName());
    }
  }

  private void bringToHand(List<PersonId> people) {
    areas.bringToHand(people);
    for (PersonId person : people) for (Term term : grounds.terms(person)) rules.of(term.caseId());
  }

  @Override
  public void start() {
    running = true;
    worker = Thread.ofPlatform().name("warm-up").daemon().start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    try {
      worker.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
