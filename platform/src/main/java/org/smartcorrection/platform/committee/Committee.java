package org.smartcorrection.platform.committee;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;

/**
 * The committee of an agency as it was set.
 *
 * @param members posts in their order: the first presides
 * @param matters types of acts before which it is heard
 */
public record Committee(UUID id, AgencyId agency, List<PostId> members, Set<String> matters) {
  public Committee {
    members = List.copyOf(members);
    matters = Set.copyOf(matters);
  }
}
