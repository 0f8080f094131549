package org.smartcorrection.platform.subjects;

import java.util.Collection;
import java.util.Set;
import org.smartcorrection.platform.kernel.PersonId;

/**
 * Whose names whoever reads now may not read. {@link People#all} asks it of everybody who is marked
 * as guarded, so that no list, search or file of any page shows a name that is withheld.
 */
public interface Veil {
  Set<PersonId> over(Collection<PersonId> people);
}
