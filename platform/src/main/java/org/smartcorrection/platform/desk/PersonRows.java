package org.smartcorrection.platform.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** Writes cases out as rows about people, the names loaded at once. */
@Component
class PersonRows {
  private final People people;
  private final Clock clock;

  PersonRows(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  List<PersonRow> of(List<Summary> summaries, List<DueRow> dues, Locale locale) {
    Map<PersonId, Identity> names = people.all(summaries.stream().map(Summary::person).toList());
    Map<CaseId, DueRow> next = new HashMap<>();
    for (DueRow due : dues) next.putIfAbsent(due.due().caseId(), due);
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    return summaries.stream()
        .map(
            summary ->
                new PersonRow(
                    Who.of(summary, names.get(summary.person()), locale),
                    summary,
                    next.get(summary.caseId()),
                    today))
        .toList();
  }
}
