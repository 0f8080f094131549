package org.smartcorrection.location.simulation;

import java.time.Instant;
import org.smartcorrection.location.supervision.Message;

/** Hears what a simulated person's device sends, in the order of arrival, and what is true. */
public interface Watcher {
  /** A message arrived. */
  void received(Message message, Instant at);

  /** Something true is over. */
  void happened(Episode episode);
}
