package org.smartcorrection.platform.tracking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.supervision.Observation;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;

/** What one batch brings to light, on its way to questions. */
final class Findings {
  private final List<Made> made = new ArrayList<>();
  private final List<Withdrawn> withdrawn = new ArrayList<>();
  private final Set<PersonId> people = new HashSet<>();

  /**
   * A new observation.
   *
   * @param number of the person's
   * @param instead the one whose place it takes
   */
  record Made(
      PersonId person,
      CaseId caseId,
      UUID ground,
      long number,
      Observation observation,
      Observations.@Nullable Noted instead) {}

  /** An observation that does not hold, with all that is known now. */
  record Withdrawn(PersonId person, Observations.Noted noted) {}

  void add(Made one) {
    made.add(one);
    people.add(one.person());
  }

  void add(Withdrawn one) {
    withdrawn.add(one);
    people.add(one.person());
  }

  /**
   * Whether there is anything of a person: until it is written nobody judges them again, who would
   * compare with what was written before and number it a second time.
   */
  boolean concern(PersonId person) {
    return people.contains(person);
  }

  List<Made> made() {
    return made;
  }

  List<Withdrawn> withdrawn() {
    return withdrawn;
  }
}
