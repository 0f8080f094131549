package org.smartcorrection.ledger.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.proof.CaseLog;
import org.smartcorrection.ledger.proof.ProofVectors;

class ExplainCommandTests {
  @TempDir Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeEach
  void files() throws Exception {
    var log = new CaseLog();
    for (int i = 0; i < 7; i++) log.act("c-" + i % 3);
    log.register().act("c-1");
    Files.write(directory.resolve("all"), log.proof("c-0", 7).bytes());
    Files.write(directory.resolve("none"), log.proof("x", 7).bytes());
    Files.write(directory.resolve("act"), ProofVectors.make().vectors().getFirst().bytes());
    Files.writeString(directory.resolve("bad"), "nothing");
    Files.writeString(directory.resolve("policy"), Samples.policy());
  }

  private String explained(int code, String file, String language) {
    out.reset();
    var print = new PrintStream(out, true, UTF_8);
    String[] args = {
      directory.resolve(file).toString(),
      "--policy",
      directory.resolve("policy").toString(),
      "--lang",
      language
    };
    assertEquals(code, ExplainCommand.run(List.of(args), Map.of(), print, print), file);
    return out.toString(UTF_8);
  }

  @Test
  void all_acts_of_a_case_are_explained_step_by_step() {
    String said = explained(0, "all", "en");
    assertTrue(said.startsWith("THIS FILE PROVES WHICH ACTS A CASE HAS, ALL OF THEM."), said);
    assertTrue(said.contains("act 3, entry 7 of the log: leave-granted"), said);
    assertTrue(said.contains("among the first 7 entries of the log, 3 of them"), said);
    assertTrue(said.contains("the register among them: 2."), said);
    assertTrue(said.contains("WHAT THIS DOES NOT PROVE"), said);
    assertTrue(said.contains("\n6. "), "six steps");
    assertTrue(explained(0, "none", "en").contains("The case x has no act among the first 7"));
  }

  @Test
  void every_file_is_explained_in_both_languages_to_its_last_value() {
    for (var file : Map.of("all", 0, "none", 0, "act", 0, "bad", 1).entrySet()) {
      for (String language : List.of("en", "zh")) {
        String said = explained(file.getValue(), file.getKey(), language);
        assertFalse(said.matches("(?s).*[{][0-9][}].*"), said);
        assertTrue(said.contains(language.equals("en") ? "NOT PROVE" : "不能证明"), said);
      }
    }
    assertTrue(explained(0, "act", "zh").contains("机构 qinghe-justice-bureau 对该条目签名"));
    assertTrue(explained(2, "absent", "zh").startsWith("无法读取"));
    var print = new PrintStream(out, true, UTF_8);
    assertEquals(2, ExplainCommand.run(List.of("all"), Map.of(), print, print));
  }

  @Test
  void both_languages_say_all_there_is_to_say() {
    var noFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    String name = "org.smartcorrection.ledger.command.explain";
    assertEquals(
        ResourceBundle.getBundle(name, Locale.ENGLISH, noFallback).keySet(),
        ResourceBundle.getBundle(name, Locale.CHINESE, noFallback).keySet());
  }
}
