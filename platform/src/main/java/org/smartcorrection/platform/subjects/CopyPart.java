package org.smartcorrection.platform.subjects;

import java.util.Optional;
import org.smartcorrection.platform.kernel.PersonId;

/**
 * A part of the copy of what is kept of a person, which they may take along (PIPL 45), from the
 * module that keeps it.
 */
public interface CopyPart {
  /** Under which name it stands in the copy. */
  String name();

  /** What is kept, in a form that becomes JSON; empty where there is nothing. */
  Optional<Object> of(PersonId person);
}
