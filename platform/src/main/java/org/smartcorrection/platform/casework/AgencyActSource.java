package org.smartcorrection.platform.casework;

import java.util.Optional;
import org.smartcorrection.platform.kernel.ActId;

/** Knows the acts of agencies of one kind, wherever their rows stand. */
public interface AgencyActSource {
  Optional<? extends AgencyAct> find(ActId id);
}
