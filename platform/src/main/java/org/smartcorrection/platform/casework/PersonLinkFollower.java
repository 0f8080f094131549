package org.smartcorrection.platform.casework;

import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps which records are one human, in the transaction of the act that says so, and does the same
 * act in the other case: there is no joining that only one of the two cases knows.
 */
@Component
class PersonLinkFollower {
  private final PersonLinks links;
  private final Cases cases;
  private final Instances instances;
  private final Casework casework;

  PersonLinkFollower(PersonLinks links, Cases cases, Instances instances, Casework casework) {
    this.links = links;
    this.cases = cases;
    this.instances = instances;
    this.casework = casework;
  }

  @EventListener
  void on(ActRecorded recorded) {
    if (!recorded.act().procedure().equals(PersonJoining.PROCEDURE)) return;
    if (recorded.act().corrects() != null) {
      unmoved(recorded);
      return;
    }
    switch (recorded.act().type()) {
      case PersonJoining.JOINED -> joined(recorded);
      case PersonJoining.SEPARATED -> separated(recorded);
      case String _ -> {}
    }
  }

  private void joined(ActRecorded recorded) {
    Case in = recorded.in();
    Running run = recorded.instance();
    Case other = cases.withNumber(run.facts().said(PersonJoining.OTHER)).orElseThrow();
    links.add(run, in, other, recorded.act());
    links
        .waiting(in, other)
        .ifPresentOrElse(
            link -> links.pair(link.run(), run.id()), () -> joinThere(recorded, other));
  }

  private void joinThere(ActRecorded recorded, Case other) {
    Facts said = recorded.act().facts();
    Facts facts =
        Facts.NONE
            .text(PersonJoining.OTHER, recorded.in().number())
            .text("reason", said.said("reason"));
    String wrong = said.said(PersonJoining.WRONG);
    if (!wrong.isEmpty())
      facts =
          facts.choice(
              PersonJoining.WRONG,
              wrong.equals(PersonJoining.HERE) ? PersonJoining.THERE : PersonJoining.HERE);
    done(
        casework.perform(
            PerformAct.opening(
                other.id(), PersonJoining.PROCEDURE, PersonJoining.JOINED, facts, recorded.by())));
  }

  private void separated(ActRecorded recorded) {
    PersonLink link = links.find(recorded.instance().id()).orElseThrow();
    links.separate(link.run(), recorded.act());
    if (link.twin() == null || !links.find(link.twin()).orElseThrow().holds()) return;
    Running there = instances.find(link.twin()).orElseThrow();
    Facts facts = Facts.NONE.text("reason", recorded.act().facts().said("reason"));
    Actor by = recorded.by();
    done(casework.perform(PerformAct.in(there, PersonJoining.SEPARATED, facts, by)));
  }

  /** What an act joined is put right by separating; a correction may mend its words. */
  private void unmoved(ActRecorded recorded) {
    PersonLink link = links.find(recorded.instance().id()).orElseThrow();
    String said = recorded.instance().facts().said(PersonJoining.OTHER);
    if (!cases.get(link.otherCase()).number().equals(said))
      throw new Refused("casework.duplicate.separate");
  }

  private static void done(Result result) {
    if (!(result instanceof Result.Recorded)) throw new Refused("casework.duplicate.other-refused");
  }
}
