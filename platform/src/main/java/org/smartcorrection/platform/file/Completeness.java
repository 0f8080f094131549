package org.smartcorrection.platform.file;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smartcorrection.platform.casework.Copy;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.act.Act;

/**
 * Holds the file of a case against its procedures: what they require up to where each run stands,
 * and what of it is missing, incomplete or late. Pure; each finding names the rule that asks.
 */
final class Completeness {
  private final Dossier dossier;
  private final Instant now;
  private final List<Gap> gaps = new ArrayList<>();

  private Completeness(Dossier dossier, Instant now) {
    this.dossier = dossier;
    this.now = now;
  }

  /** What is missing, the gravest first. */
  static List<Gap> of(Dossier dossier, Instant now) {
    var all = new Completeness(dossier, now);
    dossier.runs().forEach(all::run);
    dossier.acts().forEach(all::papers);
    dossier.dues().forEach(due -> Lateness.of(due, dossier, now).ifPresent(all.gaps::add));
    dossier.copies().forEach(all::copy);
    return all.gaps.stream().sorted(Comparator.comparing(Gap::kind)).toList();
  }

  private void run(Dossier.Run run) {
    List<Filed> own =
        dossier.acts().stream().filter(filed -> filed.act().instance().equals(run.id())).toList();
    Set<String> recorded =
        own.stream().map(filed -> filed.act().type()).collect(Collectors.toSet());
    for (String type : EveryWay.to(run.definition(), run.state()))
      if (!recorded.contains(type))
        run.definition()
            .act(type)
            .ifPresent(
                act ->
                    gaps.add(
                        new Gap(
                            Gap.Kind.ACT_MISSING,
                            act.rules().getFirst(),
                            Text.of(
                                "file.gap.act",
                                Text.of("act." + type),
                                Text.of("procedure." + run.definition().id())),
                            null,
                            null,
                            new Gap.Mend.AtDeadlines())));
    for (Filed filed : own)
      run.definition().act(filed.act().type()).ifPresent(act -> required(filed, act));
  }

  /** What an act requires and issues has to be there, with it or with what puts it right. */
  private void required(Filed filed, Act act) {
    if (filed.act().corrects() != null) return;
    Set<String> there =
        Stream.concat(Stream.of(filed), correcting(filed.act().id()))
            .flatMap(one -> one.documents().stream())
            .map(Document::kind)
            .collect(Collectors.toSet());
    String role = filed.act().role().name();
    Stream<String> issued =
        act.effects().stream()
            .filter(effect -> effect.by().map(by -> by.name().equals(role)).orElse(true))
            .flatMap(effect -> effect.issue().stream());
    Stream.concat(act.documents().stream(), issued)
        .distinct()
        .sorted()
        .filter(kind -> !there.contains(kind))
        .forEach(
            kind ->
                gaps.add(
                    new Gap(
                        Gap.Kind.DOCUMENT_MISSING,
                        act.rules().getFirst(),
                        Text.of(
                            "file.gap.document",
                            Text.of("document." + kind),
                            Text.of("act." + act.type())),
                        filed.act().number(),
                        null,
                        new Gap.Mend.AtAct(filed.act().number()))));
  }

  private Stream<Filed> correcting(ActId id) {
    return dossier.acts().stream()
        .filter(later -> id.equals(later.act().corrects()))
        .flatMap(later -> Stream.concat(Stream.of(later), correcting(later.act().id())));
  }

  private void papers(Filed filed) {
    String rule = rule(filed.act());
    int number = filed.act().number();
    if (dossier.changed().contains(number))
      gaps.add(
          new Gap(
              Gap.Kind.CHANGED,
              rule,
              Text.of("file.gap.changed", Text.of("act." + filed.act().type())),
              number,
              null,
              new Gap.Mend.AtAct(number)));
    for (Document document : filed.documents()) {
      if (!document.written()) continue;
      if (document.number() == null) gaps.add(paper(Gap.Kind.UNNUMBERED, rule, filed, document));
      else if (dossier.unsealed().contains(document.id()))
        gaps.add(paper(Gap.Kind.UNSEALED, rule, filed, document));
    }
  }

  private static Gap paper(Gap.Kind kind, String rule, Filed filed, Document document) {
    String number = document.number() == null ? "" : document.number();
    return new Gap(
        kind,
        rule,
        Text.of("file.gap.paper", Text.of("document." + document.kind()), Text.literal(number)),
        filed.act().number(),
        null,
        new Gap.Mend.AtDocument(document.id()));
  }

  /** The chief rule of a recorded act; the duty to keep a file where its procedure is unknown. */
  private String rule(org.smartcorrection.platform.casework.Act act) {
    return dossier
        .run(act.instance())
        .map(Dossier.Run::definition)
        .flatMap(definition -> definition.act(act.type()))
        .map(defined -> defined.rules().getFirst())
        .orElse("L13");
  }

  private void copy(Copy copy) {
    Copy.Sent sent = copy.sent();
    if (sent == null) {
      if (copy.late(now)) gaps.add(copy(Gap.Kind.COPY_NOT_SENT, copy, copy.day()));
    } else if (sent.receivedOn() == null) {
      gaps.add(copy(Gap.Kind.COPY_NOT_RECEIVED, copy, sent.on()));
    }
  }

  private static Gap copy(Gap.Kind kind, Copy copy, LocalDate day) {
    return new Gap(
        kind,
        copy.rule(),
        Text.of(
            "file.gap.copy", Text.of("act." + copy.type()), Text.of("choice." + copy.addressee())),
        copy.number(),
        day,
        new Gap.Mend.AtCopy(copy.id()));
  }
}
