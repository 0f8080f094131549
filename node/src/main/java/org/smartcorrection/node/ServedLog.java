package org.smartcorrection.node;

import java.util.function.Supplier;
import org.smartcorrection.ledger.order.TileLog;

/**
 * A log as a node serves it.
 *
 * @param log whose entries and tiles are given out
 * @param head the signed head that counts: final where members agree, else the newest
 * @param members a line for each who signs heads: its name, and the size of the largest it signed
 */
record ServedLog(TileLog log, Supplier<String> head, Supplier<String> members) {
  /** The first part of its address. */
  String name() {
    return log.name();
  }
}
