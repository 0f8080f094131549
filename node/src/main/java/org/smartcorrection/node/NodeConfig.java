package org.smartcorrection.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.order.LogKeys;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.node.consensus.Listen;
import org.smartcorrection.node.consortium.Members;
import org.smartcorrection.node.consortium.Membership;

/**
 * What a node is told by its configuration file, a properties file in UTF-8. Relative paths are
 * relative to it.
 *
 * <pre>
 * data=ledger                       the directory of the logs
 * keys=node.keys                    lines: a key for each log, one or more cosigner's keys, and the
 *                                   keys for the other members where there are any
 * policies=correction.policy        one file for each log, which names the log's key: whose entries
 *                                   are taken, who cosigns; logs of others in it are witnessed
 * port=7300                         on 127.0.0.1 only; 0 lets the system choose
 * serve=10.1.2.3:7301               optional: where others read the logs
 * members=members.txt               optional: the consortium; without it the node orders alone
 * listen=0.0.0.0:7302               optional: where the other members connect, if not at the
 *                                   address that the members know
 * engine.NAME=VALUE                 optional: a setting of the consensus engine, where the site needs
 *                                   another; the same at every member where it touches the order
 * </pre>
 *
 * @param logs of this node, with the keys that sign them
 */
record NodeConfig(
    Path data,
    List<OfLog> logs,
    int port,
    Optional<InetSocketAddress> serve,
    Optional<Membership> membership) {
  private static final Set<String> NAMES =
      Set.of("data", "keys", "policies", "port", "serve", "members", "listen");
  private static final String ENGINE = "engine.";
  private static final int HIGHEST_PORT = 65_535;

  NodeConfig {
    logs = List.copyOf(logs);
  }

  /** A log of this node and whom it trusts. */
  record OfLog(LogKeys keys, Policy policy) {}

  /** The configuration cannot be used; the message says what to change. */
  static final class BadConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    BadConfigException(String message) {
      super(message);
    }
  }

  /** Keys of the logs of others, which this node looks after as a witness. */
  List<VerifierKey> otherLogs() {
    Set<String> own =
        logs.stream().map(log -> log.keys().origin()).collect(Collectors.toUnmodifiableSet());
    return logs.stream()
        .flatMap(log -> log.policy().logs().stream())
        .filter(log -> !own.contains(log.name()))
        .distinct()
        .toList();
  }

  static NodeConfig read(Path file) throws BadConfigException {
    var properties = new Properties();
    try {
      properties.load(new StringReader(content(file, "configuration")));
    } catch (IOException | IllegalArgumentException e) {
      throw new BadConfigException("The configuration " + file + " is not a properties file.");
    }
    var unknown = new TreeSet<>(properties.stringPropertyNames());
    unknown.removeAll(NAMES);
    unknown.removeIf(name -> name.startsWith(ENGINE));
    if (!unknown.isEmpty()) {
      throw new BadConfigException(
          "Unknown in " + file + ": " + unknown + ". Known: " + new TreeSet<>(NAMES) + ".");
    }
    KeyFile keys = KeyFile.read(path(file, properties, "keys"));
    return new NodeConfig(
        path(file, properties, "data"),
        logs(keys, policies(file, properties)),
        port(value(file, properties, "port")),
        optional(properties, "serve").isPresent()
            ? Optional.of(address(value(file, properties, "serve")))
            : Optional.empty(),
        membership(file, properties, keys));
  }

  static String content(Path file, String what) throws BadConfigException {
    try {
      return Strict.utf8(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new BadConfigException("Cannot read the " + what + " " + file + ".");
    } catch (MalformedException e) {
      throw new BadConfigException("The " + what + " " + file + " is not UTF-8 text.");
    }
  }

  private static Optional<String> optional(Properties properties, String name) {
    return Optional.of(properties.getProperty(name, "").strip()).filter(text -> !text.isEmpty());
  }

  private static String value(Path file, Properties properties, String name)
      throws BadConfigException {
    Optional<String> value = optional(properties, name);
    if (value.isPresent()) return value.get();
    throw new BadConfigException("No " + name + " is set in " + file + ".");
  }

  private static Path path(Path file, Properties properties, String name)
      throws BadConfigException {
    return file.toAbsolutePath().resolveSibling(value(file, properties, name));
  }

  private static List<Policy> policies(Path file, Properties properties) throws BadConfigException {
    var policies = new ArrayList<Policy>();
    for (String name : value(file, properties, "policies").split(" +", -1)) {
      Path path = file.toAbsolutePath().resolveSibling(name);
      try {
        policies.add(Policy.parse(content(path, "policy").getBytes(UTF_8)));
      } catch (MalformedException e) {
        throw new BadConfigException("The policy " + path + " is wrong: " + e.getMessage() + ".");
      }
    }
    return policies;
  }

  private static List<OfLog> logs(KeyFile keys, List<Policy> policies) throws BadConfigException {
    var logs = new ArrayList<OfLog>();
    var names = new TreeSet<String>();
    for (LogKeys log : keys.logs()) {
      if (!names.add(TileLog.name(log.origin()))) {
        throw new BadConfigException("Two logs have origins that end alike: " + names + ".");
      }
      VerifierKey key = log.log().verifierKey();
      Policy policy =
          policies.stream()
              .filter(one -> one.logs().contains(key))
              .findFirst()
              .orElseThrow(
                  () -> new BadConfigException("No policy has a log line for " + key + "."));
      logs.add(new OfLog(log, policy));
    }
    return logs;
  }

  private static Optional<Membership> membership(Path file, Properties properties, KeyFile keys)
      throws BadConfigException {
    if (optional(properties, "members").isEmpty()) return Optional.empty();
    Path path = path(file, properties, "members");
    try {
      var members = Members.parse(content(path, "list of members"));
      var gossip =
          keys.gossip()
              .orElseThrow(
                  () ->
                      new BadConfigException(
                          "The key file has no keys for the other members; make them with node"
                              + " init."));
      int self = members.placeOf(gossip.certificate());
      var address = members.all().get(self);
      Listen listen = new Listen(address.host(), address.port());
      if (optional(properties, "listen").isPresent()) {
        InetSocketAddress own = address(value(file, properties, "listen"));
        listen = new Listen(own.getHostString(), own.getPort());
      }
      var settings = new TreeMap<String, String>();
      for (String name : properties.stringPropertyNames()) {
        if (!name.startsWith(ENGINE)) continue;
        settings.put(name.substring(ENGINE.length()), value(file, properties, name));
      }
      return Optional.of(new Membership(members, self, gossip, listen, settings));
    } catch (MalformedException e) {
      throw new BadConfigException(
          "The list of members " + path + " is wrong: " + e.getMessage() + ".");
    }
  }

  private static InetSocketAddress address(String text) throws BadConfigException {
    int colon = text.lastIndexOf(':');
    if (colon < 1) throw new BadConfigException("Not host:port: " + text + ".");
    return new InetSocketAddress(text.substring(0, colon), port(text.substring(colon + 1)));
  }

  private static int port(String text) throws BadConfigException {
    try {
      long port = Strict.decimal(text);
      if (port <= HIGHEST_PORT) return (int) port;
    } catch (MalformedException e) {
      throw new BadConfigException("The port is not a number from 0 to 65535.");
    }
    throw new BadConfigException("The port is not a number from 0 to 65535.");
  }
}
