package org.smartcorrection.platform.casework;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.procedure.TermLength;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.FactSpec;

/**
 * The facts of an act as somebody types them into its form: an officer at the desk, the person on a
 * phone, a clerk at the counter. Whether one is missing is the law's to say; here only what cannot
 * be read is wrong, and such errors gather in the reader.
 */
public final class TypedFacts {
  private static final int MOST = 100_000;

  private TypedFacts() {}

  /** Whether several values of a fact are chosen from a list. */
  public static boolean several(String fact) {
    return fact.equals("regions");
  }

  /**
   * The facts that the form of an act asks for; what the platform knows is not asked for.
   *
   * @param order where a fact stands; those of one place follow by name
   */
  public static List<Map.Entry<String, FactSpec>> asked(
      String procedure, Act act, ToIntFunction<String> order) {
    return act.facts().entrySet().stream()
        .filter(fact -> !KnownFacts.known(procedure, act.type(), fact.getKey()))
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, FactSpec> fact) -> order.applyAsInt(fact.getKey()))
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  /**
   * Reads what was typed.
   *
   * @param longest how many characters the words of a fact may have
   */
  public static Facts read(
      List<Map.Entry<String, FactSpec>> asked, FormReader reader, ToIntFunction<String> longest) {
    var facts = Facts.NONE;
    for (Map.Entry<String, FactSpec> fact : asked)
      facts =
          read(fact.getKey(), fact.getValue(), reader, longest.applyAsInt(fact.getKey()), facts);
    return facts;
  }

  private static Facts read(
      String name, FactSpec spec, FormReader reader, int longest, Facts facts) {
    String typed = reader.form().value(name).strip();
    return switch (spec.type()) {
      case DAY -> reader.dateIfAny(name).map(day -> facts.day(name, day)).orElse(facts);
      case MOMENT -> reader.instantIfAny(name).map(at -> facts.moment(name, at)).orElse(facts);
      case COUNT -> {
        OptionalLong number = reader.wholeNumberIfAny(name, 0, MOST);
        yield number.isPresent() ? facts.count(name, (int) number.getAsLong()) : facts;
      }
      case TEXT -> {
        String words =
            several(name)
                ? String.join(Suggestions.SEPARATOR, reader.form().values(name))
                : reader.textIfAny(name, longest);
        yield words.isEmpty() ? facts : facts.text(name, words);
      }
      case FLAG ->
          switch (typed) {
            case "true" -> facts.flag(name, true);
            case "false" -> facts.flag(name, false);
            case String _ -> facts;
          };
      case CHOICE -> spec.of().contains(typed) ? facts.choice(name, typed) : facts;
      case LENGTH -> length(name, reader).map(length -> facts.length(name, length)).orElse(facts);
      case RANGES -> facts;
    };
  }

  /** Years, months and days in three fields; all empty means that nothing was said. */
  public static Optional<TermLength> length(String name, FormReader reader) {
    OptionalLong years = reader.wholeNumberIfAny(name + "-years", 0, 30);
    OptionalLong months = reader.wholeNumberIfAny(name + "-months", 0, 360);
    OptionalLong days = reader.wholeNumberIfAny(name + "-days", 0, 1000);
    if (years.isEmpty() && months.isEmpty() && days.isEmpty()) return Optional.empty();
    return Optional.of(
        new TermLength((int) years.orElse(0), (int) months.orElse(0), (int) days.orElse(0)));
  }
}
