package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.vault.Shred;

/**
 * The signs of the body that are kept on a health ground: not of this module, and let go by the
 * same daily round (rules H14, H17).
 */
public interface HealthKept {
  /**
   * What is kept.
   *
   * @param oldest absent where nothing is
   */
  record Kept(int rows, @Nullable Instant oldest) {}

  Kept of(Collection<PersonId> people);

  /** Deletes what is older, whatever else is under way: it is nobody's evidence. */
  Optional<Gone> delete(PersonId person, Instant before);

  /** Destroys keys of these people that seal nothing any more. */
  List<Shred> destroyKeys(Collection<PersonId> people, Instant now);
}
