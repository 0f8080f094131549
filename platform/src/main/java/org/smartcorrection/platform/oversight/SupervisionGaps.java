package org.smartcorrection.platform.oversight;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.springframework.stereotype.Component;

/**
 * 脱管, 漏管 and 虚管 as the agency itself sees them: the very questions of the procuratorate, computed
 * by the same code, so that neither knows more than the other (SPP rules 642–644).
 */
@Component
public class SupervisionGaps {
  private final Questions questions;
  private final QuestionRows rows;
  private final Summaries summaries;

  SupervisionGaps(Questions questions, QuestionRows rows, Summaries summaries) {
    this.questions = questions;
    this.rows = rows;
    this.summaries = summaries;
  }

  /**
   * What stands open now in an agency's cases, the longest first.
   *
   * @param office one office's part of them; {@code null} for all
   */
  public List<SupervisionGap> of(AgencyId agency, @Nullable AgencyId office, Locale locale) {
    List<Irregularity> open =
        questions.of(agency).stream()
            .filter(question -> question.until() == null && kind(question).isPresent())
            .toList();
    Map<CaseId, Summary> cases = summaries.all(open.stream().map(Irregularity::caseId).toList());
    return open.stream()
        .filter(question -> covers(cases.get(question.caseId()), office))
        .map(question -> gap(question, locale))
        .toList();
  }

  private static boolean covers(@Nullable Summary in, @Nullable AgencyId office) {
    return in != null && (office == null || office.equals(in.office()));
  }

  private SupervisionGap gap(Irregularity question, Locale locale) {
    @Nullable Due due = question.due();
    QuestionRow.Origin origin = rows.origin(question, locale);
    return new SupervisionGap(
        kind(question).orElseThrow(),
        question.caseId(),
        question.rule(),
        rows.title(question),
        rows.late(question),
        due,
        question.acts(),
        origin.computed(),
        origin.why());
  }

  private static Optional<SupervisionGap.Kind> kind(Irregularity question) {
    return switch (question.concern()) {
      case LOST -> Optional.of(SupervisionGap.Kind.LOST);
      case NEVER_RECEIVED -> Optional.of(SupervisionGap.Kind.NEVER_RECEIVED);
      case PAPER_ONLY -> Optional.of(SupervisionGap.Kind.PAPER_ONLY);
      case LATE_DELIVERY, INTAKE, POSITIONING, LEAVE, WARNING, REPLY, INFORM, RELEASE ->
          Optional.empty();
    };
  }
}
