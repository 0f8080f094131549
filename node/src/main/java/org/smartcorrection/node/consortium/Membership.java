package org.smartcorrection.node.consortium;

import java.util.Map;
import org.smartcorrection.node.consensus.GossipKeys;
import org.smartcorrection.node.consensus.Listen;

/**
 * A node's own part in a consortium.
 *
 * @param self its place in the list of members
 * @param listen where the others connect
 * @param settings of the engine that are not its usual ones
 */
public record Membership(
    Members members, int self, GossipKeys keys, Listen listen, Map<String, String> settings) {
  public Membership {
    settings = Map.copyOf(settings);
  }
}
