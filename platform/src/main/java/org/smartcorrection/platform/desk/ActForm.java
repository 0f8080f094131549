package org.smartcorrection.platform.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Known;
import org.smartcorrection.platform.casework.Papers;
import org.smartcorrection.platform.casework.Suggestions;
import org.smartcorrection.platform.casework.TypedFacts;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
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
      case Fact.Text(var words) when TypedFacts.several(name) ->
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
    return TypedFacts.read(asked(), reader, ActForm::longest);
  }

  private List<Map.Entry<String, FactSpec>> asked() {
    return TypedFacts.asked(procedure, act, ActField::place);
  }

  private static int longest(String name) {
    return name.equals("destination") || name.equals("language") ? LONGEST_LINE : LONGEST_WORDS;
  }
}
