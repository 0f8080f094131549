package org.smartcorrection.platform.my;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.reporting.Leaves;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.LeaveTier;
import org.springframework.stereotype.Component;

/** Tells the way of a leave in steps: what was done, who decides, what comes. */
@Component
class LeaveViews {
  private final Leaves leaves;
  private final Acts acts;
  private final Summaries summaries;
  private final Agencies agencies;
  private final Words words;

  LeaveViews(Leaves leaves, Acts acts, Summaries summaries, Agencies agencies, Words words) {
    this.leaves = leaves;
    this.acts = acts;
    this.summaries = summaries;
    this.agencies = agencies;
    this.words = words;
  }

  List<LeaveView> of(Case in, Locale locale) {
    return leaves.of(in.id()).stream().map(leave -> of(in, leave, locale)).toList();
  }

  LeaveView of(Case in, Running leave, Locale locale) {
    Facts facts = leave.facts();
    LocalDate first = facts.day("firstDay").orElseThrow();
    LocalDate last = facts.day("lastDay").orElseThrow();
    LeaveTier tier = leaves.tier(in, leave);
    List<Act> history = acts.ofInstance(leave.id());
    return new LeaveView(
        leave.id(),
        leave.state(),
        tag(leave.state()),
        facts.said("destination"),
        first,
        last,
        facts.said("cause"),
        steps(in, leave, history, tier, locale),
        leave.state().equals("REFUSED") ? facts.said("reason") : null,
        act(history, "LeaveRefused")
            .map(refusal -> words.articles(refusal, locale))
            .orElse(List.of()),
        words.why(tier.explanation(), locale));
  }

  /** Who decides on a leave of this tier, by name. */
  Text decider(Case in, LeaveTier tier, Locale locale) {
    return switch (tier.tier()) {
      case OFFICE -> Text.of("my.leave.tier.office", named(office(in), locale));
      case AGENCY ->
          Text.of("my.leave.tier.agency", named(Optional.of(agencies.get(in.agency())), locale));
      case ONE_LEVEL_UP -> Text.of("my.leave.tier.up");
    };
  }

  private static Text named(Optional<Agency> agency, Locale locale) {
    return agency
        .map(known -> Text.literal(known.name(locale)))
        .orElseGet(() -> Text.of("my.leave.office"));
  }

  private Optional<Agency> office(Case in) {
    return summaries.find(in.id()).map(Summary::office).map(agencies::get);
  }

  private static String tag(String state) {
    return switch (state) {
      case "APPLIED" -> "blue";
      case "GRANTED", "RETURNED" -> "good";
      case "OVERDUE", "REFUSED", "RETURNED_LATE" -> "amber";
      case String _ -> "";
    };
  }

  private List<Step> steps(
      Case in, Running leave, List<Act> history, LeaveTier tier, Locale locale) {
    var steps = new ArrayList<Step>();
    steps.add(Step.done(Text.of("my.leave.step.sent"), on(history.getFirst())));
    Text decider = decider(in, tier, locale);
    Optional<Act> decided = act(history, "LeaveGranted", "LeaveRefused");
    switch (leave.state()) {
      case "APPLIED" -> {
        steps.add(Step.now(Text.of("my.leave.step.decides", decider), decideBy(leave)));
        steps.add(Step.ahead(Text.of("my.leave.step.told"), null));
      }
      case "TAKEN_BACK" ->
          steps.add(Step.done(Text.of("my.leave.step.taken-back"), on(history.getLast())));
      case "REFUSED" ->
          steps.add(
              Step.done(
                  Text.of("my.leave.step.refused", decider),
                  decided.map(LeaveViews::on).orElse(null)));
      case String state -> {
        steps.add(
            Step.done(
                Text.of("my.leave.step.granted", decider),
                decided.map(LeaveViews::on).orElse(null)));
        steps.add(home(leave, state, history));
      }
    }
    return steps;
  }

  private static Step home(Running leave, String state, List<Act> history) {
    LocalDate last = leave.facts().day("lastDay").orElseThrow();
    return switch (state) {
      case "GRANTED" ->
          Step.now(Text.of("my.leave.step.back-by", last), Text.of("my.leave.step.back-by.sub"));
      case "OVERDUE" ->
          Step.now(Text.of("my.leave.step.overdue", last), Text.of("my.leave.step.overdue.sub"));
      case String _ -> Step.done(Text.of("my.leave.step.back"), on(history.getLast()));
    };
  }

  private static @Nullable Text decideBy(Running leave) {
    return leave
        .instance()
        .deadline("decide")
        .map(due -> Text.of("my.leave.step.decides.sub", due.deadline().day()))
        .orElse(null);
  }

  private static Optional<Act> act(List<Act> history, String... types) {
    return history.stream().filter(act -> List.of(types).contains(act.type())).findFirst();
  }

  private static Text on(Act act) {
    Instant at = act.occurredAt();
    return Text.of("my.on", LegalCalendar.legalDay(at));
  }
}
