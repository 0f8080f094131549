package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.FactWords;
import org.smartcorrection.platform.casework.Known;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Prefill;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.committee.Secrecy;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;

/** What the record knows already of an act's facts, and where from: shown, and not asked again. */
@Component
class KnownRows {
  private final Prefill prefill;
  private final FactWords facts;

  KnownRows(Prefill prefill, FactWords facts) {
    this.prefill = prefill;
    this.facts = facts;
  }

  /** What is filled in and can be changed: with a reason, or freely. */
  List<Known> open(
      OpenedCase opened, @Nullable Running run, org.smartcorrection.procedure.act.Act act) {
    return prefill.of(opened.in(), run, act);
  }

  /** What is known for certain. */
  List<KnownRow> firm(
      OpenedCase opened,
      @Nullable Running run,
      org.smartcorrection.procedure.act.Act act,
      PerformAct asked,
      Locale locale) {
    return prefill.firm(opened.in(), run, act, asked).stream()
        .filter(known -> Secrecy.tellsBefore(act.type(), known.fact()))
        .map(known -> row(known, locale))
        .filter(row -> !row.value().isBlank())
        .toList();
  }

  private KnownRow row(Known known, Locale locale) {
    @Nullable Act source = known.source();
    return new KnownRow(
        Text.of("fact." + known.fact()),
        facts.of(known.fact(), known.value(), locale),
        source(known),
        source == null ? null : "/console/acts/" + source.id() + "/proof");
  }

  /** Where a value comes from, in words. */
  static Text source(Known known) {
    @Nullable Act source = known.source();
    if (source != null)
      return Text.of("desk.known.act", Text.of("act." + source.type()), source.number());
    return switch (known.fact()) {
      case "sex", "minor", "bornOn" -> Text.of("desk.known.register");
      case "warnings", "admonitions", "earlier", "checksToday", "checksThisWeek" ->
          Text.of("desk.known.counted");
      case String _ -> Text.of("desk.known.run");
    };
  }
}
