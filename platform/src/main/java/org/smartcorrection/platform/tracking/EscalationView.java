package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.organisation.Accounts;
import org.springframework.stereotype.Component;

/** What was tried so that somebody acknowledges an alarm, in words. */
@Component
class EscalationView {
  private final EscalationSteps steps;
  private final Accounts accounts;

  EscalationView(EscalationSteps steps, Accounts accounts) {
    this.steps = steps;
    this.accounts = accounts;
  }

  /**
   * One attempt; stage, way, answer and reason are keys of messages.
   *
   * @param whom absent where there was nobody
   * @param reached whether the gateway took it over
   */
  record Row(
      Instant at,
      String stage,
      String way,
      @Nullable String whom,
      String answer,
      @Nullable String why,
      boolean reached) {}

  List<Row> of(Alarm alarm, Locale locale) {
    List<Escalation.Step> tried = steps.of(alarm.id());
    Map<AccountId, Accounts.StaffName> names =
        accounts.names(
            tried.stream().map(Escalation.Step::to).filter(Objects::nonNull).distinct().toList());
    return tried.stream().map(step -> row(step, names, locale)).toList();
  }

  private static Row row(
      Escalation.Step step, Map<AccountId, Accounts.StaffName> names, Locale locale) {
    Accounts.@Nullable StaffName name = step.to() == null ? null : names.get(step.to());
    return new Row(
        step.at(),
        "tracking.stage." + step.stage().name(),
        "tracking.way." + step.way().name(),
        name == null ? null : name.in(locale),
        "tracking.answer." + step.answer().name(),
        step.why() == null ? null : "notify.unavailable." + step.why(),
        step.answer() == Escalation.Answer.SENT);
  }
}
