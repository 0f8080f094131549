package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.Json;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.NoteSignature;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.tree.InclusionProof;

/**
 * The vectors in {@code proof-vectors.json}, which the browser's verifier is tried with as well:
 * {@code {"policies": {name: text}, "vectors": [{"name", "policy", "proof": base64, "expected"}]}},
 * expected being VALID or the reason.
 */
class VerifierTests {
  private static final String VECTORS = "proof-vectors.json";

  private static String verdict(byte[] proof, Policy policy) {
    return switch (Verifier.verify(proof, policy)) {
      case Verdict.Valid _, Verdict.Complete _ -> ProofVectors.VALID;
      case Verdict.Invalid(var reason, var _) -> reason.name();
    };
  }

  private static Map<String, Policy> policies(ProofVectors vectors) throws Exception {
    var policies = new HashMap<String, Policy>();
    for (var policy : vectors.policies().entrySet()) {
      policies.put(policy.getKey(), Policy.parse(policy.getValue().getBytes(UTF_8)));
    }
    return policies;
  }

  @Test
  void true_proofs_are_valid_and_each_forgery_is_refused_for_its_reason() throws Exception {
    ProofVectors vectors = ProofVectors.make();
    Map<String, Policy> policies = policies(vectors);
    var wrong = new LinkedHashMap<String, String>();
    for (ProofVectors.Vector vector : vectors.vectors()) {
      Policy policy = policies.get(vector.policy());
      assertNotNull(policy);
      String verdict = verdict(vector.bytes(), policy);
      if (!verdict.equals(vector.expected())) {
        wrong.put(vector.name(), verdict + " for " + vector.expected());
      }
    }
    assertEquals(Map.of(), wrong);
  }

  @Test
  void every_reason_has_a_vector() throws Exception {
    var reasons = EnumSet.noneOf(Verdict.Reason.class);
    for (ProofVectors.Vector vector : ProofVectors.make().vectors()) {
      if (!vector.expected().equals(ProofVectors.VALID)) {
        reasons.add(Verdict.Reason.valueOf(vector.expected()));
      }
    }
    assertEquals(EnumSet.allOf(Verdict.Reason.class), reasons);
  }

  @Test
  void the_kept_vectors_are_still_what_this_version_makes() throws Exception {
    // a difference means that files in people's hands would no longer be valid
    byte[] made = ProofVectors.make().json();
    Path copy = Path.of("target", VECTORS);
    Files.write(copy, made);
    try (var kept = VerifierTests.class.getResourceAsStream(VECTORS)) {
      assertNotNull(kept, VECTORS);
      assertArrayEquals(kept.readAllBytes(), made, "compare with " + copy);
    }
  }

  @Test
  void what_a_valid_proof_tells_is_what_was_signed() throws Exception {
    ProofVectors vectors = ProofVectors.make();
    Policy policy = Policy.parse(Samples.policy().getBytes(UTF_8));
    byte[] proof = vectors.vectors().getFirst().bytes();
    var valid = assertInstanceOf(Verdict.Valid.class, Verifier.verify(proof, policy));
    assertEquals(Samples.signed(6), valid.entry());
    assertEquals(6, valid.index());
    assertEquals(13, valid.checkpoint().size());
    assertEquals(
        List.of("17", "7"), valid.disclosed().stream().map(Disclosure::value).limit(2).toList());
    assertEquals(Samples.AGENCY_KEY.verifierKey(), valid.signers().agency());
    assertEquals(Samples.LOG_KEY.verifierKey(), valid.signers().log());
    assertEquals(Map.of("bureau", Samples.NOW), valid.signers().cosigners());
  }

  @Test
  void a_second_signature_is_told_and_a_wrong_one_by_a_known_key_makes_all_worthless()
      throws Exception {
    var sm2 = Samples.key("qinghe.example/justice-bureau-sm2", KeyUse.ENTRY_SM2);
    String line = "agency " + Samples.AGENCY + " " + sm2.verifierKey() + "\n";
    Policy policy = Policy.parse((Samples.policy() + line).getBytes(UTF_8));
    SignedEntry twice = Samples.signed(0).signedAgain(sm2);

    var valid = assertInstanceOf(Verdict.Valid.class, Verifier.verify(only(twice), policy));
    assertEquals(Optional.of(sm2.verifierKey()), valid.signers().second());

    byte[] other = Samples.signed(1).signedAgain(sm2).secondSignature().orElseThrow();
    SignedEntry wrong = Samples.signed(0).with(sm2.verifierKey().reference(), other);
    var invalid = assertInstanceOf(Verdict.Invalid.class, Verifier.verify(only(wrong), policy));
    assertEquals(Verdict.Reason.WRONG_ENTRY_SIGNATURE, invalid.reason());
    assertFalse(policy.agencies().allow(wrong, 0));
    assertTrue(policy.agencies().allow(twice, 0));
    assertFalse(Samples.AGENCIES.allow(twice, 0), "a log takes no key that it does not know");
  }

  /** The proof of an entry that is alone in its log. */
  private static byte[] only(SignedEntry entry) {
    var head = new Checkpoint(Samples.ORIGIN, 1, entry.leafHash());
    var signatures =
        List.of(
            NoteSignature.sign(head.text(), Samples.LOG_KEY),
            NoteSignature.cosign(head, Samples.COSIGNER, Samples.NOW));
    return ProofFile.of(
            DisclosedEntry.silent(entry),
            new InclusionProof(0, 1, List.of()),
            new SignedNote(head.text(), signatures).toString())
        .bytes();
  }

  @Test
  void a_changed_byte_never_makes_another_statement_valid() throws Exception {
    ProofVectors vectors = ProofVectors.make();
    Map<String, Policy> policies = policies(vectors);
    long seed = 9162;
    var random = new Random(seed);
    var mutations = new ArrayList<Json>();
    for (ProofVectors.Vector vector : vectors.vectors().subList(0, 3)) {
      byte[] good = vector.bytes();
      Policy policy = policies.get(vector.policy());
      assertNotNull(policy);
      var original = assertInstanceOf(Verdict.Valid.class, Verifier.verify(good, policy));
      for (int i = 0; i < good.length; i++) {
        byte[] changed = good.clone();
        changed[i] ^= (byte) (1 << random.nextInt(8));
        Verdict verdict = Verifier.verify(changed, policy);
        // the name of a key nobody asked for may change; what is stated may not
        if (verdict instanceof Verdict.Valid valid) {
          assertEquals(original, valid, "seed " + seed + " byte " + i);
        }
        if (random.nextInt(4) == 0) {
          mutations.add(mutation(vector, i, changed, verdict(changed, policy)));
        }
      }
    }
    assertTrue(mutations.size() > 200, "too few mutations to compare verifiers with");
    writeMutations(vectors, mutations);
  }

  private static Json mutation(ProofVectors.Vector of, int at, byte[] bytes, String verdict) {
    return new Json.Fields(
        Map.of(
            "name", new Json.Text(of.name() + ", byte " + at),
            "policy", new Json.Text(of.policy()),
            "proof", new Json.Text(Strict.base64(bytes)),
            "expected", new Json.Text(verdict)));
  }

  private static void writeMutations(ProofVectors vectors, List<Json> mutations)
      throws IOException {
    var policies = new HashMap<String, Json>();
    vectors.policies().forEach((name, text) -> policies.put(name, new Json.Text(text)));
    var file =
        new Json.Fields(
            Map.of("policies", new Json.Fields(policies), "vectors", new Json.Items(mutations)));
    Files.write(Path.of("target", "proof-mutations.json"), file.bytes());
  }

  @Test
  void no_bytes_at_all_make_the_verifier_throw() throws Exception {
    Policy policy = Policy.parse(Samples.policy().getBytes(UTF_8));
    long seed = 4;
    var random = new Random(seed);
    byte[] good = ProofVectors.make().vectors().getFirst().bytes();
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = good.clone();
      for (int n = random.nextInt(30); n >= 0; n--) {
        int at = random.nextInt(bytes.length);
        bytes[at] = bytes[random.nextInt(bytes.length)];
      }
      byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      assertNotNull(Verifier.verify(cut, policy), "seed " + seed + " round " + i);
    }
  }
}
