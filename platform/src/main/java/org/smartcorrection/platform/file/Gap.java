package org.smartcorrection.platform.file;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.DocumentId;
import org.smartcorrection.platform.shell.Text;

/**
 * Something that the procedure asks for and the file does not have as it should.
 *
 * @param rule that asks for it
 * @param act number of the act that it is about, if there is one
 * @param day by which it was due, if there was one
 * @param mend where it can be put right
 */
record Gap(
    Kind kind, String rule, Text what, @Nullable Integer act, @Nullable LocalDate day, Mend mend) {

  /** What is wrong; its name is the message {@code file.gap.<kind>}. */
  enum Kind {
    /** The record of an act does not agree with the ledger. */
    CHANGED,
    /** No way to the present state is without this act, and it is not recorded. */
    ACT_MISSING,
    /** The act was recorded without a document that it has to have. */
    DOCUMENT_MISSING,
    /** The agency's own paper has no number. */
    UNNUMBERED,
    /** The signature of the seal is missing or does not hold. */
    UNSEALED,
    /** What the procedure asks next is past its deadline. */
    OVERDUE,
    /** A copy on paper should have left, and has not. */
    COPY_NOT_SENT,
    /** A copy left, and nobody has proof that it arrived. */
    COPY_NOT_RECEIVED,
    /** It was done after its deadline: nothing mends that, and the file says so. */
    DONE_LATE;

    /** Whether there is something to do. */
    boolean open() {
      return this != DONE_LATE;
    }
  }

  /** Where something can be put right. */
  sealed interface Mend {
    /** At the act itself. */
    record AtAct(int number) implements Mend {}

    /** By an act that is possible now. */
    record ByAct(String procedure, String type, UUID run) implements Mend {}

    /** At a document. */
    record AtDocument(DocumentId document) implements Mend {}

    /** At a copy for another organ. */
    record AtCopy(UUID copy) implements Mend {}

    /** At the deadlines of the case. */
    record AtDeadlines() implements Mend {}
  }
}
