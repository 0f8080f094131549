package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.FactWords;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.committee.Secrecy;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.ActingFor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The official acts of a case in words, the newest first. */
@Component
class Timeline {
  static final int SIZE = 30;

  private final Acts acts;
  private final Secrecy secrecy;
  private final Receipts receipts;
  private final Documents documents;
  private final Agencies agencies;
  private final ActingFor actingFor;
  private final FactWords facts;
  private final MessageSource messages;

  Timeline(
      Acts acts,
      Secrecy secrecy,
      Receipts receipts,
      Documents documents,
      Agencies agencies,
      ActingFor actingFor,
      FactWords facts,
      MessageSource messages) {
    this.secrecy = secrecy;
    this.acts = acts;
    this.receipts = receipts;
    this.documents = documents;
    this.agencies = agencies;
    this.actingFor = actingFor;
    this.facts = facts;
    this.messages = messages;
  }

  /**
   * A piece of the timeline.
   *
   * @param next the number to go on from, or {@code null} at the end
   */
  record Piece(List<ActRow> rows, @Nullable Integer next) {}

  Piece of(CaseId caseId, int before, Locale locale) {
    List<Act> fetched = acts.ofCase(caseId, before, SIZE);
    List<ActRow> rows = rows(caseId, fetched, locale);
    boolean more = fetched.size() == SIZE && fetched.getLast().number() > 1;
    return new Piece(rows, more ? fetched.getLast().number() : null);
  }

  /** The acts of one run alone, the oldest first. */
  List<ActRow> ofRun(Running run, Locale locale) {
    return rows(run.caseId(), acts.ofInstance(run.id()), locale);
  }

  private List<ActRow> rows(CaseId caseId, List<Act> all, Locale locale) {
    List<Act> shown =
        secrecy.shown(all.stream().filter(Discretion::shows).toList(), Present.actor());
    Map<ActId, Receipt> known = receipts.of(caseId, shown);
    Map<UUID, ActingFor.Names> substitutes =
        actingFor.of(
            shown.stream()
                .flatMap(act -> Stream.ofNullable(act.substitution()))
                .distinct()
                .toList());
    Map<ActId, List<Document>> papers = documents.ofActs(shown.stream().map(Act::id).toList());
    return shown.stream()
        .map(
            act ->
                row(
                    act,
                    papers.getOrDefault(act.id(), List.of()),
                    Objects.requireNonNull(known.get(act.id())),
                    substitutes,
                    locale))
        .toList();
  }

  private ActRow row(
      Act act,
      List<Document> papers,
      Receipt receipt,
      Map<UUID, ActingFor.Names> substitutes,
      Locale locale) {
    String agency = agencies.get(act.agency()).name(locale);
    String role = messages.getMessage("role." + act.role().name(), null, locale);
    return new ActRow(
        act,
        messages.getMessage("act." + act.type(), null, locale),
        agency + " · " + role + substituting(act, substitutes, locale),
        stated(act, locale),
        papers,
        receipt);
  }

  /** What an act states, and for an act of the system what brought it. */
  private List<Line> stated(Act act, Locale locale) {
    List<Line> facts = facts(act, locale);
    if (act.role() != Role.SYSTEM || act.restsOn() == null) return facts;
    Optional<Act> cause =
        acts.ofInstance(act.restsOn()).stream()
            .filter(other -> other.number() < act.number() && other.role() != Role.SYSTEM)
            .reduce((_, later) -> later);
    return Stream.concat(
            cause.stream()
                .map(
                    ruling ->
                        new Line(
                            Text.of("desk.act.follows"),
                            Text.of(
                                "desk.act.follows.from",
                                Text.of("act." + ruling.type()),
                                ruling.number()))),
            facts.stream())
        .toList();
  }

  /** Who acted in whose place. */
  private String substituting(Act act, Map<UUID, ActingFor.Names> substitutes, Locale locale) {
    ActingFor.@Nullable Names names =
        act.substitution() == null ? null : substitutes.get(act.substitution());
    if (names == null) return "";
    Object[] words = {names.substitute(locale), names.post(locale), names.absent(locale)};
    return " · " + messages.getMessage("desk.act.substitute", words, locale);
  }

  /** What an act states, fact by fact. */
  List<Line> facts(Act act, Locale locale) {
    return act.facts().values().entrySet().stream()
        .filter(fact -> !fact.getKey().equals("entrusted"))
        .map(
            fact ->
                new Line(
                    Text.of("fact." + fact.getKey()),
                    Text.literal(facts.of(fact.getKey(), fact.getValue(), locale))))
        .filter(line -> !line.detail().equals(Text.literal("")))
        .toList();
  }
}
