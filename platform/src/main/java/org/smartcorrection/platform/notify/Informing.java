package org.smartcorrection.platform.notify;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.LiveFeed;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Addressees;
import org.smartcorrection.platform.casework.AgencyAct;
import org.smartcorrection.platform.casework.AgencyActed;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Hosts;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.casework.SubstitutionAct;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.act.Effect;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Whom an act concerns, is told: the person outside the pages, posts on their pages, and organs
 * without a post here by a copy on paper that {@code casework} enters. What is told is written with
 * the act, so that nothing is forgotten, and leaves after it is committed.
 */
@Component
class Informing {
  private static final String TOPIC = "notices";

  private final Messages messages;
  private final Notices notices;
  private final Addressees addressees;
  private final Jurisdiction jurisdiction;
  private final LiveFeed feed;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Informing(
      Messages messages,
      Notices notices,
      Addressees addressees,
      Jurisdiction jurisdiction,
      LiveFeed feed,
      ApplicationEventPublisher events,
      Clock clock) {
    this.messages = messages;
    this.notices = notices;
    this.addressees = addressees;
    this.jurisdiction = jurisdiction;
    this.feed = feed;
    this.events = events;
    this.clock = clock;
  }

  /** A post has a new notice. */
  record NoticeGiven(Notices.Notice notice) {}

  @EventListener
  void on(ActRecorded recorded) {
    for (Effect effect : recorded.effects())
      if (effect instanceof Effect.Inform(var role))
        addressees.post(role, recorded).ifPresent(post -> inform(recorded, post));
  }

  /**
   * An agency sets no number and no procedure of its own, and has no acting head, behind the
   * procuratorate's back (rules H6, H9). Who stands in for an officer, or advises the head, is no
   * news to it.
   */
  @EventListener
  void on(AgencyActed published) {
    AgencyAct act = published.act();
    if (act instanceof SubstitutionAct substitution && substitution.of().order() == null) return;
    if (act instanceof HouseAct) return;
    give(
        new Notices.Notice(
            Uuids.next(clock),
            act.custody(),
            null,
            Role.PROSECUTOR,
            null,
            act.id(),
            act.type(),
            act.publishedAt()));
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(NoticeGiven given) {
    Notices.Notice notice = given.notice();
    feed.tell(
        TOPIC,
        actor ->
            actor.role() == notice.role()
                && jurisdiction.covers(actor, notice.agency(), notice.office()));
  }

  private void inform(ActRecorded recorded, Role role) {
    Case in = recorded.in();
    if (role == Role.SUBJECT) {
      messages.add(in.agency(), in.person());
      events.publishEvent(new Courier.MessageWaits());
      return;
    }
    if (role == Role.HOST_AGENCY) {
      Hosts.of(recorded.instance())
          .ifPresent(host -> give(recorded, host, null, Role.AGENCY_OFFICER));
      return;
    }
    give(recorded, in.agency(), recorded.summary().office(), role);
  }

  private void give(ActRecorded recorded, AgencyId agency, @Nullable AgencyId office, Role role) {
    give(
        new Notices.Notice(
            Uuids.next(clock),
            agency,
            office,
            role,
            recorded.in().id(),
            recorded.act().id(),
            recorded.act().type(),
            recorded.act().recordedAt()));
  }

  private void give(Notices.Notice notice) {
    notices.add(notice);
    events.publishEvent(new NoticeGiven(notice));
  }
}
