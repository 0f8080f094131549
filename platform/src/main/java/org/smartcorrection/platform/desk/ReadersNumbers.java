package org.smartcorrection.platform.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.LocalNumbersOfAgencies;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.LocalNumbers;
import org.smartcorrection.procedure.Rules;
import org.springframework.stereotype.Component;

/**
 * Whose numbers a page shows: those of the correction agency with which the reader has to do, and
 * the published ones to whoever has not signed in.
 */
@Component
class ReadersNumbers {
  private final Law law;
  private final LocalNumbersOfAgencies numbers;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;
  private final Clock clock;

  ReadersNumbers(
      Law law,
      LocalNumbersOfAgencies numbers,
      Agencies agencies,
      Jurisdiction jurisdiction,
      Clock clock) {
    this.law = law;
    this.numbers = numbers;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
    this.clock = clock;
  }

  /**
   * What counts for a reader on one legal day.
   *
   * @param agency empty where the published numbers count
   * @param own all numbers that the agency has set, planned ones too
   * @param rules in force on the day, with those numbers
   */
  record Shown(Optional<Agency> agency, LocalNumbers own, Rules rules, LocalDate day) {}

  /** For whoever reads the page now. */
  Shown today() {
    return Present.find().flatMap(this::custody).map(this::of).orElseGet(this::published);
  }

  /** The correction agency with which a post has to do. */
  Optional<Agency> custody(Actor actor) {
    return Optional.of(agencies.get(jurisdiction.custody(actor)))
        .filter(agency -> agency.kind() == AgencyKind.CORRECTION_AGENCY);
  }

  Shown of(Agency agency) {
    LocalDate day = LegalCalendar.legalDay(clock.instant());
    LocalNumbers own = numbers.of(agency.id());
    return new Shown(Optional.of(agency), own, law.rules().with(own).at(day), day);
  }

  private Shown published() {
    LocalDate day = LegalCalendar.legalDay(clock.instant());
    return new Shown(Optional.empty(), LocalNumbers.NONE, law.rules().at(day), day);
  }
}
