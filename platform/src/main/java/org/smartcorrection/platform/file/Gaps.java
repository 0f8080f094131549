package org.smartcorrection.platform.file;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Matrix;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Copies;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.desk.Basis;
import org.smartcorrection.platform.desk.Discretion;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.evidence.SealPapers;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.DocumentId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.stereotype.Component;

/** What is missing from the file of a case, with its articles and the way to where it is mended. */
@Component
class Gaps {
  private final Instances instances;
  private final Deadlines deadlines;
  private final Copies copies;
  private final Receipts receipts;
  private final SealPapers seals;
  private final Agencies agencies;
  private final Law law;
  private final Matrix matrix;
  private final Clock clock;

  Gaps(
      Instances instances,
      Deadlines deadlines,
      Copies copies,
      Receipts receipts,
      SealPapers seals,
      Agencies agencies,
      Law law,
      Matrix matrix,
      Clock clock) {
    this.instances = instances;
    this.deadlines = deadlines;
    this.copies = copies;
    this.receipts = receipts;
    this.seals = seals;
    this.agencies = agencies;
    this.law = law;
    this.matrix = matrix;
    this.clock = clock;
  }

  /**
   * A gap as a page shows it.
   *
   * @param href where it is mended, or {@code null} where this reader can mend nothing
   */
  record Row(Gap gap, Basis basis, @Nullable String href) {}

  List<Row> of(Case in, List<Filed> everything, Actor actor, Locale locale) {
    return Completeness.of(dossier(in, everything), clock.instant()).stream()
        .map(
            gap ->
                new Row(gap, Basis.of(gap.rule(), law, locale), href(in.id(), gap.mend(), actor)))
        .toList();
  }

  private Dossier dossier(Case in, List<Filed> everything) {
    List<Act> acts = everything.stream().map(Filed::act).toList();
    return new Dossier(
        instances.ofCase(in.id()).stream()
            .filter(Discretion::shows)
            .map(
                run ->
                    new Dossier.Run(
                        run.id(),
                        law.definition(run.procedure(), run.instance().version()),
                        run.state()))
            .toList(),
        everything,
        deadlines.ofCase(in.id()).stream().filter(Discretion::shows).toList(),
        copies.ofCase(in.id()),
        unsealed(everything),
        changed(in.id(), acts));
  }

  private Set<DocumentId> unsealed(List<Filed> everything) {
    return everything.stream()
        .flatMap(
            filed ->
                filed.documents().stream()
                    .filter(document -> document.written() && document.number() != null)
                    .filter(
                        document ->
                            seals
                                .sealedBy(document, agencies.get(filed.act().agency()).code())
                                .isEmpty()))
        .map(Document::id)
        .collect(Collectors.toSet());
  }

  private Set<Integer> changed(CaseId in, List<Act> acts) {
    Map<ActId, Receipt> all = receipts.of(in, acts);
    return acts.stream()
        .filter(act -> Objects.requireNonNull(all.get(act.id())).state() == Receipt.State.BROKEN)
        .map(Act::number)
        .collect(Collectors.toSet());
  }

  private @Nullable String href(CaseId in, Gap.Mend mend, Actor actor) {
    String page = (actor.role() == Role.PROSECUTOR ? "/oversight/cases/" : "/console/cases/") + in;
    String path =
        switch (mend) {
          case Gap.Mend.AtAct(int number) -> page + "#act-" + number;
          case Gap.Mend.ByAct(var procedure, var type, var run) ->
              page + "/acts/" + procedure + "/" + type + "?instance=" + run;
          case Gap.Mend.AtDocument(var document) -> "/documents/" + document;
          case Gap.Mend.AtCopy(var copy) -> "/console/copies/" + copy;
          case Gap.Mend.AtDeadlines() -> page + "#deadlines";
        };
    return matrix
            .line("GET", path.replaceFirst("[?#].*", ""))
            .filter(line -> line.allows(actor))
            .isPresent()
        ? path
        : null;
  }
}
