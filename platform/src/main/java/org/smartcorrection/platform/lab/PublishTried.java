package org.smartcorrection.platform.lab;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.smartcorrection.platform.casework.AgencyActs;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Publication;
import org.smartcorrection.platform.casework.PublishNumber;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.tracking.RulesInForce;
import org.smartcorrection.procedure.LocalNumber;
import org.smartcorrection.procedure.Reason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts figures that were tried together into force together: each is published by an act of the
 * head (rule H6), all of them or none.
 */
@Component
class PublishTried {
  private final AgencyActs acts;
  private final Law law;
  private final TransactionTemplate transaction;

  PublishTried(AgencyActs acts, Law law, TransactionTemplate transaction) {
    this.acts = acts;
    this.law = law;
    this.transaction = transaction;
  }

  /**
   * Publishes every figure that the trial changed.
   *
   * @return what speaks against it; nothing when all are published
   */
  List<Reason> publish(Trial trial, LocalDate from, String reason, Actor by) {
    List<Reason> against =
        transaction.execute(
            status -> {
              for (Trial.Value value : trial.changed()) {
                List<Reason> refused = publish(trial, value, from, reason, by);
                if (refused.isEmpty()) continue;
                status.setRollbackOnly();
                return refused;
              }
              return List.<Reason>of();
            });
    return against == null ? List.of() : against;
  }

  private List<Reason> publish(
      Trial trial, Trial.Value value, LocalDate from, String reason, Actor by) {
    var wanted = new LocalNumber(RulesInForce.RULE, value.figure().number(), value.tried(), from);
    return switch (acts.publish(new PublishNumber(trial.agency(), wanted, reason, by))) {
      case Publication.Published _ -> List.of();
      case Publication.Refused(var reasons) -> reasons;
    };
  }

  String words(Reason reason, Locale locale) {
    return law.explanations().render(reason, locale).text();
  }
}
