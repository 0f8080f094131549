package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Hosts;
import org.smartcorrection.platform.casework.Known;
import org.smartcorrection.platform.casework.TypedFacts;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.act.Fact;
import org.smartcorrection.procedure.act.FactSpec;

/**
 * A field of an act's form.
 *
 * @param kind how it is drawn
 * @param hint when it is needed, or {@code null}
 * @param options of a choice
 */
record ActField(String name, Kind kind, @Nullable Text hint, List<Option> options) {
  /** The order in which people expect to be asked; what is not named here follows by name. */
  private static final List<String> ORDER =
      List.of(
          "category",
          "complete",
          "missing",
          "servedOn",
          "reportedOn",
          "identityVerified",
          "office",
          "membersInGroup",
          "womenInGroup",
          "minorsExpertInGroup",
          "everyDays",
          "level",
          "ground",
          "statement",
          "months",
          "extendedFrom",
          "deviceKind",
          "termTold",
          "rulesTold",
          "consequencesTold",
          "alarmKind",
          "detectedAt",
          "contactAttempts",
          "evidenceShown",
          "language",
          "interpreterNeeded",
          "interpreterPresent",
          "guardianPresent",
          "spoke",
          "account",
          "readBack",
          "signed",
          "stillUnreachable",
          "breach",
          "daysLate",
          "firstDay",
          "lastDay",
          "destination",
          "places",
          "regions",
          "cause",
          "returnedOn",
          "way",
          "changes",
          "adopted",
          "upheld",
          "reply",
          "termination",
          "termEndsOn",
          "reason");

  /** How a field is drawn. */
  enum Kind {
    DAY,
    MOMENT,
    NUMBER,
    LINE,
    WORDS,
    YES_NO,
    RADIOS,
    DROPDOWN,
    CHECKS,
    LENGTH
  }

  static int place(String name) {
    int place = ORDER.indexOf(name);
    return place < 0 ? ORDER.size() : place;
  }

  /**
   * A field.
   *
   * @param lists the values of facts in words that come from a list, by fact
   */
  static ActField of(String name, FactSpec spec, Map<String, List<Option>> lists) {
    if (name.equals("office") || name.equals(Hosts.FACT))
      return new ActField(name, Kind.DROPDOWN, null, lists.getOrDefault(name, List.of()));
    if (TypedFacts.several(name))
      return new ActField(name, Kind.CHECKS, hint(spec), lists.getOrDefault(name, List.of()));
    return new ActField(name, kind(name, spec), hint(spec), options(spec));
  }

  /** A field that the record has filled in; a text of one line stays one. */
  static ActField known(String name, FactSpec spec, Known known, Map<String, List<Option>> lists) {
    String strength =
        known.strength() == Known.Strength.REASONED ? "desk.known.reasoned" : "desk.known.proposed";
    Text hint = Text.of(strength, KnownRows.source(known));
    if (TypedFacts.several(name))
      return new ActField(name, Kind.CHECKS, hint, lists.getOrDefault(name, List.of()));
    Kind kind = spec.type() == Fact.Type.TEXT ? Kind.LINE : kind(name, spec);
    return new ActField(name, kind, hint, options(spec));
  }

  private static Kind kind(String name, FactSpec spec) {
    return switch (spec.type()) {
      case DAY -> Kind.DAY;
      case MOMENT -> Kind.MOMENT;
      case COUNT -> Kind.NUMBER;
      case TEXT ->
          switch (name) {
            case "destination", "language", "courtNumber" -> Kind.LINE;
            case String _ -> Kind.WORDS;
          };
      case FLAG -> Kind.YES_NO;
      case CHOICE -> spec.of().size() > 5 ? Kind.DROPDOWN : Kind.RADIOS;
      case LENGTH -> Kind.LENGTH;
      case RANGES -> throw new IllegalArgumentException(name + " is known and never asked for");
    };
  }

  private static List<Option> options(FactSpec spec) {
    if (spec.type() == Fact.Type.FLAG)
      return List.of(
          new Option("true", Text.of("casework.yes")), new Option("false", Text.of("casework.no")));
    return spec.of().stream().map(value -> new Option(value, Text.of("choice." + value))).toList();
  }

  private static @Nullable Text hint(FactSpec spec) {
    if (spec.optional()) return Text.of("desk.form.optional");
    return spec.when()
        .map(
            when ->
                Text.of(
                    "desk.form.only-when",
                    Text.of("fact." + when.fact()),
                    Texts.list(when.in().stream().sorted().map(ActField::said).toList())))
        .orElse(null);
  }

  private static Text said(String value) {
    return switch (value) {
      case "true" -> Text.of("casework.yes");
      case "false" -> Text.of("casework.no");
      case String choice -> Text.of("choice." + choice);
    };
  }
}
