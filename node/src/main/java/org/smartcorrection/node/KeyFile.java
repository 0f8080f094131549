package org.smartcorrection.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.order.LogKeys;
import org.smartcorrection.node.NodeConfig.BadConfigException;
import org.smartcorrection.node.consensus.GossipKeys;

/**
 * The secrets of a node.
 *
 * @param logs the key of each log, and with each all cosigner's keys; lines {@code retired <vkey>}
 *     name those that sign no more
 * @param gossip for the other members
 */
record KeyFile(List<LogKeys> logs, Optional<GossipKeys> gossip) {
  /** How the line of a key begins that signs no more. */
  static final String RETIRED = "retired ";

  static KeyFile read(Path file) throws BadConfigException {
    List<String> lines = NodeConfig.content(file, "key file").lines().toList();
    // never the cause: nothing of a key file may reach a log
    try {
      List<String> gossip = lines.stream().filter(GossipKeys::isLine).toList();
      var logs = new ArrayList<SigningKey>();
      var cosigners = new ArrayList<SigningKey>();
      var retired = new ArrayList<VerifierKey>();
      for (String line : lines) {
        if (GossipKeys.isLine(line)) continue;
        if (line.startsWith(RETIRED)) {
          retired.add(VerifierKey.parse(line.substring(RETIRED.length())));
          continue;
        }
        SigningKey key = SigningKey.parse(line);
        (key.verifierKey().use() == KeyUse.LOG ? logs : cosigners).add(key);
      }
      if (logs.isEmpty() || cosigners.isEmpty()) {
        throw new BadConfigException(
            "The key file " + file + " must have the key of a log and one of a cosigner.");
      }
      return new KeyFile(
          logs.stream().map(log -> new LogKeys(log, cosigners, retired)).toList(),
          gossip.isEmpty() ? Optional.empty() : Optional.of(GossipKeys.parse(gossip)));
    } catch (MalformedException | IllegalArgumentException e) {
      throw new BadConfigException("The key file " + file + " is wrong: " + e.getMessage() + ".");
    }
  }
}
