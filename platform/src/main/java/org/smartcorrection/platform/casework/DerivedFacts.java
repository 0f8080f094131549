package org.smartcorrection.platform.casework;

import org.jspecify.annotations.Nullable;

/**
 * Facts that the platform knows and nobody has to type, such as the leaves granted before. They are
 * recorded with the act, so that folding the acts again decides the same.
 */
public interface DerivedFacts {
  /** What is known for this act; none when it is of no concern here. */
  Facts derive(Case in, @Nullable Running instance, PerformAct command);
}
