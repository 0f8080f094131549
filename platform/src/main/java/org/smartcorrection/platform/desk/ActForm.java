package org.smartcorrection.platform.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Known;
import org.smartcorrection.platform.casework.KnownFacts;
import org.smartcorrection.platform.casework.Papers;
import org.smartcorrection.platform.casework.Suggestions;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.procedure.TermLength;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Fact;
import org.smartcorrection.procedure.act.FactSpec;

/**
 * The form of an act, as its definition has it: one field a fact, one upload a document. What the
 * platform knows is not asked for.
 */
public final class ActForm {
  private static final int LONGEST_WORDS = 4000;
  private static final int LONGEST_LINE = 200;
  private static final int MOST = 100_000;

  private final String procedure;
  private final Act act;

  ActForm(String procedure, Act act) {
    this.procedure = procedure;
    this.act = act;
  }

  /**
   * An upload of the form.
   *
   * @param written whether the platform writes the paper itself when nobody hands one in
   */
  public record Paper(String kind, boolean written) {
    public String field() {
      return "document-" + kind;
    }
  }

  /** The fields; one that is filled in from the record says where from. */
  List<ActField> fields(Map<String, List<Option>> lists, List<Known> known) {
    return asked().stream()
        .map(
            fact ->
                known.stream()
                    .filter(found -> found.fact().equals(fact.getKey()))
                    .findFirst()
                    .map(found -> ActField.known(fact.getKey(), fact.getValue(), found, lists))
                    .orElseGet(() -> ActField.of(fact.getKey(), fact.getValue(), lists)))
        .filter(field -> !field.kind().equals(ActField.Kind.CHECKS) || !field.options().isEmpty())
        .toList();
  }

  List<Paper> papers() {
    var papers = new ArrayList<Paper>();
    act.documents().stream()
        .sorted()
        .forEach(kind -> papers.add(new Paper(kind, Papers.writes(kind))));
    // two of the five grounds are earlier decisions (CCL 29): the guard asks for the paper then
    if (act.guards().contains("positioning-ground"))
      papers.add(new Paper("earlier-decision", true));
    papers.add(new Paper("attachment", true));
    return papers;
  }

  /** What is proposed before anybody types: what an earlier act of this run stated. */
  Form proposed(Facts running, List<Known> known) {
    var form = Form.empty();
    for (Known fact : known) form = filled(form, fact.fact(), fact.value());
    for (Map.Entry<String, FactSpec> fact : asked())
      if (running.values().get(fact.getKey()) instanceof Fact.Count(var value))
        form = form.with(fact.getKey(), Integer.toString(value));
    return form;
  }

  private static Form filled(Form form, String name, Fact value) {
    return switch (value) {
      case Fact.Text(var words) when ActField.several(name) ->
          form.with(name, words.split(Suggestions.SEPARATOR, -1));
      case Fact.Day _, Fact.Count _, Fact.Choice _, Fact.Text _, Fact.Flag _ ->
          form.with(name, Facts.plain(value));
      case Fact.Length(var length) ->
          form.with(name + "-years", Integer.toString(length.years()))
              .with(name + "-months", Integer.toString(length.months()))
              .with(name + "-days", Integer.toString(length.days()));
      case Fact.Moment _, Fact.Ranges _ -> form;
    };
  }

  /** Reads what was typed; errors gather in the reader. */
  Facts read(FormReader reader) {
    var facts = Facts.NONE;
    for (Map.Entry<String, FactSpec> fact : asked())
      facts = read(fact.getKey(), fact.getValue(), reader, facts);
    return facts;
  }

  private List<Map.Entry<String, FactSpec>> asked() {
    return act.facts().entrySet().stream()
        .filter(fact -> !KnownFacts.known(procedure, act.type(), fact.getKey()))
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, FactSpec> fact) -> ActField.place(fact.getKey()))
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  /** Whether a fact is missing is the law's to say; here only what cannot be read is wrong. */
  private static Facts read(String name, FactSpec spec, FormReader reader, Facts facts) {
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
            ActField.several(name)
                ? String.join(Suggestions.SEPARATOR, reader.form().values(name))
                : reader.textIfAny(name, longest(name));
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

  private static int longest(String name) {
    return name.equals("destination") || name.equals("language") ? LONGEST_LINE : LONGEST_WORDS;
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
