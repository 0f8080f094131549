package org.smartcorrection.platform.oversight;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.FactWords;
import org.smartcorrection.platform.evidence.DestroyedKeys;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.ActingFor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;

/** Writes acts of one case out with their receipts. */
@Component
class ActRows {
  private final Receipts receipts;
  private final Agencies agencies;
  private final ActingFor actingFor;
  private final FactWords words;
  private final DestroyedKeys destroyed;

  ActRows(
      Receipts receipts,
      Agencies agencies,
      ActingFor actingFor,
      FactWords words,
      DestroyedKeys destroyed) {
    this.destroyed = destroyed;
    this.receipts = receipts;
    this.agencies = agencies;
    this.actingFor = actingFor;
    this.words = words;
  }

  List<ActRow> of(CaseId caseId, List<Act> acts, Locale locale) {
    Map<ActId, Receipt> signed = receipts.of(caseId, acts);
    return acts.stream().map(act -> row(act, signed, locale)).toList();
  }

  private String substituting(Act act, Locale locale) {
    if (act.substitution() == null) return "";
    ActingFor.@Nullable Names names =
        actingFor.of(List.of(act.substitution())).get(act.substitution());
    return names == null ? "" : names.substitute(locale);
  }

  private ActRow row(Act act, Map<ActId, Receipt> signed, Locale locale) {
    List<Line> facts =
        act.facts().values().entrySet().stream()
            .map(
                fact ->
                    new Line(
                        Text.of("fact." + fact.getKey()),
                        Text.literal(words.of(fact.getKey(), fact.getValue(), locale))))
            .filter(line -> !line.detail().equals(Text.literal("")))
            .toList();
    Text by =
        Text.of(
            act.substitution() == null ? "oversight.by" : "oversight.by.substitute",
            Text.of("role." + act.role().name()),
            Text.literal(agencies.get(act.agency()).name(locale)),
            Text.literal(substituting(act, locale)));
    return new ActRow(
        act.number(),
        Text.of("act." + act.type()),
        act.recordedAt(),
        by,
        act.shredded() ? destroyed.of(act).stream().toList() : facts,
        act.overrideReason(),
        signed.getOrDefault(act.id(), new Receipt(Receipt.State.PENDING, -1, 0, 1)));
  }
}
