package org.smartcorrection.platform.vault;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Keys that were destroyed together, as the list outside of the database says.
 *
 * @param number its place in the list, from 1
 * @param owner the person's identifier, which names nobody; or an import's
 * @param hash of this line and all before it, in hexadecimal digits
 */
public record Shred(long number, Instant at, UUID owner, Set<Purpose> purposes, String hash) {
  public Shred {
    purposes = Set.copyOf(purposes);
  }

  /** Whether a person was to be forgotten, and not only one purpose or an import ended. */
  public boolean forgets() {
    return purposes.contains(Purpose.IDENTITY);
  }
}
