package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.entry.Json;
import org.smartcorrection.ledger.proof.CaseProof.Placed;

/** The proof of which acts a case has; forgeries of each kind are in {@link CaseVectors}. */
class CaseProofTests {
  private Policy policy;
  private CaseLog log;

  @BeforeEach
  void log() throws Exception {
    policy = Policy.parse(Samples.policy().getBytes(UTF_8));
    log = CaseVectors.log();
  }

  private Verdict.Complete complete(CaseProof proof) {
    return assertInstanceOf(Verdict.Complete.class, Verifier.verify(proof.bytes(), policy));
  }

  @Test
  void all_acts_up_to_the_register_are_told_with_their_places() throws Exception {
    var found = complete(log.proof(CaseVectors.CASE, CaseVectors.REGISTER));
    assertEquals(2, found.latest());
    assertTrue(found.isWhole());
    assertEquals(List.of(2L, 7L), found.entries().stream().map(Placed::index).toList());
    assertEquals(1, found.number(0));
    assertEquals(11, found.statement().size());
    assertEquals(5, found.statement().cases());
    assertEquals(15, found.checkpoint().size());
    assertEquals(Samples.AGENCY_KEY.verifierKey(), found.signers().agency());
  }

  @Test
  void the_latest_alone_says_that_it_is_the_latest_and_not_that_these_are_all() throws Exception {
    CaseProof all = log.proof("c-0", CaseVectors.REGISTER);
    var found =
        complete(log.proof(all.register(), CaseVectors.REGISTER, all.entries().subList(2, 3)));
    assertFalse(found.isWhole());
    assertEquals(3, found.latest());
    assertEquals(3, found.number(0));
    assertEquals(0, complete(log.proof("c-7", CaseVectors.REGISTER)).latest());
  }

  @Test
  void a_file_is_read_as_it_was_written() throws Exception {
    for (String name : List.of("c-0", "c-4", "a", "c-7", "x")) {
      CaseProof proof = log.proof(name, CaseVectors.REGISTER);
      assertEquals(proof, CaseProof.parse(proof.bytes()));
      assertArrayEquals(proof.bytes(), CaseProof.parse(proof.bytes()).bytes());
    }
  }

  @Test
  void a_changed_byte_never_makes_another_statement_valid() throws Exception {
    long seed = 6962;
    var random = new Random(seed);
    var mutations = new ArrayList<Json>();
    for (String name : List.of("c-0", "c-7")) {
      byte[] good = log.proof(name, CaseVectors.REGISTER).bytes();
      Verdict original = Verifier.verify(good, policy);
      assertInstanceOf(Verdict.Complete.class, original);
      for (int i = 0; i < good.length; i++) {
        byte[] changed = good.clone();
        changed[i] ^= (byte) (1 << random.nextInt(8));
        Verdict verdict = Verifier.verify(changed, policy);
        mutations.add(mutation(name + ", byte " + i, changed, verdict));
        // the name of a key nobody asked for may change, and of cases without acts there are more;
        // what is stated of one with acts may not
        if (verdict instanceof Verdict.Complete accepted) {
          boolean absent =
              accepted.latest() == 0 && log.indexes(accepted.casePseudonym(), 11).isEmpty();
          if (!absent) assertEquals(original, accepted, "seed " + seed + " byte " + i);
        }
      }
    }
    // the browser's verifier is held against these
    Files.write(
        Path.of("target", "case-mutations.json"),
        new Json.Fields(
                Map.of(
                    "policies", new Json.Fields(Map.of("bureau", new Json.Text(Samples.policy()))),
                    "vectors", new Json.Items(mutations)))
            .bytes());
  }

  private static Json mutation(String name, byte[] bytes, Verdict verdict) {
    String expected =
        verdict instanceof Verdict.Invalid(var reason, var _) ? reason.name() : ProofVectors.VALID;
    return new Json.Fields(
        Map.of(
            "name", new Json.Text(name),
            "policy", new Json.Text("bureau"),
            "proof", new Json.Text(Strict.base64(bytes)),
            "expected", new Json.Text(expected)));
  }

  @Test
  void no_bytes_at_all_make_the_verifier_throw() throws Exception {
    long seed = 5;
    var random = new Random(seed);
    byte[] good = log.proof("c-0", CaseVectors.REGISTER).bytes();
    int header = CaseProof.HEADER.length() + 1;
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = good.clone();
      for (int n = random.nextInt(20); n >= 0; n--) {
        int at = header + random.nextInt(bytes.length - header);
        bytes[at] = bytes[random.nextInt(bytes.length)];
      }
      byte[] cut = Arrays.copyOf(bytes, header + random.nextInt(bytes.length - header + 1));
      assertNotNull(Verifier.verify(cut, policy), "seed " + seed + " round " + i);
    }
  }
}
