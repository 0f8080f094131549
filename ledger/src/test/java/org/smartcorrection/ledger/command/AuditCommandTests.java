package org.smartcorrection.ledger.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.audit.Finding;
import org.smartcorrection.ledger.audit.Logs;
import org.smartcorrection.ledger.note.KeyUse;

class AuditCommandTests {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void write() throws Exception {
    Files.writeString(folder.resolve("policy"), Samples.policy());
    String own = Samples.LOG_KEY.verifierKey().toString();
    String other = Samples.key(Samples.ORIGIN + "/other", KeyUse.LOG).verifierKey().toString();
    Files.writeString(folder.resolve("foreign"), Samples.policy().replace(own, other));
    Logs.write(folder.resolve("log"), Logs.chained(10, "leave-granted"));
    Logs.write(folder.resolve("other"), Logs.chained(8, "leave-refused"));
  }

  private int run(boolean monitors, String... words) {
    out.reset();
    err.reset();
    var args = new ArrayList<String>();
    for (String word : words) args.add(word.startsWith("@") ? file(word.substring(1)) : word);
    var said = new PrintStream(out, true, UTF_8);
    var complained = new PrintStream(err, true, UTF_8);
    return monitors
        ? AuditCommand.monitor(args, Map.of("LANG", "en_GB.UTF-8"), said, complained)
        : AuditCommand.audit(args, Map.of("LANG", "zh_CN.UTF-8"), said, complained);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void a_sound_log_is_told_from_one_that_is_not() throws Exception {
    assertEquals(0, run(false, "@log", "--policy", "@policy", "--lang", "en"));
    assertTrue(out.toString(UTF_8).startsWith("SOUND. "), out.toString(UTF_8));
    assertTrue(out.toString(UTF_8).contains("10 entries"), out.toString(UTF_8));
    Files.delete(folder.resolve("log/tile/entries/000.part"));
    assertEquals(1, run(false, "@log", "--policy", "@policy"));
    assertTrue(out.toString(UTF_8).startsWith("不完好。"), out.toString(UTF_8));
    assertTrue(out.toString(UTF_8).contains("[tile/entries/000.p/10]"), out.toString(UTF_8));
  }

  @Test
  void two_stories_are_told_with_the_file_that_proves_it() {
    String[] both = {"@log", "@other", "--policy", "@policy", "--memory", "@memory"};
    assertEquals(1, run(true, both));
    assertTrue(out.toString(UTF_8).contains(".fork. Keep the file"), out.toString(UTF_8));
    String evidence = out.toString(UTF_8).replaceFirst("(?s).*signature: (.*[.]fork).*", "$1");
    assertEquals(0, verify(evidence.strip(), file("policy")));
    assertEquals(1, verify(evidence.strip(), file("foreign")));
    String[] one = {"@log", "--policy", "@policy", "--memory", "@memory2"};
    assertEquals(0, run(true, one));
    assertTrue(out.toString(UTF_8).contains("final; cosigned by bureau"), out.toString(UTF_8));
  }

  private int verify(String file, String policy) {
    var said = new PrintStream(out, true, UTF_8);
    return VerifyCommand.run(new String[] {file, "--policy", policy}, said, said);
  }

  @Test
  void what_cannot_be_checked_ends_with_two() {
    assertEquals(2, run(false, "@log"));
    assertEquals(2, run(false, "@log", "@other", "--policy", "@policy"));
    assertEquals(2, run(false, "@nowhere", "--policy", "@policy"));
    assertEquals(2, run(false, "@log", "--policy", "@nowhere"));
    assertEquals(2, run(false, "@log", "--policy", "@log/checkpoint"));
    assertEquals(2, run(true, "@log", "--policy", "@policy"));
    assertEquals(2, run(false, "http://[", "--policy", "@policy"));
    assertTrue(!err.toString(UTF_8).contains("\tat "), err.toString(UTF_8));
  }

  @Test
  void both_languages_say_all_there_is_to_say() {
    var noFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    String name = "org.smartcorrection.ledger.command.audit";
    var english = ResourceBundle.getBundle(name, Locale.ENGLISH, noFallback).keySet();
    var chinese = ResourceBundle.getBundle(name, Locale.CHINESE, noFallback).keySet();
    assertEquals(english, chinese);
    for (Finding.Kind kind : Finding.Kind.values()) {
      assertTrue(english.contains("kind." + kind), kind::name);
    }
  }
}
