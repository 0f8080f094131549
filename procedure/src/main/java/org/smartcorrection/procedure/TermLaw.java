package org.smartcorrection.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks terms against the Criminal Law's limits (rule T1: articles 38, 41, 73, 83). */
public final class TermLaw {

  private static final String T1 = "T1";
  private static final String POSSIBLE = "H3";

  private final Rule rule;

  /**
   * @param rules those in force
   */
  public TermLaw(Rules rules) {
    rule = rules.rule(T1);
  }

  /**
   * Checks one decision.
   *
   * @param today the legal day on which it is received
   */
  public TermCheck check(TermQuestion question, LocalDate today) {
    List<Reason> impossible = impossible(question, today);
    if (!impossible.isEmpty()) return new TermCheck.Impossible(impossible);
    Deadline end = Terms.end(question.firstDay(), question.term(), credit(question));
    List<Reason> warnings = new ArrayList<>(limits(question));
    question
        .statedLastDay()
        .filter(stated -> !stated.equals(end.day()))
        .ifPresent(
            stated ->
                warnings.add(
                    Reason.of(
                        "reason.term.stated-end",
                        T1,
                        new Arg.Day(stated),
                        new Arg.Day(end.day()))));
    return warnings.isEmpty()
        ? new TermCheck.WithinLaw(end)
        : new TermCheck.OutsideLaw(end, warnings);
  }

  private List<Reason> impossible(TermQuestion question, LocalDate today) {
    var reasons = new ArrayList<Reason>();
    if (question.term().isZero()) reasons.add(Reason.of("reason.term.zero", POSSIBLE));
    if (question.effectiveOn().isBefore(question.judgedOn())) {
      reasons.add(
          Reason.of(
              "reason.term.judged-after-effect",
              POSSIBLE,
              new Arg.Day(question.judgedOn()),
              new Arg.Day(question.effectiveOn())));
    }
    if (question.effectiveOn().isAfter(today.plusYears(1))) {
      reasons.add(
          Reason.of("reason.term.far-future", POSSIBLE, new Arg.Day(question.effectiveOn())));
    }
    if (question.firstDay().isBefore(question.judgedOn())) {
      reasons.add(
          Reason.of(
              "reason.term.starts-before-judgement",
              POSSIBLE,
              new Arg.Day(question.firstDay()),
              new Arg.Day(question.judgedOn())));
    }
    if (question.statedLastDay().filter(last -> last.isBefore(question.firstDay())).isPresent()) {
      reasons.add(
          Reason.of(
              "reason.term.ends-before-start",
              POSSIBLE,
              new Arg.Day(question.statedLastDay().orElseThrow()),
              new Arg.Day(question.firstDay())));
    }
    if (reasons.isEmpty() && isUsedUp(question)) {
      reasons.add(
          Reason.of("reason.term.used-up", POSSIBLE, new Arg.Count(question.custodyDays())));
    }
    return reasons;
  }

  private boolean isUsedUp(TermQuestion question) {
    if (question.custodyDays() < 0) return true;
    LocalDate pattern = Terms.pattern(question.firstDay(), question.term());
    return !question.firstDay().plusDays(credit(question)).isBefore(pattern);
  }

  private int credit(TermQuestion question) {
    return switch (question.category()) {
      case PUBLIC_SURVEILLANCE ->
          Math.multiplyExact(question.custodyDays(), rule.number("custodyFactor"));
      case SUSPENDED_SENTENCE, PAROLE, TEMPORARY_EXECUTION -> 0;
    };
  }

  private List<Reason> limits(TermQuestion question) {
    return switch (question.category()) {
      case PUBLIC_SURVEILLANCE ->
          between(
              question,
              TermLength.ofMonths(rule.number("surveillanceMinMonths")),
              TermLength.ofYears(rule.number("surveillanceMaxYears")));
      case SUSPENDED_SENTENCE -> suspended(question);
      case PAROLE -> parole(question);
      case TEMPORARY_EXECUTION -> List.of();
    };
  }

  private List<Reason> suspended(TermQuestion question) {
    return switch (question.penalty()) {
      case CRIMINAL_DETENTION ->
          suspended(
              question,
              TermLength.ofMonths(rule.number("detentionMinMonths")),
              TermLength.ofYears(rule.number("detentionMaxYears")));
      case FIXED_TERM ->
          suspended(
              question,
              TermLength.ofYears(rule.number("fixedMinYears")),
              TermLength.ofYears(rule.number("fixedMaxYears")));
      case PUBLIC_SURVEILLANCE, LIFE -> List.of(Reason.of("reason.term.not-suspendable", T1));
    };
  }

  private static List<Reason> suspended(TermQuestion question, TermLength least, TermLength most) {
    var reasons = new ArrayList<Reason>(between(question, least, most));
    Optional<TermLength> sentence = question.sentence().filter(length -> !length.isZero());
    if (sentence.isEmpty()) {
      reasons.add(Reason.of("reason.term.no-sentence", T1));
    } else if (isShorter(question.firstDay(), question.term(), sentence.get())) {
      reasons.add(
          Reason.of(
              "reason.term.below-sentence",
              T1,
              new Arg.Length(question.term()),
              new Arg.Length(sentence.get())));
    }
    return reasons;
  }

  private List<Reason> parole(TermQuestion question) {
    Optional<TermLength> due =
        switch (question.penalty()) {
          case LIFE -> Optional.of(TermLength.ofYears(rule.number("lifeYears")));
          case FIXED_TERM -> question.sentence().filter(length -> !length.isZero());
          case PUBLIC_SURVEILLANCE, CRIMINAL_DETENTION -> Optional.empty();
        };
    if (due.isEmpty()) return List.of(Reason.of("reason.term.no-remainder", T1));
    LocalDate first = question.firstDay();
    if (Terms.pattern(first, due.get()).equals(Terms.pattern(first, question.term()))) {
      return List.of();
    }
    return List.of(
        Reason.of(
            "reason.term.not-remainder",
            T1,
            new Arg.Length(question.term()),
            new Arg.Length(due.get())));
  }

  private static List<Reason> between(TermQuestion question, TermLength least, TermLength most) {
    LocalDate first = question.firstDay();
    TermLength term = question.term();
    if (!isShorter(first, term, least) && !isShorter(first, most, term)) return List.of();
    return List.of(
        Reason.of(
            "reason.term.out-of-range",
            T1,
            new Arg.Length(term),
            new Arg.Length(least),
            new Arg.Length(most)));
  }

  private static boolean isShorter(LocalDate first, TermLength one, TermLength other) {
    return Terms.pattern(first, one).isBefore(Terms.pattern(first, other));
  }
}
