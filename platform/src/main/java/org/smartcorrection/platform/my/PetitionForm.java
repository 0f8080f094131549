package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Papers;
import org.smartcorrection.platform.casework.TypedFacts;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Fact;
import org.smartcorrection.procedure.act.FactSpec;

/** The form of one act of the person's, as its definition has it, on a phone or at the counter. */
record PetitionForm(String procedure, Act act) {
  private static final int LONGEST = 2000;

  /** The order in which people expect to be asked; what is not named here comes last. */
  private static final List<String> ORDER =
      List.of(
          "changeKind",
          "need",
          "changedOn",
          "places",
          "destination",
          "place",
          "orderNumber",
          "newResidence",
          "newAgency",
          "contactWith",
          "contactKind",
          "regions",
          "frequency",
          "travelFrom",
          "months",
          "movesOn",
          "tripFrom",
          "tripUntil",
          "contactFrom",
          "contactUntil",
          "enterFrom",
          "enterUntil",
          "travelCause",
          "relocationCause",
          "contactPurpose",
          "entryPurpose",
          "statement",
          "reason");

  /**
   * A field.
   *
   * @param kind the type of the fact, or {@code SEVERAL} for a list of which several may be chosen
   */
  record Field(String name, String kind, boolean optional, List<Option> options) {}

  /** The fields; a list that the installation does not keep is not asked for. */
  List<Field> fields(List<Option> regions) {
    return asked().stream()
        .map(fact -> field(fact.getKey(), fact.getValue(), regions))
        .filter(field -> !TypedFacts.several(field.name()) || !field.options().isEmpty())
        .toList();
  }

  /** What has to be handed in, and whatever else the person wants to add. */
  List<String> papers() {
    var kinds = new ArrayList<String>();
    act.documents().stream().filter(kind -> !Papers.writes(kind)).sorted().forEach(kinds::add);
    kinds.add("attachment");
    return kinds;
  }

  List<Upload> uploads(HttpServletRequest request, FormReader reader) {
    return Handed.read(request, papers(), reader);
  }

  Facts read(FormReader reader) {
    return TypedFacts.read(asked(), reader, _ -> LONGEST);
  }

  private List<Map.Entry<String, FactSpec>> asked() {
    return TypedFacts.asked(procedure, act, PetitionForm::place);
  }

  private static int place(String name) {
    int at = ORDER.indexOf(name);
    return at < 0 ? ORDER.size() : at;
  }

  private static Field field(String name, FactSpec spec, List<Option> regions) {
    if (TypedFacts.several(name)) return new Field(name, "SEVERAL", true, regions);
    List<Option> options =
        spec.type() == Fact.Type.FLAG
            ? List.of(
                new Option("true", Text.of("casework.yes")),
                new Option("false", Text.of("casework.no")))
            : spec.of().stream()
                .map(value -> new Option(value, Text.of("choice." + value)))
                .toList();
    return new Field(name, spec.type().name(), spec.optional(), options);
  }
}
