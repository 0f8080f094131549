package org.smartcorrection.platform.desk;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.committee.Meeting;
import org.smartcorrection.platform.committee.Tally;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts what waits for the head on the agenda of a meeting, without a form in between. */
@Component
class Agenda {
  private static final Locale OFFICIAL = Locale.SIMPLIFIED_CHINESE;

  private final Casework casework;
  private final Instances instances;
  private final MessageSource messages;
  private final Clock clock;

  Agenda(Casework casework, Instances instances, MessageSource messages, Clock clock) {
    this.casework = casework;
    this.instances = instances;
    this.messages = messages;
    this.clock = clock;
  }

  /** Whether a meeting has not passed: until its day is over its agenda is being made. */
  boolean open(Meeting meeting) {
    return !LegalCalendar.legalDay(meeting.opensAt())
        .isBefore(LegalCalendar.legalDay(clock.instant()));
  }

  /**
   * Puts it there, or says why not.
   *
   * @param matter the act and the run that it would go on in, as {@code Item.choice} writes them
   */
  Result put(Meeting meeting, OpenedCase opened, String matter) {
    return casework.perform(
        PerformAct.opening(
            opened.in().id(),
            Tally.PROCEDURE,
            "ItemPutOnAgenda",
            Facts.NONE
                .text("matter", matter)
                .text("meeting", meeting.id().toString())
                .text("itemSays", says(opened, matter)),
            opened.actor()));
  }

  /** What was proposed, in the words of the proposal; where it has none, the act's own name. */
  private String says(OpenedCase opened, String matter) {
    String[] chosen = matter.split("/", 2);
    return run(opened, chosen)
        .map(Running::facts)
        .flatMap(
            facts ->
                Stream.of("statement", "reason")
                    .map(facts::said)
                    .filter(said -> !said.isBlank())
                    .findFirst())
        .orElseGet(() -> messages.getMessage("act." + chosen[0], null, chosen[0], OFFICIAL));
  }

  private Optional<Running> run(OpenedCase opened, String[] chosen) {
    if (chosen.length < 2) return Optional.empty();
    UUID id = ActFormPage.uuid(chosen[1]);
    return instances.find(id).filter(run -> run.caseId().equals(opened.in().id()));
  }
}
