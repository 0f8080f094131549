package org.smartcorrection.platform.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;

/** What an agency has to do, day by day, however much it is. */
@PlatformTest
class DeadlinesTests {
  private static final int PEOPLE = 4;

  @Autowired District district;
  @Autowired Deadlines deadlines;
  @Autowired Clock clock;

  @Test
  void days_give_the_first_few_of_each_and_how_many_there_are() {
    var staffed = district.staffed();
    AgencyId agency = staffed.officer().agency().id();
    for (int i = 0; i < PEOPLE; i++) district.referred(staffed);
    LocalDate today = LegalCalendar.legalDay(clock.instant());

    Map<LocalDate, Deadlines.OfDay> days =
        deadlines.days(agency, null, today, today.plusYears(1), 3);

    var tally = deadlines.tally(agency, null, clock.instant(), today);
    assertEquals(tally.open(), days.values().stream().mapToInt(Deadlines.OfDay::total).sum());
    assertEquals(deadlines.open(agency, null, 999).size(), tally.open());
    assertTrue(tally.open() >= PEOPLE, tally.toString());
    for (Deadlines.OfDay day : days.values())
      assertEquals(Math.min(3, day.total()), day.first().size());
  }

  @Test
  void what_is_overdue_stands_on_today() {
    var staffed = district.staffed();
    AgencyId agency = staffed.officer().agency().id();
    district.referred(staffed);
    LocalDate later = LegalCalendar.legalDay(clock.instant()).plusYears(1);

    Map<LocalDate, Deadlines.OfDay> days = deadlines.days(agency, null, later, later, 3);

    assertEquals(
        deadlines.open(agency, null, 999).size(), Objects.requireNonNull(days.get(later)).total());
  }
}
