package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.documents.Recordings;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Actor;

/**
 * The command to do something official.
 *
 * @param instance the run of the procedure it belongs to; {@code null} opens a new one
 * @param occurredAt when it happened; {@code null} means now
 * @param effectiveOn the legal day from which it counts; {@code null} means the day it happened
 * @param corrects the act it puts right
 * @param overrideReason why a rule that only warns is not followed
 * @param papers documents that the platform writes from the facts, by kind
 * @param recordings of a talk, which were brought in before by the account that acts
 * @param restsOn the run of another procedure that carries it, such as the alarm of an admonition
 */
public record PerformAct(
    CaseId caseId,
    String procedure,
    @Nullable UUID instance,
    String type,
    Facts facts,
    List<Upload> documents,
    Actor by,
    @Nullable Instant occurredAt,
    @Nullable LocalDate effectiveOn,
    @Nullable ActId corrects,
    @Nullable String overrideReason,
    @Nullable UUID restsOn,
    List<String> papers,
    List<UUID> recordings) {
  public PerformAct {
    documents = List.copyOf(documents);
    papers = List.copyOf(papers);
    recordings = List.copyOf(recordings);
  }

  /** An act of this moment that opens a procedure. */
  public static PerformAct opening(
      CaseId caseId, String procedure, String type, Facts facts, Actor by) {
    return new PerformAct(
        caseId, procedure, null, type, facts, List.of(), by, null, null, null, null, null,
        List.of(), List.of());
  }

  /** An act of this moment in a procedure that runs. */
  public static PerformAct in(Running running, String type, Facts facts, Actor by) {
    return new PerformAct(
        running.caseId(),
        running.procedure(),
        running.id(),
        type,
        facts,
        List.of(),
        by,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  /** The same command with something else in one place. */
  private static final class Copy {
    private final PerformAct of;
    private Facts facts;
    private List<Upload> documents;
    private @Nullable Instant occurredAt;
    private @Nullable ActId corrects;
    private @Nullable String overrideReason;
    private @Nullable UUID restsOn;
    private List<String> papers;
    private List<UUID> recordings;

    private Copy(PerformAct of) {
      this.of = of;
      this.facts = of.facts;
      this.documents = of.documents;
      this.occurredAt = of.occurredAt;
      this.corrects = of.corrects;
      this.overrideReason = of.overrideReason;
      this.restsOn = of.restsOn;
      this.papers = of.papers;
      this.recordings = of.recordings;
    }

    private PerformAct made() {
      return new PerformAct(
          of.caseId,
          of.procedure,
          of.instance,
          of.type,
          facts,
          documents,
          of.by,
          occurredAt,
          of.effectiveOn,
          corrects,
          overrideReason,
          restsOn,
          papers,
          recordings);
    }
  }

  private PerformAct but(Consumer<Copy> change) {
    var copy = new Copy(this);
    change.accept(copy);
    return copy.made();
  }

  public PerformAct withDocuments(List<Upload> uploads) {
    return but(copy -> copy.documents = uploads);
  }

  /** With recordings that wait: {@code RecordingIntake} took them. */
  public PerformAct withRecordings(List<UUID> waiting) {
    return but(copy -> copy.recordings = waiting);
  }

  public PerformAct occurring(Instant at) {
    return but(copy -> copy.occurredAt = at);
  }

  public PerformAct overriding(@Nullable String reason) {
    return but(copy -> copy.overrideReason = reason);
  }

  public PerformAct restingOn(UUID other) {
    return but(copy -> copy.restsOn = other);
  }

  public PerformAct correcting(ActId wrong) {
    return but(copy -> copy.corrects = wrong);
  }

  PerformAct with(Facts more) {
    return but(copy -> copy.facts = facts.with(more));
  }

  /** With documents that the platform itself writes from the facts. */
  PerformAct writing(List<String> kinds) {
    return but(copy -> copy.papers = kinds);
  }

  List<String> documentKinds() {
    return Stream.of(
            documents.stream().map(Upload::kind),
            recordings.stream().map(_ -> Recordings.KIND),
            papers.stream())
        .flatMap(kinds -> kinds)
        .toList();
  }
}
