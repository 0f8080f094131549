package org.smartcorrection.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.order.LogKeys;
import org.smartcorrection.ledger.proof.Policy;

/**
 * What a node is told by its configuration file, a properties file in UTF-8. Relative paths are
 * relative to it.
 *
 * <pre>
 * data=ledger                       the directory of the log
 * keys=node.keys                    lines: the log's private key, then one or more cosigner's keys
 * policy=policy.txt                 its agency lines say whose entries are taken, its log lines
 *                                   which logs of others are cosigned as a witness
 * origin=qinghe.example/correction  must be the name of the log's key
 * port=7300                         on 127.0.0.1 only; 0 lets the system choose
 * </pre>
 */
record NodeConfig(Path data, LogKeys keys, Policy policy, int port) {
  private static final Set<String> NAMES = Set.of("data", "keys", "policy", "origin", "port");
  private static final int HIGHEST_PORT = 65_535;

  /** The configuration cannot be used; the message says what to change. */
  static final class BadConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    BadConfigException(String message) {
      super(message);
    }
  }

  /** Keys of the logs of others, which this node looks after as a witness. */
  List<VerifierKey> otherLogs() {
    return policy.logs().stream().filter(log -> !log.name().equals(keys.origin())).toList();
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
    if (!unknown.isEmpty()) {
      throw new BadConfigException(
          "Unknown in " + file + ": " + unknown + ". Known: " + new TreeSet<>(NAMES) + ".");
    }
    LogKeys keys = keys(path(file, properties, "keys"));
    String origin = value(file, properties, "origin");
    if (!origin.equals(keys.origin())) {
      throw new BadConfigException(
          "The origin is " + origin + ", but the log's key is for " + keys.origin() + ".");
    }
    return new NodeConfig(
        path(file, properties, "data"),
        keys,
        policy(path(file, properties, "policy")),
        port(value(file, properties, "port")));
  }

  private static String content(Path file, String what) throws BadConfigException {
    try {
      return Strict.utf8(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new BadConfigException("Cannot read the " + what + " " + file + ".");
    } catch (MalformedException e) {
      throw new BadConfigException("The " + what + " " + file + " is not UTF-8 text.");
    }
  }

  private static String value(Path file, Properties properties, String name)
      throws BadConfigException {
    String value = properties.getProperty(name, "").strip();
    if (value.isEmpty()) throw new BadConfigException("No " + name + " is set in " + file + ".");
    return value;
  }

  private static Path path(Path file, Properties properties, String name)
      throws BadConfigException {
    return file.toAbsolutePath().resolveSibling(value(file, properties, name));
  }

  private static LogKeys keys(Path file) throws BadConfigException {
    List<String> lines = content(file, "key file").lines().toList();
    // never the cause: nothing of a key file may reach a log
    try {
      var keys = new ArrayList<SigningKey>();
      for (String line : lines) keys.add(SigningKey.parse(line));
      if (keys.size() > 1) return new LogKeys(keys.getFirst(), keys.subList(1, keys.size()));
    } catch (MalformedException | IllegalArgumentException e) {
      throw new BadConfigException("The key file " + file + " is wrong: " + e.getMessage() + ".");
    }
    throw new BadConfigException(
        "The key file " + file + " must have the log's key, and in further lines cosigner's keys.");
  }

  private static Policy policy(Path file) throws BadConfigException {
    try {
      return Policy.parse(content(file, "policy").getBytes(UTF_8));
    } catch (MalformedException e) {
      throw new BadConfigException("The policy " + file + " is wrong: " + e.getMessage() + ".");
    }
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
