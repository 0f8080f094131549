package org.smartcorrection.ledger.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.proof.ProofVectors;
import org.smartcorrection.ledger.proof.Verdict;

class VerifyCommandTests {
  @TempDir Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void files() throws Exception {
    byte[] proof = ProofVectors.make().vectors().getFirst().bytes();
    Files.write(directory.resolve("good"), proof);
    proof[proof.length / 3] ^= 1;
    Files.write(directory.resolve("bad"), proof);
    Files.writeString(directory.resolve("policy"), Samples.policy());
  }

  private int run(Map<String, String> environment, String... args) {
    return VerifyCommand.run(
        List.of(args),
        environment,
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8));
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }

  @Test
  void a_valid_file_is_explained_in_english() {
    assertEquals(0, run(Map.of(), file("good"), "--policy", file("policy")));
    assertEquals(
        """
        VALID. Everything below was checked without a network and holds.
        The entry has number 7 of 13 in the log qinghe.example/correction.
        The agency qinghe-justice-bureau signed it, with the key %s.
        Kind of act: leave-granted. Case pseudonym: c-6, entry 1 of the case in this log. Recorded \
        in the hour from 2026-03-02T01:00:00Z.
        bureau cosigned the log's state at 2026-03-02T01:23:45Z.
        Disclosed, and the same as when it was signed:
          act: 17
          days: 7
          document/leave-slip: sha256:%s
          reason: 家中老人住院 — "urgent" 🏥
        Nothing else was fixed with the entry.
        """
            .formatted(
                Samples.AGENCY_KEY.verifierKey().reference(),
                org.smartcorrection.ledger.tree.Hash.sha256(new byte[] {1, 2, 6}).hex())
            .replace("\n", System.lineSeparator()),
        out.toString(UTF_8));
  }

  @Test
  void the_language_is_that_of_the_option_or_of_the_environment() {
    run(Map.of("LANG", "zh_CN.UTF-8"), file("good"), "--policy", file("policy"));
    assertTrue(out.toString(UTF_8).startsWith("有效。"));
    out.reset();
    run(Map.of("LANG", "zh_CN.UTF-8"), "--lang", "en", file("good"), "--policy", file("policy"));
    assertTrue(out.toString(UTF_8).startsWith("VALID."));
    out.reset();
    assertEquals(1, run(Map.of(), file("bad"), "--policy", file("policy"), "--lang", "zh"));
    assertTrue(out.toString(UTF_8).startsWith("无效。"));
  }

  @Test
  void what_cannot_be_checked_is_said_so_and_exits_with_two() throws IOException {
    Files.writeString(directory.resolve("no-policy"), "nothing\n");
    for (List<String> args :
        List.of(
            List.<String>of(),
            List.of(file("good")),
            List.of("--policy", file("policy")),
            List.of(file("good"), "--policy"),
            List.of(file("good"), file("bad"), "--policy", file("policy")),
            List.of(file("good"), "--policy", file("policy"), "--lang", "fr"),
            List.of(file("good"), "--policy", file("policy"), "--other", "x"),
            List.of("a\0b", "--policy", file("policy")),
            List.of(file("absent"), "--policy", file("policy")),
            List.of(file("good"), "--policy", file("absent")),
            List.of(directory.toString(), "--policy", file("policy")),
            List.of(file("good"), "--policy", file("no-policy")))) {
      err.reset();
      assertEquals(2, run(Map.of(), args.toArray(String[]::new)), args.toString());
      assertFalse(err.toString(UTF_8).isBlank(), args.toString());
      assertFalse(err.toString(UTF_8).contains("Exception"), args.toString());
    }
    assertEquals("", out.toString(UTF_8));
  }

  @Test
  void both_languages_say_the_same_things() throws IOException {
    Properties english = messages("verify.properties");
    assertEquals(english.keySet(), messages("verify_zh.properties").keySet());
    for (Verdict.Reason reason : Verdict.Reason.values()) {
      for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
        var lines = new VerdictWords(locale).describe(new Verdict.Invalid(reason, "detail"));
        assertEquals(3, lines.size());
      }
    }
  }

  private static Properties messages(String name) throws IOException {
    var properties = new Properties();
    try (var stream = VerifyCommand.class.getResourceAsStream(name)) {
      if (stream == null) throw new IOException("no " + name);
      properties.load(stream);
    }
    return properties;
  }
}
