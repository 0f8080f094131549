package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    List<String> papers) {
  public PerformAct {
    documents = List.copyOf(documents);
    papers = List.copyOf(papers);
  }

  /** An act of this moment that opens a procedure. */
  public static PerformAct opening(
      CaseId caseId, String procedure, String type, Facts facts, Actor by) {
    return new PerformAct(
        caseId, procedure, null, type, facts, List.of(), by, null, null, null, null, null,
        List.of());
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
        papers);
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
        papers);
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
        papers);
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
        papers);
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
        papers);
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
        papers);
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
        kinds);
  }

  List<String> documentKinds() {
    return Stream.concat(documents.stream().map(Upload::kind), papers.stream()).toList();
  }
}
