package org.smartcorrection.platform.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.IdentityNumber;
import org.smartcorrection.platform.subjects.People;
import org.springframework.stereotype.Component;

/**
 * What the platform knows of two records that somebody says are one human (rule H12): how the other
 * stands to this one, and whether both identity numbers could be right, which they cannot both be.
 */
@Component
class PersonLinkFacts implements DerivedFacts {
  private final Cases cases;
  private final PersonLinks links;
  private final People people;

  PersonLinkFacts(Cases cases, PersonLinks links, People people) {
    this.cases = cases;
    this.links = links;
    this.people = people;
  }

  @Override
  public Facts derive(Case in, @Nullable Running instance, PerformAct command) {
    if (!command.type().equals(PersonJoining.JOINED)) return Facts.NONE;
    Optional<Case> other =
        cases
            .withNumber(command.facts().said(PersonJoining.OTHER))
            .filter(found -> found.agency().equals(in.agency()));
    if (other.isEmpty())
      return Facts.NONE.choice("otherRecord", "NOT_IN_CUSTODY").flag("bothValid", false);
    PersonId second = other.get().person();
    return Facts.NONE
        .choice("otherRecord", stands(in.person(), second))
        .flag("bothValid", bothValid(in.person(), second));
  }

  private String stands(PersonId one, PersonId other) {
    if (one.equals(other)) return "SAME_RECORD";
    return links.group(one).contains(other) ? "JOINED_ALREADY" : "APART";
  }

  private boolean bothValid(PersonId one, PersonId other) {
    Map<PersonId, Identity> known = people.unveiled(List.of(one, other));
    return known.size() == 2
        && known.values().stream()
            .allMatch(identity -> IdentityNumber.of(identity.identityNumber()).isPresent());
  }
}
