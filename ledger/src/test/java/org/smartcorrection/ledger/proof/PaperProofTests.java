package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.entry.Agencies;
import org.smartcorrection.ledger.entry.Contents;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Json;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.order.SoloLog;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.InclusionProof;

class PaperProofTests {
  private static final long SEED = 20_261_125;
  private static final String DOCUMENT = Disclosure.DOCUMENT + "1/admonition";
  private static final String TEXT =
      "[[\"agency\",\"青山区司法局\"],[\"title\",\"训诫决定书\"],[\"number\",\"（2026）青矫训字第12号\"],"
          + "[\"field\",\"社区矫正对象\",\"㐀𠮷\"],[\"text\",\"经查，您于2026年3月2日未按时报告（check-in missed）。\"]]";
  // version 40 at level L holds 7089 digits; an address of some 60 letters takes about 150 of them
  private static final int MOST_DIGITS = 6900;

  @TempDir Path folder;

  /** What the platform fixes of an act: every field, and one document. */
  private static Contents contents(int facts, Disclosure document) {
    var all =
        new ArrayList<>(List.of(document, new Disclosure(Entry.ACT, Samples.salt("act"), "7")));
    List<String> names =
        new ArrayList<>(
            List.of(
                "id",
                "type",
                "procedure",
                "instance",
                "schema-version",
                "account",
                "post",
                "role",
                "occurred-at",
                "effective-on",
                "recorded-at"));
    IntStream.range(0, facts).forEach(n -> names.add("fact/some-fact-" + n));
    for (String name : names) all.add(new Disclosure(name, Samples.salt(name), "value of " + name));
    return Contents.of(all);
  }

  private static SignedEntry signed(Contents contents) {
    return SignedEntry.sign(
        new Entry(
            Samples.ORIGIN,
            Samples.AGENCY,
            "7f3e7f3e7f3e7f3e7f3e7f3e7f3e7f3e",
            "admonition-issued",
            new Link("0123456789abcdef0123456789abcdef", 7, Hash.sha256(new byte[] {7})),
            Entry.coarse(Samples.NOW),
            contents.root()),
        Samples.AGENCY_KEY);
  }

  private static Disclosure document(String text) {
    return Disclosure.ofDocument("1/admonition", Samples.salt("paper"), text.getBytes(UTF_8));
  }

  private PaperProof proof(int before, int facts, String text) throws Exception {
    Disclosure document = document(TEXT);
    try (var log = SoloLog.open(folder, Samples.KEYS, Samples.AGENCIES, Samples.CLOCK)) {
      log.submitAll(IntStream.range(0, before).mapToObj(Samples::signed).toList());
      Contents contents = contents(facts, document);
      long index = log.submitAll(List.of(signed(contents))).getFirst().index();
      var file = Samples.proof(log.log(), index, contents.opening(List.of(document)));
      return new PaperProof(file, text);
    }
  }

  private static Verdict verdict(byte[] bytes) throws MalformedException {
    return Verifier.verify(bytes, Policy.parse(Samples.policy().getBytes(UTF_8)));
  }

  @Test
  void a_proof_comes_back_from_bytes_digits_and_an_address_and_is_valid() throws Exception {
    PaperProof proof = proof(40, 6, TEXT);
    byte[] bytes = proof.bytes();
    String digits = proof.digits();
    String address = "https://Correction.example:8443/open/verify#" + digits + "\n";
    assertEquals(proof, PaperProof.parse(bytes));
    assertEquals(proof, PaperProof.read(digits.getBytes(UTF_8)));
    assertEquals(proof, PaperProof.read(address.getBytes(UTF_8)));
    for (byte[] form : List.of(bytes, digits.getBytes(UTF_8), address.getBytes(UTF_8))) {
      var valid = assertInstanceOf(Verdict.Valid.class, verdict(form));
      assertEquals(TEXT, valid.document());
      assertEquals(DOCUMENT, valid.disclosed().getFirst().name());
    }
    // the same proof as the file says: one truth in two forms
    assertInstanceOf(Verdict.Valid.class, verdict(proof.file().bytes()));
  }

  @Test
  void a_paper_of_an_agency_that_signs_twice_carries_both_signatures() throws Exception {
    var sm2 = Samples.key("qinghe.example/justice-bureau-sm2", KeyUse.ENTRY_SM2);
    Disclosure document = document(TEXT);
    Contents contents = contents(6, document);
    SignedEntry twice = signed(contents).signedAgain(sm2);
    var keys = Map.of(Samples.AGENCY, List.of(Samples.AGENCY_KEY.verifierKey(), sm2.verifierKey()));
    PaperProof proof;
    try (var log = SoloLog.open(folder, Samples.KEYS, new Agencies(keys), Samples.CLOCK)) {
      log.submit(twice);
      proof =
          new PaperProof(Samples.proof(log.log(), 0, contents.opening(List.of(document))), TEXT);
    }
    assertEquals(proof, PaperProof.parse(proof.bytes()));
    assertEquals(
        twice, PaperProof.read(proof.digits().getBytes(UTF_8)).file().disclosed().signed());
    assertInstanceOf(Verdict.Valid.class, verdict(proof.bytes()));
    Files.write(Path.of("target", "paper-signed-twice.bin"), proof.bytes());
  }

  @Test
  void a_paper_with_other_words_than_were_recorded_is_refused() throws Exception {
    PaperProof forged = proof(3, 4, TEXT.replace("未按时", "已按时"));
    var verdict = assertInstanceOf(Verdict.Invalid.class, verdict(forged.bytes()));
    assertEquals(Verdict.Reason.FALSE_DISCLOSURE, verdict.reason());
    assertInstanceOf(Verdict.Valid.class, verdict(forged.withoutText().bytes()));
  }

  @Test
  void a_usual_paper_fits_into_one_code_in_a_log_of_millions_of_entries() throws Exception {
    ProofFile small = proof(1000, 6, TEXT).file();
    // a path of 24 hashes belongs to 16 million entries
    long size = 1L << 24;
    var path = new ArrayList<>(small.path());
    while (path.size() < 24) path.add(Hash.sha256(new byte[] {(byte) path.size()}));
    Hash leaf = small.disclosed().signed().leafHash();
    Hash root = new InclusionProof(small.index(), size, path).root(leaf).orElseThrow();
    var head = new Checkpoint(Samples.ORIGIN, size, root);
    String signed = small.checkpoint().replaceFirst("(?s)^.*?\n\n", head.text() + "\n");
    var large = new PaperProof(new ProofFile(small.extra(), small.index(), path, signed), TEXT);
    assertEquals(large, PaperProof.parse(large.bytes()));
    int bytes = large.withoutText().bytes().length;
    assertTrue(bytes < 1400, bytes + " bytes without the text");
    assertTrue(large.digits().length() <= MOST_DIGITS, large.digits().length() + " digits");
  }

  @Test
  void cut_bytes_and_digits_are_malformed() throws Exception {
    byte[] bytes = proof(9, 5, TEXT).bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(MalformedException.class, () -> PaperProof.parse(cut), "cut to " + length);
    }
    String digits = Digits.of(bytes);
    for (int length : new int[] {1, 2, 3, 100, digits.length() - 1}) {
      byte[] cut = digits.substring(0, length).getBytes(UTF_8);
      var verdict = assertInstanceOf(Verdict.Invalid.class, verdict(cut));
      assertEquals(Verdict.Reason.MALFORMED_PROOF, verdict.reason());
    }
  }

  @Test
  void no_changed_byte_is_believed() throws Exception {
    byte[] bytes = proof(9, 5, TEXT).bytes();
    var random = new Random(SEED);
    var mutations = new ArrayList<Json>();
    mutations.add(mutation("unchanged", bytes));
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) (1 << random.nextInt(8));
      boolean textOnly = at >= 3 && at < 3 + 300;
      // packed text may be packed in two ways; the words that come out are the recorded ones then
      if (verdict(changed) instanceof Verdict.Valid valid)
        assertTrue(textOnly && TEXT.equals(valid.document()), "byte " + at + ", seed " + SEED);
      mutations.add(mutation("byte " + at, changed));
      mutations.add(mutation("byte " + at + ", digits", Digits.of(changed).getBytes(UTF_8)));
    }
    var file =
        new Json.Fields(
            Map.of(
                "policies", new Json.Fields(Map.of("bureau", new Json.Text(Samples.policy()))),
                "vectors", new Json.Items(mutations)));
    // the browser's verifier is held against these
    Files.write(Path.of("target", "paper-mutations.json"), file.bytes());
  }

  private static Json mutation(String name, byte[] bytes) throws MalformedException {
    String expected =
        switch (verdict(bytes)) {
          case Verdict.Valid _, Verdict.Complete _ -> ProofVectors.VALID;
          case Verdict.Invalid(var reason, var _) -> reason.name();
        };
    return new Json.Fields(
        Map.of(
            "name", new Json.Text(name),
            "policy", new Json.Text("bureau"),
            "proof", new Json.Text(Strict.base64(bytes)),
            "expected", new Json.Text(expected)));
  }

  @Test
  void noise_never_throws_anything_but_malformed() throws Exception {
    var random = new Random(SEED);
    byte[] start = proof(2, 2, TEXT).bytes();
    for (int run = 0; run < 20_000; run++) {
      byte[] noise = start.clone();
      for (int changes = random.nextInt(12) + 1; changes > 0; changes--)
        noise[3 + random.nextInt(noise.length - 3)] = (byte) random.nextInt(256);
      try {
        assertTrue(PaperProof.parse(noise).bytes().length > 0);
      } catch (MalformedException e) {
        assertTrue(e.getMessage() != null, "seed " + SEED);
      }
    }
  }

  @Test
  void digits_are_the_same_bytes_again_at_every_length() throws Exception {
    var random = new Random(SEED);
    for (int length = 1; length < 200; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      if (length % 3 == 0) Arrays.fill(bytes, (byte) 0xff);
      assertArrayEquals(bytes, Digits.read(Digits.of(bytes)), "length " + length);
    }
    assertThrows(MalformedException.class, () -> Digits.read("256"));
    assertThrows(MalformedException.class, () -> Digits.read("12"));
    assertThrows(MalformedException.class, () -> Digits.read("1x2"));
  }
}
