package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.command.VerifyCommand;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.proof.PackageVerdict.Finding;
import org.smartcorrection.ledger.proof.PackageVerdict.Reason;
import org.smartcorrection.ledger.tree.Hash;

class PackageVerifierTests {
  private static final String SLIP = "执行档案/001 准假证明.json";
  private static final String PROOF = "证明/0017.tlog-proof";
  private static final String WHOLE = "证明/全案.case-proof";
  private static final String OTHER = "卷内目录/工作档案.pdf";

  @TempDir Path directory;
  private Policy policy;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  @BeforeEach
  void files() throws Exception {
    policy = Policy.parse(Samples.policy().getBytes(UTF_8));
    // the original whose hash entry 6 of the samples commits to
    files.put(SLIP, new byte[] {1, 2, 6});
    files.put(PROOF, ProofVectors.make().vectors().getFirst().bytes());
    files.put(OTHER, "contents".getBytes(UTF_8));
  }

  private Manifest manifest() {
    return new Manifest(
        Samples.AGENCY,
        "QH-2026-0001",
        "2026-03-02T01:23:45Z",
        "qinghe",
        Map.of(),
        files.entrySet().stream()
            .map(
                file ->
                    new Manifest.Item(
                        file.getKey(),
                        kind(file.getKey()),
                        "",
                        file.getKey().equals(OTHER) ? 0 : 17,
                        "2026-03-02",
                        file.getValue().length,
                        Hash.sha256(file.getValue())))
            .toList());
  }

  private static String kind(String path) {
    return switch (path) {
      case SLIP -> Manifest.ORIGINAL;
      case PROOF -> Manifest.PROOF;
      case WHOLE -> Manifest.CASE_PROOF;
      case String _ -> "contents";
    };
  }

  private Path zip(Manifest manifest) throws IOException {
    byte[] bytes = manifest.bytes();
    return zip(bytes, PackageSignature.sign(Samples.AGENCY, bytes, Samples.AGENCY_KEY).bytes());
  }

  private Path zip(byte[] manifest, byte[] signature) throws IOException {
    Path file = directory.resolve("file.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var one : files.entrySet()) put(out, one.getKey(), one.getValue());
      put(out, Manifest.PATH, manifest);
      put(out, PackageSignature.PATH, signature);
    }
    return file;
  }

  private static void put(ZipOutputStream out, String path, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(path));
    out.write(content);
    out.closeEntry();
  }

  private List<Finding> findings(Path file) {
    return assertInstanceOf(PackageVerdict.Invalid.class, PackageVerifier.verify(file, policy))
        .findings();
  }

  @Test
  void an_archive_signed_with_a_revoked_key_is_not_to_be_relied_on() throws Exception {
    String key = Samples.AGENCY_KEY.verifierKey().reference();
    String revoked = Samples.policy() + "revoked %s %s 999\n".formatted(key, Samples.ORIGIN);
    policy = Policy.parse(revoked.getBytes(UTF_8));
    assertEquals(
        List.of(new Finding(Reason.REVOKED_KEY, PackageSignature.PATH)),
        findings(zip(manifest())),
        "and the proof in it, of before, still holds");
  }

  @Test
  void an_archive_that_nobody_touched_is_valid() throws Exception {
    var valid =
        assertInstanceOf(
            PackageVerdict.Valid.class, PackageVerifier.verify(zip(manifest()), policy));
    assertEquals(1, valid.proofs());
    assertEquals(1, valid.proven());
    assertEquals(manifest(), valid.manifest());
    assertEquals(manifest(), Manifest.parse(manifest().bytes()));
  }

  @Test
  void one_byte_of_one_file_is_named() throws Exception {
    Manifest signed = manifest();
    for (String path : List.of(SLIP, PROOF, OTHER)) {
      byte[] whole = Objects.requireNonNull(files.get(path));
      byte[] changed = whole.clone();
      changed[changed.length / 2] ^= 1;
      files.put(path, changed);
      assertEquals(List.of(new Finding(Reason.CHANGED, path)), findings(zip(signed)));
      files.put(path, whole);
    }
  }

  @Test
  void what_is_missing_added_or_longer_is_named() throws Exception {
    Manifest signed = manifest();
    byte[] contents = files.remove(OTHER);
    assertEquals(List.of(new Finding(Reason.MISSING, OTHER)), findings(zip(signed)));
    files.put(OTHER, contents);
    files.put("执行档案/002.json", new byte[] {7});
    assertEquals(List.of(new Finding(Reason.UNLISTED, "执行档案/002.json")), findings(zip(signed)));
    files.remove("执行档案/002.json");
    files.put(OTHER, new byte[1 << 20]);
    assertEquals(List.of(new Finding(Reason.CHANGED, OTHER)), findings(zip(signed)));
  }

  @Test
  void a_manifest_that_the_agency_did_not_sign_counts_for_nothing() throws Exception {
    byte[] signature =
        PackageSignature.sign(Samples.AGENCY, manifest().bytes(), Samples.AGENCY_KEY).bytes();
    files.put(OTHER, new byte[] {9});
    assertEquals(
        List.of(new Finding(Reason.WRONG_SIGNATURE, Manifest.PATH)),
        findings(zip(manifest().bytes(), signature)));
    var strange = Samples.key("elsewhere.example/agency", KeyUse.ENTRY);
    byte[] foreign = PackageSignature.sign(Samples.AGENCY, manifest().bytes(), strange).bytes();
    assertEquals(
        List.of(new Finding(Reason.UNKNOWN_AGENCY_KEY, PackageSignature.PATH)),
        findings(zip(manifest().bytes(), foreign)));
    assertEquals(
        List.of(new Finding(Reason.MALFORMED_SIGNATURE, PackageSignature.PATH)),
        findings(zip(manifest().bytes(), new byte[0])));
    assertEquals(
        List.of(new Finding(Reason.MALFORMED_MANIFEST, Manifest.PATH)),
        findings(zip(" {}".getBytes(UTF_8), signature)));
  }

  @Test
  void an_original_that_the_proof_of_its_act_does_not_know_is_named() throws Exception {
    files.put(SLIP, new byte[] {1, 2, 7});
    assertEquals(List.of(new Finding(Reason.UNPROVEN, SLIP)), findings(zip(manifest())));
    files.put(PROOF, "no proof".getBytes(UTF_8));
    assertEquals(List.of(new Finding(Reason.WRONG_PROOF, PROOF)), findings(zip(manifest())));
  }

  @Test
  void no_path_leads_out_of_the_archive() {
    for (String path :
        List.of(
            "",
            "/a",
            "a//b",
            "../a",
            "a/../b",
            "a/.",
            "a\\b",
            "c:a",
            "a\nb",
            "a/",
            "a.",
            "a ",
            Manifest.PATH,
            PackageSignature.PATH,
            "x".repeat(201)))
      assertThrows(
          IllegalArgumentException.class,
          () -> new Manifest.Item(path, "k", "", 0, "", 0, Hash.EMPTY),
          path);
    Manifest.Item one = new Manifest.Item("A", "k", "", 0, "", 0, Hash.EMPTY);
    Manifest.Item same = new Manifest.Item("a", "k", "", 0, "", 0, Hash.EMPTY);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Manifest("a", "c", "t", "b", Map.of(), List.of(one, same)));
  }

  @Test
  void a_damaged_archive_is_never_valid_and_never_breaks_the_verifier() throws Exception {
    byte[] whole = Files.readAllBytes(zip(manifest()));
    long seed = 20_261_125;
    var random = new Random(seed);
    int named = 0;
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      int at = random.nextInt(damaged.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Path file = Files.write(directory.resolve("damaged.zip"), damaged);
      // what no reader looks at, such as a time in the directory, may change
      if (PackageVerifier.verify(file, policy) instanceof PackageVerdict.Invalid) named++;
    }
    assertTrue(named > 150, "seed " + seed + ": " + named);
  }

  @Test
  void the_command_says_which_file_is_wrong() throws Exception {
    Path policyFile = Files.writeString(directory.resolve("policy"), Samples.policy());
    var out = new ByteArrayOutputStream();
    Manifest signed = manifest();
    assertEquals(0, run(zip(signed), policyFile, out));
    assertTrue(out.toString(UTF_8).startsWith("VALID."));
    out.reset();
    files.put(SLIP, new byte[] {0});
    assertEquals(1, run(zip(signed), policyFile, out));
    assertTrue(out.toString(UTF_8).contains(SLIP + ": not the file that was signed"));
  }

  @Test
  void an_archive_is_held_against_all_that_the_case_has() throws Exception {
    var log = new CaseLog();
    for (int i = 0; i < 3; i++) log.act("c-77");
    CaseProof whole = log.register().proof("c-77", 3);
    files.put(WHOLE, whole.bytes());
    assertEquals(
        List.of(new Finding(Reason.WRONG_PROOF, WHOLE)),
        findings(zip(manifest())),
        "another case's act");
    files.remove(SLIP);
    files.put(PROOF, log.single(1).bytes());
    var valid =
        assertInstanceOf(
            PackageVerdict.Valid.class, PackageVerifier.verify(zip(manifest()), policy));
    assertEquals(List.of(1L, 3L), valid.whole().getFirst().absent());
    assertEquals(3, valid.whole().getFirst().proof().latest());
    byte[] changed = whole.bytes();
    changed[changed.length / 2] ^= 1;
    files.put(WHOLE, changed);
    assertEquals(List.of(new Finding(Reason.WRONG_PROOF, WHOLE)), findings(zip(manifest())));
  }

  private static int run(Path file, Path policy, ByteArrayOutputStream out) {
    var print = new PrintStream(out, true, UTF_8);
    String[] args = {file.toString(), "--policy", policy.toString(), "--lang", "en"};
    return VerifyCommand.run(args, print, print);
  }
}
