package org.smartcorrection.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.node.NodeConfig.BadConfigException;

class NodeConfigTests {
  @TempDir Path directory;

  private String problem(Path file) {
    var bad = assertThrows(BadConfigException.class, () -> NodeConfig.read(file));
    return String.valueOf(bad.getMessage()).replace(directory + "/", "");
  }

  @Test
  void a_good_configuration_is_read_with_paths_beside_it() throws Exception {
    NodeConfig config = NodeConfig.read(Site.in(directory).config());
    assertEquals(directory.resolve("ledger"), config.data());
    assertEquals(Site.ORIGIN, config.logs().getFirst().keys().origin());
    assertEquals(0, config.port());
  }

  @Test
  void each_mistake_is_named_with_what_to_change() throws Exception {
    var mistakes = new LinkedHashMap<String, String>();
    mistakes.put(Site.CONFIG.replace("data=ledger\n", ""), "No data is set in node.properties.");
    mistakes.put(
        Site.CONFIG + "prot=1\n",
        "Unknown in node.properties: [prot]. Known: [data, keys, listen, members, policies, port,"
            + " serve].");
    mistakes.put(
        Site.CONFIG.replace("port=0", "port=65536"), "The port is not a number from 0 to 65535.");
    mistakes.put(
        Site.CONFIG.replace("port=0", "port=x"), "The port is not a number from 0 to 65535.");
    mistakes.put(Site.CONFIG + "serve=7301\n", "Not host:port: 7301.");
    mistakes.put(
        Site.CONFIG + "members=policy.txt\n",
        "The list of members policy.txt is wrong: a line is: member <name> <host:port> <url>"
            + " <certificate>.");
    mistakes.put(Site.CONFIG.replace("node.keys", "absent"), "Cannot read the key file absent.");
    mistakes.put(
        Site.CONFIG.replace("node.keys", "policy.txt"),
        "The key file policy.txt is wrong: not a private key.");
    mistakes.put(
        Site.CONFIG.replace("policy.txt", "node.properties"),
        "The policy node.properties is wrong: line 1 of the policy: begins with none of the known"
            + " words.");
    mistakes.put(
        Site.CONFIG + "x=\\u00zz\n", "The configuration node.properties is not a properties file.");
    Site site = Site.in(directory);
    for (var mistake : mistakes.entrySet()) {
      site.write("node.properties", mistake.getKey());
      assertEquals(mistake.getValue(), problem(site.config()));
    }
    assertEquals("Cannot read the configuration none.", problem(directory.resolve("none")));
  }

  @Test
  void no_message_repeats_a_secret() throws Exception {
    Site site = Site.in(directory);
    String keys = Files.readString(directory.resolve("node.keys"));
    String secret = keys.lines().findFirst().orElseThrow();
    for (String broken : new String[] {secret, secret + "\n" + secret, keys.replace("\n", "x\n")}) {
      site.write("node.keys", broken);
      assertFalse(problem(site.config()).contains(secret.substring(secret.lastIndexOf('+'), 80)));
    }
  }
}
