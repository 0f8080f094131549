package org.smartcorrection.ledger.order;

import java.io.IOException;
import java.util.List;
import org.smartcorrection.ledger.entry.SignedEntry;

/**
 * What puts entries into one sequence: a log of a single agency today, a consensus engine among
 * many behind the same interface. An entry is durable before its position is given out, and the
 * same entry submitted again has the same position, so a caller who is in doubt submits again.
 */
public interface Ordering {
  /**
   * Orders some entries together; either all are taken or none. Only what is found out at its place
   * is refused by itself: a register that does not follow from the entries before it.
   *
   * @return their positions, in the order of the entries
   * @throws EntryRefusedException if one of them will never be taken
   * @throws IOException if the ordering is out of reach or out of order; submit again later
   */
  List<Position> submitAll(List<SignedEntry> entries) throws IOException, EntryRefusedException;

  /** Orders one entry; see {@link #submitAll}. */
  default Position submit(SignedEntry entry) throws IOException, EntryRefusedException {
    return submitAll(List.of(entry)).getFirst();
  }
}
