package org.smartcorrection.platform.desk;

import java.util.Collection;
import java.util.Set;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.subjects.Veil;
import org.springframework.stereotype.Component;

/** Withholds the names of restricted cases from whoever reads in this request (rule H13). */
@Component
class RestrictionVeil implements Veil {
  private final Restrictions restrictions;

  RestrictionVeil(Restrictions restrictions) {
    this.restrictions = restrictions;
  }

  @Override
  public Set<PersonId> over(Collection<PersonId> people) {
    return Present.find().map(actor -> restrictions.hidden(actor, people)).orElse(Set.of());
  }
}
