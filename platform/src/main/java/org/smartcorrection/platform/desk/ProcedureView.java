package org.smartcorrection.platform.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Consequence;
import org.smartcorrection.procedure.act.DeadlineSpec;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Role;
import org.smartcorrection.procedure.act.State;
import org.smartcorrection.procedure.chart.Picture;
import org.smartcorrection.procedure.chart.Wording;

/**
 * A procedure as its page writes it out, with the numbers in force.
 *
 * @param picture as SVG
 * @param restrictions what it may do to a person's freedom
 */
record ProcedureView(
    String id,
    int version,
    String picture,
    List<ActLine> acts,
    List<DeadlineLine> deadlines,
    List<Restricting> restrictions,
    List<RuleLine> rules) {

  /**
   * One act.
   *
   * @param from the states in which it may happen, by message key
   * @param to the state after it; {@code null} when it stays
   * @param brings the acts that follow from it by themselves
   * @param restsOn the procedure that must have come so far
   * @param remedy message key of how to complain about it
   */
  record ActLine(
      String type,
      List<String> from,
      @Nullable String to,
      List<Role> who,
      List<String> facts,
      List<String> documents,
      List<Role> informs,
      List<String> brings,
      @Nullable String restsOn,
      @Nullable String remedy,
      boolean refuses,
      List<Basis> bases) {}

  /**
   * One deadline.
   *
   * @param starts the acts that open it
   * @param then the act of time that follows when it passes
   */
  record DeadlineLine(
      String id,
      Role owner,
      String amount,
      List<String> starts,
      List<String> metBy,
      @Nullable String then,
      Basis basis) {}

  /** What a state does to a person's freedom, and where that is written. */
  record Restricting(String restriction, String state, Basis basis) {}

  /**
   * A rule on which something of the procedure rests.
   *
   * @param reading message key of how the platform reads a text that is silent
   */
  record RuleLine(String id, Basis basis, @Nullable String reading) {}

  static ProcedureView of(Definition definition, Law law, Wording wording) {
    return new ProcedureView(
        definition.id(),
        definition.version(),
        Picture.svg(definition, wording),
        definition.acts().stream().map(act -> act(definition, act, law, wording)).toList(),
        definition.deadlines().stream().map(due -> deadline(due, law, wording)).toList(),
        definition.states().stream()
            .flatMap(state -> restricting(definition, state, law, wording).stream())
            .toList(),
        rules(definition, law, wording));
  }

  private static ActLine act(Definition definition, Act act, Law law, Wording wording) {
    return new ActLine(
        act.type(),
        definition.states().stream()
            .map(State::id)
            .filter(act.from()::contains)
            .map(state -> name(definition, state))
            .toList(),
        act.to().map(state -> name(definition, state)).orElse(null),
        act.who().stream().sorted().toList(),
        act.facts().keySet().stream().sorted().toList(),
        act.documents().stream().sorted().toList(),
        act.effects().stream().flatMap(effect -> effect.inform().stream()).distinct().toList(),
        act.brings().stream().map(Consequence::act).toList(),
        act.restsOn().map(Act.RestsOn::procedure).orElse(null),
        act.remedy().orElse(null),
        act.refuses(),
        citations(act.rules(), law, wording.locale()));
  }

  /** Each article once, though several rules may rest on it. */
  static List<Basis> citations(List<String> rules, Law law, Locale locale) {
    var byArticle = new LinkedHashMap<String, Basis>();
    for (String rule : rules) {
      Basis basis = Basis.of(rule, law, locale);
      byArticle.putIfAbsent(basis.article(), basis);
    }
    return List.copyOf(byArticle.values());
  }

  private static DeadlineLine deadline(DeadlineSpec due, Law law, Wording wording) {
    return new DeadlineLine(
        due.id(),
        due.owner(),
        wording.amount(due),
        due.starts().stream().map(DeadlineSpec.Starting::act).distinct().toList(),
        due.metBy().stream()
            .map(DeadlineSpec.Meeting::act)
            .filter(act -> !act.equals(Act.CORRECTION_ENDED))
            .distinct()
            .toList(),
        due.then().orElse(null),
        Basis.of(due.rule(), law, wording.locale()));
  }

  private static Optional<Restricting> restricting(
      Definition definition, State state, Law law, Wording wording) {
    return state
        .restricts()
        .map(
            restriction ->
                new Restricting(
                    "restriction." + restriction,
                    name(definition, state.id()),
                    Basis.of(restriction.rule(), law, wording.locale())));
  }

  private static List<RuleLine> rules(Definition definition, Law law, Wording wording) {
    return Stream.concat(
            definition.acts().stream().flatMap(act -> act.rules().stream()),
            definition.deadlines().stream().map(DeadlineSpec::rule))
        .distinct()
        .sorted()
        .map(
            rule ->
                new RuleLine(
                    rule,
                    Basis.of(rule, law, wording.locale()),
                    law.rules().rule(rule).reading().orElse(null)))
        .toList();
  }

  private static String name(Definition definition, String state) {
    return "state." + definition.id() + "." + state;
  }

  /**
   * The words of the law with the numbers that count for the reader.
   *
   * @param rules those of the day, an agency's own numbers among them
   */
  static Wording wording(Law law, Rules rules, Locale locale) {
    return new Wording(law.explanations(), rules, locale);
  }
}
