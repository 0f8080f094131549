package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

  public PerformAct withDocuments(List<Upload> uploads) {
    return new PerformAct(
        caseId,
        procedure,
        instance,
        type,
        facts,
        uploads,
        by,
        occurredAt,
        effectiveOn,
        corrects,
        overrideReason,
        restsOn,
        papers,
        recordings);
  }

  /** With recordings that wait: {@code RecordingIntake} took them. */
  public PerformAct withRecordings(List<UUID> waiting) {
    return new PerformAct(
        caseId,
        procedure,
        instance,
        type,
        facts,
        documents,
        by,
        occurredAt,
        effectiveOn,
        corrects,
        overrideReason,
        restsOn,
        papers,
        waiting);
  }

  public PerformAct occurring(Instant at) {
    return new PerformAct(
        caseId,
        procedure,
        instance,
        type,
        facts,
        documents,
        by,
        at,
        effectiveOn,
        corrects,
        overrideReason,
        restsOn,
        papers,
        recordings);
  }

  public PerformAct overriding(@Nullable String reason) {
    return new PerformAct(
        caseId,
        procedure,
        instance,
        type,
        facts,
        documents,
        by,
        occurredAt,
        effectiveOn,
        corrects,
        reason,
        restsOn,
        papers,
        recordings);
  }

  public PerformAct restingOn(UUID other) {
    return new PerformAct(
        caseId,
        procedure,
        instance,
        type,
        facts,
        documents,
        by,
        occurredAt,
        effectiveOn,
        corrects,
        overrideReason,
        other,
        papers,
        recordings);
  }

  public PerformAct correcting(ActId wrong) {
    return new PerformAct(
        caseId,
        procedure,
        instance,
        type,
        facts,
        documents,
        by,
        occurredAt,
        effectiveOn,
        wrong,
        overrideReason,
        restsOn,
        papers,
        recordings);
  }

  PerformAct with(Facts more) {
    return new PerformAct(
        caseId,
        procedure,
        instance,
        type,
        facts.with(more),
        documents,
        by,
        occurredAt,
        effectiveOn,
        corrects,
        overrideReason,
        restsOn,
        papers,
        recordings);
  }

  /** With documents that the platform itself writes from the facts. */
  PerformAct writing(List<String> kinds) {
    return new PerformAct(
        caseId,
        procedure,
        instance,
        type,
        facts,
        documents,
        by,
        occurredAt,
        effectiveOn,
        corrects,
        overrideReason,
        restsOn,
        kinds,
        recordings);
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
