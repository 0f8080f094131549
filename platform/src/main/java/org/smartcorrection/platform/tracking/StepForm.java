package org.smartcorrection.platform.tracking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.KnownFacts;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Fact;
import org.smartcorrection.procedure.act.FactSpec;

/** One step's form, made from the definition of its act: what is known already is not asked. */
record StepForm(String type, List<Field> fields) {
  private static final int LONGEST = 4000;

  private static final Set<String> LINES = Set.of("language", "dispatchedWho", "dispatchedWhere");

  /** The order in which an officer asks; what is not named here follows by name. */
  private static final List<String> ORDER =
      List.of(
          "evidenceShown",
          "language",
          "interpreterNeeded",
          "interpreterPresent",
          "guardianPresent",
          "spoke",
          "account",
          "readBack",
          "signed",
          "callOutcome",
          "callSaid",
          "dispatchedWho",
          "dispatchedWhere",
          "dispatchOutcome",
          "foundThere",
          "contactAttempts",
          "breach",
          "daysLate",
          "statement",
          "reason",
          "stillUnreachable");

  /** How a field is drawn. */
  enum Kind {
    NUMBER,
    LINE,
    WORDS,
    CHOICE
  }

  /**
   * @param options of a choice; of a flag yes and no
   */
  record Field(String name, Kind kind, @Nullable Text hint, List<Option> options) {}

  StepForm {
    fields = List.copyOf(fields);
  }

  static StepForm of(String procedure, Act act) {
    return new StepForm(
        act.type(),
        asked(procedure, act).stream().map(fact -> field(fact.getKey(), fact.getValue())).toList());
  }

  /** Reads what was typed. Whether something is missing is the law's to say. */
  static Facts read(String procedure, Act act, FormReader reader) {
    var facts = Facts.NONE;
    for (Map.Entry<String, FactSpec> fact : asked(procedure, act))
      facts = read(fact.getKey(), fact.getValue(), reader, facts);
    return facts;
  }

  private static List<Map.Entry<String, FactSpec>> asked(String procedure, Act act) {
    return act.facts().entrySet().stream()
        .filter(fact -> !KnownFacts.known(procedure, act.type(), fact.getKey()))
        .sorted(
            Comparator.comparingInt((Map.Entry<String, FactSpec> fact) -> place(fact.getKey()))
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  private static int place(String name) {
    int place = ORDER.indexOf(name);
    return place < 0 ? ORDER.size() : place;
  }

  private static Field field(String name, FactSpec spec) {
    return new Field(name, kind(name, spec), hint(spec), options(spec));
  }

  private static Kind kind(String name, FactSpec spec) {
    return switch (spec.type()) {
      case COUNT -> Kind.NUMBER;
      case TEXT -> LINES.contains(name) ? Kind.LINE : Kind.WORDS;
      case FLAG, CHOICE -> Kind.CHOICE;
      case DAY, MOMENT, LENGTH, RANGES ->
          throw new IllegalStateException("no step of an alarm asks for " + name);
    };
  }

  private static @Nullable Text hint(FactSpec spec) {
    if (spec.optional()) return Text.of("tracking.step.optional");
    return spec.when()
        .map(when -> Text.of("tracking.step.only-when", Text.of("fact." + when.fact())))
        .orElse(null);
  }

  private static List<Option> options(FactSpec spec) {
    if (spec.type() == Fact.Type.FLAG)
      return List.of(
          new Option("true", Text.of("casework.yes")), new Option("false", Text.of("casework.no")));
    return spec.of().stream().map(value -> new Option(value, Text.of("choice." + value))).toList();
  }

  private static Facts read(String name, FactSpec spec, FormReader reader, Facts facts) {
    String typed = reader.form().value(name).strip();
    return switch (spec.type()) {
      case COUNT -> {
        var number = reader.wholeNumberIfAny(name, 0, 10_000);
        yield number.isPresent() ? facts.count(name, (int) number.getAsLong()) : facts;
      }
      case TEXT -> {
        String words = reader.textIfAny(name, LONGEST);
        yield words.isEmpty() ? facts : facts.text(name, words);
      }
      case FLAG ->
          typed.equals("true") || typed.equals("false")
              ? facts.flag(name, typed.equals("true"))
              : facts;
      case CHOICE -> spec.of().contains(typed) ? facts.choice(name, typed) : facts;
      case DAY, MOMENT, LENGTH, RANGES -> facts;
    };
  }
}
