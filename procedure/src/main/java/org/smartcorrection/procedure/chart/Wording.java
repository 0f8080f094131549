package org.smartcorrection.procedure.chart;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Explanations;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.Span;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.DeadlineSpec;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Restriction;
import org.smartcorrection.procedure.act.Role;
import org.smartcorrection.procedure.act.State;

/**
 * Names the things of a procedure in the reader's language, with the numbers that are in force.
 *
 * @param rules those in force, an agency's own numbers included
 */
public record Wording(Explanations explanations, Rules rules, Locale locale) {

  /** The published rules in that language. */
  public static Wording published(Locale locale) {
    Rules rules = Rules.published();
    return new Wording(new Explanations(rules), rules, locale);
  }

  String procedure(Definition definition) {
    return say("procedure." + definition.id());
  }

  String state(Definition definition, State state) {
    return say("state." + definition.id() + "." + state.id());
  }

  String act(Act act) {
    return say("act." + act.type());
  }

  String role(Role role) {
    return say("role." + role);
  }

  /** Who may, in the order of the roles. */
  String who(Act act) {
    return act.who().stream().sorted().map(this::role).collect(joined());
  }

  String restriction(Restriction restriction) {
    return say("restriction." + restriction);
  }

  String deadline(Definition definition, DeadlineSpec deadline) {
    return say("deadline." + definition.id() + "." + deadline.id());
  }

  /** How long, or on which day. */
  public String amount(DeadlineSpec deadline) {
    if (deadline.on().isPresent()) {
      Arg fact = new Arg.Named("fact." + deadline.on().get());
      return deadline
          .daysBefore()
          .map(name -> rules.rule(deadline.rule()).number(name))
          .map(days -> say("chart.before", new Arg.Amount(Span.calendarDays(days)), fact))
          .orElseGet(() -> say("chart.on", fact));
    }
    return deadline
        .numberFact()
        .map(fact -> say("chart.stated", new Arg.Named("fact." + fact)))
        .orElseGet(() -> say("chart.amount", new Arg.Amount(span(deadline))));
  }

  /** Only for a deadline with a number of its rule. */
  Span span(DeadlineSpec deadline) {
    int number = rules.rule(deadline.rule()).number(deadline.number().orElseThrow());
    return new Span(number, deadline.unit().orElseThrow());
  }

  String owed(DeadlineSpec deadline) {
    return say(
        "chart.owed", new Arg.Words(amount(deadline)), new Arg.Named("role." + deadline.owner()));
  }

  String articles(Collection<String> ids) {
    return ids.stream().map(id -> explanations.article(id, locale)).distinct().collect(joined());
  }

  String document(String name) {
    return say("document." + name);
  }

  String joined(List<String> words) {
    return words.stream().collect(joined());
  }

  String say(String key, Arg... args) {
    return explanations.text(key, locale, args);
  }

  private java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(say("list.separator"));
  }
}
