package org.smartcorrection.platform.oversight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Copy;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.procedure.LegalCalendar;

/**
 * Something to ask the agency about: computed from acts and deadlines, never a judgement.
 *
 * @param id stable as long as the question stands
 * @param rule it rests on, such as {@code L13}
 * @param since when what was owed ran out
 * @param until when it was done after all; {@code null} while it is not
 * @param due the deadline behind it, if it is one
 * @param contact the contact behind it, if it is one
 * @param copy the copy behind it, if it is one
 * @param acts numbers of the acts that are its evidence
 */
record Irregularity(
    String id,
    Concern concern,
    CaseId caseId,
    String rule,
    Instant since,
    @Nullable Instant until,
    @Nullable Due due,
    @Nullable Contact contact,
    @Nullable Copy copy,
    List<Integer> acts) {
  /** Reports are owed by the person: that one is late is the agency's business, not a defect. */
  private static final String REPORTS = "M13";

  Irregularity {
    acts = List.copyOf(acts);
  }

  /**
   * The plan's contacts.
   *
   * @param everyDays how often the plan wants contact
   * @param lastAt the last contact, or the plan's opening where there was none since
   * @param planAct number of the act that set the frequency
   */
  record Contact(CaseId caseId, int everyDays, Instant lastAt, int planAct) {
    /** From when on no contact is a question: after twice the plan's frequency. */
    Instant end() {
      return lastAt.plus(Duration.ofDays(2L * everyDays));
    }
  }

  /** Whether it would be a question that this deadline is not kept, once it has passed. */
  static boolean asks(Due due) {
    return switch (due.owner()) {
      case "SUBJECT" -> !due.rule().equals(REPORTS) && due.metBy() == null;
      case "PROSECUTOR", "SYSTEM" -> false;
      case String _ -> true;
    };
  }

  /** The question behind a deadline that was not kept; empty where there is none to ask. */
  static Optional<Irregularity> of(Due due, Instant now) {
    if (!asks(due) || !due.late(now)) return Optional.empty();
    @Nullable Integer met = due.metBy();
    List<Integer> acts = met == null ? List.of(due.openedBy()) : List.of(due.openedBy(), met);
    return Optional.of(
        new Irregularity(
            due.id().toString(),
            Concern.of(due),
            due.caseId(),
            due.rule(),
            due.end(),
            due.metAt(),
            due,
            null,
            null,
            acts));
  }

  /** The question behind a plan that nobody follows. */
  static Optional<Irregularity> of(Contact contact, Instant now) {
    if (now.isBefore(contact.end())) return Optional.empty();
    return Optional.of(
        new Irregularity(
            "contact-" + contact.caseId(),
            Concern.PAPER_ONLY,
            contact.caseId(),
            "L16",
            contact.end(),
            null,
            null,
            contact,
            null,
            List.of(contact.planAct())));
  }

  /** The question behind a copy that did not leave in time: the duty to inform was not met (O1). */
  static Optional<Irregularity> of(Copy copy, Instant now) {
    if (!copy.late(now)) return Optional.empty();
    Copy.@Nullable Sent sent = copy.sent();
    return Optional.of(
        new Irregularity(
            "copy-" + copy.id(),
            Concern.INFORM,
            copy.caseId(),
            copy.rule(),
            copy.end(),
            sent == null ? null : LegalCalendar.startOf(sent.on()),
            null,
            null,
            copy,
            sent == null ? List.of(copy.number()) : List.of(copy.number(), sent.act())));
  }

  /** By how long it is or was late. */
  Duration late(Instant now) {
    return Duration.between(since, until == null ? now : until);
  }
}
