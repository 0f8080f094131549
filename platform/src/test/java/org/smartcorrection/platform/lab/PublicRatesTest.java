package org.smartcorrection.platform.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.platform.tracking.AlarmKind.DEVICE_TAMPERED;
import static org.smartcorrection.platform.tracking.AlarmKind.LEFT_AREA;
import static org.smartcorrection.platform.tracking.AlarmKind.NO_SIGNAL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.lab.Findings.OfPerson;
import org.smartcorrection.platform.lab.PublicRates.Group;
import org.smartcorrection.platform.tracking.AlarmKind;

/** No figure that the public reads is about fewer than five people, on either side. */
class PublicRatesTest {
  private final List<OfPerson> found = new ArrayList<>();

  @Test
  void a_kind_with_five_people_on_either_side_stands_alone() {
    people(LEFT_AREA, 0, 7, true);
    people(LEFT_AREA, 100, 5, false);

    Group group = PublicRates.groups(found).getFirst();
    assertEquals(LEFT_AREA, group.kind());
    assertEquals(7, group.errors());
    assertEquals(12, group.of());
  }

  @Test
  void four_people_with_true_alarms_are_too_few_however_many_false_ones_there_were() {
    people(LEFT_AREA, 0, 50, true);
    people(LEFT_AREA, 100, 4, false);
    assertEquals(List.of(), PublicRates.groups(found));
  }

  @Test
  void many_alarms_of_one_person_are_one_person() {
    for (int i = 0; i < 20; i++) {
      people(NO_SIGNAL, 0, 1, true);
      people(NO_SIGNAL, 100, 1, false);
    }
    assertEquals(List.of(), PublicRates.groups(found));
  }

  @Test
  void what_is_small_is_put_together_with_something_so_that_no_difference_tells_it() {
    people(LEFT_AREA, 0, 9, true);
    people(LEFT_AREA, 100, 9, false);
    people(NO_SIGNAL, 200, 6, true);
    people(NO_SIGNAL, 300, 6, false);
    people(DEVICE_TAMPERED, 400, 1, true);

    List<Group> groups = PublicRates.groups(found);
    assertEquals(2, groups.size());
    assertEquals(LEFT_AREA, groups.getFirst().kind());
    assertNull(groups.getLast().kind(), "which kinds they are would say too much");
    assertEquals(13, groups.getLast().of());
  }

  @Test
  void whatever_is_found_no_group_is_small() {
    for (int round = 0; round < 6; round++)
      for (AlarmKind kind : AlarmKind.values()) {
        people(kind, kind.name().length() * 50, kind.name().length() % 7, true);
        people(kind, kind.name().length() * 70, round, false);
        int told = PublicRates.groups(found).stream().mapToInt(Group::of).sum();
        assertTrue(told == 0 || told == found.size(), "all or nothing, so nothing is left to tell");
        for (Group group : PublicRates.groups(found))
          assertTrue(group.errors() >= 5 && group.of() - group.errors() >= 5);
      }
  }

  @Test
  void figures_change_with_a_quarter_and_not_with_a_finding() {
    assertEquals(LocalDate.of(2026, 9, 30), end(2026, 11, 26));
    assertEquals(LocalDate.of(2026, 9, 30), end(2026, 12, 31));
    assertEquals(LocalDate.of(2026, 12, 31), end(2027, 1, 1));
    assertEquals(LocalDate.of(2027, 3, 31), end(2027, 4, 1));
  }

  private static LocalDate end(int year, int month, int day) {
    return PublicRates.endOfLastQuarter(LocalDate.of(year, month, day));
  }

  private void people(AlarmKind kind, int from, int count, boolean error) {
    for (int i = 0; i < count; i++)
      found.add(new OfPerson(kind, new PersonId(new UUID(0, from + i)), error));
  }
}
