package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.Json;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.NoteSignature;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.InclusionProof;
import org.smartcorrection.ledger.tree.Subtrees;

/** Proof files that must be found valid, and forgeries of each kind that must not. */
public final class ProofVectors {
  static final String VALID = "VALID";

  private static final int SIZE = 13;
  private static final int INDEX = 6;
  private static final SigningKey SECOND =
      Samples.key("procuratorate.example/cosigner", KeyUse.COSIGNATURE);

  /** One file, the policy to check it against, and the verdict: VALID or the reason. */
  public record Vector(String name, String policy, String proof, String expected) {
    public byte[] bytes() throws MalformedException {
      return Strict.base64(proof);
    }
  }

  private final SequencedMap<String, String> policies = new LinkedHashMap<>();
  private final List<Vector> vectors = new ArrayList<>();

  private ProofVectors() {}

  SequencedMap<String, String> policies() {
    return policies;
  }

  public List<Vector> vectors() {
    return vectors;
  }

  /** The form in which the vectors are kept: canonical JSON, a file that other languages read. */
  byte[] json() {
    var list = new ArrayList<Json>();
    for (Vector vector : vectors) {
      list.add(
          object(
              Map.of(
                  "name", vector.name(),
                  "policy", vector.policy(),
                  "proof", vector.proof(),
                  "expected", vector.expected())));
    }
    return new Json.Fields(Map.of("policies", object(policies), "vectors", new Json.Items(list)))
        .bytes();
  }

  private static Json object(Map<String, String> texts) {
    var fields = new LinkedHashMap<String, Json>();
    texts.forEach((name, text) -> fields.put(name, new Json.Text(text)));
    return new Json.Fields(fields);
  }

  private void add(String name, String policy, ProofFile proof, String expected) {
    add(name, policy, proof.bytes(), expected);
  }

  private void add(String name, String policy, byte[] proof, String expected) {
    vectors.add(new Vector(name, policy, Strict.base64(proof), expected));
  }

  private void add(String name, ProofFile proof, Verdict.Reason expected) {
    add(name, "bureau", proof, expected.name());
  }

  private static List<SignedEntry> log() {
    var log = new ArrayList<SignedEntry>();
    for (int i = 0; i < SIZE; i++) log.add(Samples.signed(i));
    return log;
  }

  private static Subtrees subtrees(List<SignedEntry> log) {
    return new Subtrees() {
      @Override
      public Hash at(int height, long index) throws java.io.IOException {
        if (height == 0) return log.get((int) index).leafHash();
        return Hash.node(at(height - 1, 2 * index), at(height - 1, 2 * index + 1));
      }
    };
  }

  private static String checkpoint(Checkpoint head, SigningKey log, SigningKey... cosigners) {
    var signatures = new ArrayList<NoteSignature>();
    signatures.add(NoteSignature.sign(head.text(), log));
    for (SigningKey key : cosigners) signatures.add(NoteSignature.cosign(head, key, Samples.NOW));
    return new SignedNote(head.text(), signatures).toString();
  }

  /** The proof of one entry of a log of its own, under a checkpoint with these cosigners. */
  private static ProofFile proof(
      List<SignedEntry> log, int index, List<Disclosure> told, SigningKey... cosigners)
      throws java.io.IOException {
    Subtrees tree = subtrees(log);
    var head = new Checkpoint(Samples.ORIGIN, log.size(), tree.over(0, log.size()));
    return ProofFile.of(
        DisclosedEntry.of(log.get(index), Samples.contents(index), told),
        InclusionProof.from(tree, index, log.size()),
        checkpoint(head, Samples.LOG_KEY, cosigners));
  }

  private static ProofFile with(ProofFile file, String checkpoint) {
    return new ProofFile(file.extra(), file.index(), file.path(), checkpoint);
  }

  public static ProofVectors make() throws java.io.IOException, MalformedException {
    var made = new ProofVectors();
    String bureau = Samples.policy();
    String second = "witness procuratorate " + SECOND.verifierKey() + "\n";
    made.policies.put("bureau", bureau);
    made.policies.put("none", bureau.replace("quorum bureau", "quorum none"));
    for (String needed : List.of("any", "all")) {
      String group = second + "group both " + needed + " bureau procuratorate\nquorum both";
      made.policies.put(needed, bureau.replace("quorum bureau", group));
    }
    var other = Samples.key("qinghe.example/other", KeyUse.ENTRY);
    made.policies.put(
        "other-agency-key",
        bureau.replace(Samples.AGENCY_KEY.verifierKey().toString(), "" + other.verifierKey()));
    made.policies.put("other-log", bureau.replace("" + Samples.LOG_KEY.verifierKey(), otherLog()));

    List<Disclosure> all = List.copyOf(Samples.disclosures(INDEX).values());
    List<SignedEntry> log = log();
    ProofFile good = proof(log, INDEX, all, Samples.COSIGNER);
    ProofFile both = proof(log, INDEX, all, Samples.COSIGNER, SECOND);
    made.valid(log, good, both);
    made.revoked(log, good);
    made.signedAgain();
    DisclosureVectors.addTo(made.vectors, log, good);
    made.changedTree(log, good);
    made.changedCheckpoint(log, good, both);
    made.malformed(good);
    CaseVectors.addTo(made.vectors);
    return made;
  }

  private static String otherLog() {
    return Samples.key("elsewhere.example/correction", KeyUse.LOG).verifierKey().toString();
  }

  private void valid(List<SignedEntry> log, ProofFile good, ProofFile both)
      throws java.io.IOException {
    add("everything disclosed", "bureau", good, VALID);
    add("nothing disclosed", "bureau", proof(log, 0, List.of(), Samples.COSIGNER), VALID);
    add("the last entry", "bureau", proof(log, SIZE - 1, List.of(), Samples.COSIGNER), VALID);
    add(
        "the only entry",
        "bureau",
        proof(log.subList(0, 1), 0, List.of(), Samples.COSIGNER),
        VALID);
    add("no cosigner asked", "none", proof(log, INDEX, List.of()), VALID);
    add("one of two cosigners", "any", good, VALID);
    add("both cosigners", "all", both, VALID);
    add("a cosigner nobody asked for", "bureau", both, VALID);
  }

  /** A key counts up to the size at which it was revoked, in the log in which it was. */
  private void revoked(List<SignedEntry> log, ProofFile good) throws java.io.IOException {
    VerifierKey agency = Samples.AGENCY_KEY.verifierKey();
    VerifierKey bureau = Samples.COSIGNER.verifierKey();
    VerifierKey register = Samples.LOG_KEY.verifierKey();
    revoked("the agency's key before its entry", agency, INDEX, good, "REVOKED_KEY");
    revoked("the agency's key after its entry", agency, INDEX + 1, good, VALID);
    revoked("the agency's key from the start", agency, 0, good, "REVOKED_KEY");
    revoked("the cosigner's key before the head", bureau, SIZE - 1, good, "NO_QUORUM");
    revoked("the cosigner's key after the head", bureau, SIZE, good, VALID);
    revoked("the log's key before the head", register, SIZE - 1, good, "NO_LOG_SIGNATURE");
    revoked("the log's key after the head", register, SIZE, good, VALID);
    policies.put(
        "elsewhere", Samples.policy() + "revoked " + agency.reference() + " x.example/log 0\n");
    add("a key revoked in another log", "elsewhere", good, VALID);
    var lasting = Samples.key("court.example/w-pq", KeyUse.COSIGNATURE_ML_DSA);
    String witness = "witness court " + lasting.verifierKey() + "\n";
    policies.put(
        "lasting",
        Samples.policy()
            .replace("quorum bureau", witness + "group one any bureau court\nquorum one"));
    add(
        "a cosigner with ML-DSA beside one with Ed25519",
        "lasting",
        proof(log, INDEX, List.of(), Samples.COSIGNER, lasting),
        VALID);
  }

  private void revoked(String name, VerifierKey key, int size, ProofFile good, String expected) {
    String line = "revoked %s %s %d\n".formatted(key.reference(), Samples.ORIGIN, size);
    policies.put(name, Samples.policy() + line);
    add("revoked: " + name, name, good, expected);
  }

  /** A second signature with SM2 is part of the leaf, and an unknown key of it is passed over. */
  private void signedAgain() throws java.io.IOException {
    var sm2 = Samples.key("qinghe.example/justice-bureau-sm2", KeyUse.ENTRY_SM2);
    policies.put(
        "sm2", Samples.policy() + "agency " + Samples.AGENCY + " " + sm2.verifierKey() + "\n");
    List<SignedEntry> log = log();
    log.set(INDEX, log.get(INDEX).signedAgain(sm2));
    ProofFile twice = proof(log, INDEX, List.of(), Samples.COSIGNER);
    add("signed again with SM2", "sm2", twice, VALID);
    add("signed again with an unknown key", "bureau", twice, VALID);
    ProofFile once = proof(log, 0, List.of(), Samples.COSIGNER);
    add("signed once where a second key is known", "sm2", once, VALID);
    ProofFile without = twice.with(DisclosedEntry.silent(Samples.signed(INDEX)));
    add("the second signature taken away", "sm2", without, "NOT_IN_LOG");
    SignedEntry signed = log.get(INDEX);
    String second = sm2.verifierKey().reference();
    SignedEntry swapped =
        SignedEntry.of(signed.entry(), second, signed.signature())
            .with(second, signed.secondSignature().orElseThrow());
    add(
        "the second key for the first",
        "sm2",
        twice.with(DisclosedEntry.silent(swapped)),
        "UNKNOWN_AGENCY_KEY");
  }

  private void changedTree(List<SignedEntry> log, ProofFile good) throws java.io.IOException {
    for (long index : new long[] {0, INDEX - 1, INDEX + 1, SIZE, 1L << 40, Long.MAX_VALUE}) {
      var moved = new ProofFile(good.extra(), index, good.path(), good.checkpoint());
      add("index " + index, moved, Verdict.Reason.NOT_IN_LOG);
    }
    for (int i = 0; i < good.path().size(); i++) {
      var path = new ArrayList<>(good.path());
      path.set(i, log.getFirst().leafHash());
      var changed = new ProofFile(good.extra(), good.index(), path, good.checkpoint());
      add("hash " + i + " of the path changed", changed, Verdict.Reason.NOT_IN_LOG);
      path.remove(i);
      var shorter = new ProofFile(good.extra(), good.index(), path, good.checkpoint());
      add("hash " + i + " of the path left out", shorter, Verdict.Reason.NOT_IN_LOG);
    }
    var path = new ArrayList<>(good.path());
    path.add(path.getFirst());
    var longer = new ProofFile(good.extra(), good.index(), path, good.checkpoint());
    add("a hash too many", longer, Verdict.Reason.NOT_IN_LOG);
    ProofFile smaller = proof(log.subList(0, 5), 0, List.of(), Samples.COSIGNER);
    add(
        "a true checkpoint of another size",
        with(good, smaller.checkpoint()),
        Verdict.Reason.NOT_IN_LOG);
  }

  private void changedCheckpoint(List<SignedEntry> log, ProofFile good, ProofFile both)
      throws java.io.IOException {
    var fork = new ArrayList<>(log);
    fork.set(0, Samples.signed(99));
    Subtrees tree = subtrees(fork);
    var head = new Checkpoint(Samples.ORIGIN, SIZE, tree.over(0, SIZE));
    var thief = Samples.key(Samples.ORIGIN + "/thief", KeyUse.LOG);
    add(
        "a checkpoint signed by an unknown key",
        with(good, checkpoint(head, thief, Samples.COSIGNER)),
        Verdict.Reason.NO_LOG_SIGNATURE);
    add("the root changed", changeLine(good, 2, head.root().base64()), wrongCheckpoint());
    add("the size changed", changeLine(good, 1, "14"), wrongCheckpoint());
    add(
        "the origin changed",
        changeLine(good, 0, "x" + Samples.ORIGIN),
        Verdict.Reason.UNKNOWN_LOG);
    add("a leading zero in the size", changeLine(good, 1, "013"), malformedCheckpoint());
    add(
        "an extension line",
        changeLine(good, 2, good.checkpoint().split("\n", -1)[2] + "\nmore"),
        malformedCheckpoint());
    add("no cosignature", proof(log, INDEX, List.of()), Verdict.Reason.NO_QUORUM);
    add("another cosigner", proof(log, INDEX, List.of(), SECOND), Verdict.Reason.NO_QUORUM);
    add("one of two cosigners is not all", "all", good, "NO_QUORUM");
    add("none of two cosigners", "any", proof(log, INDEX, List.of()), "NO_QUORUM");
    add("a log that the policy does not know", "other-log", good, "UNKNOWN_LOG");
    String[] lines = both.checkpoint().split("\n", -1);
    String swapped = lines[5].substring(0, lines[5].lastIndexOf(' '));
    String borrowed = swapped + lines[6].substring(lines[6].lastIndexOf(' '));
    add(
        "the cosignature of one under the name of another is an unknown key's",
        with(good, both.checkpoint().replace(lines[5], borrowed)),
        Verdict.Reason.NO_QUORUM);
  }

  private static Verdict.Reason wrongCheckpoint() {
    return Verdict.Reason.WRONG_CHECKPOINT_SIGNATURE;
  }

  private static Verdict.Reason malformedCheckpoint() {
    return Verdict.Reason.MALFORMED_CHECKPOINT;
  }

  private static ProofFile changeLine(ProofFile good, int line, String fresh) {
    String[] lines = good.checkpoint().split("\n", -1);
    lines[line] = fresh;
    return with(good, String.join("\n", lines));
  }

  private void malformed(ProofFile good) {
    String text = new String(good.bytes(), UTF_8);
    byte[] bytes = good.bytes();
    var bad = new LinkedHashMap<String, byte[]>();
    bad.put("empty", new byte[0]);
    bad.put("another version", text.replace("tlog-proof@v1", "tlog-proof@v2").getBytes(UTF_8));
    bad.put("line ends of windows", text.replace("\n", "\r\n").getBytes(UTF_8));
    bad.put("a byte order mark", ("\ufeff" + text).getBytes(UTF_8));
    bad.put("a leading zero", text.replace("index 6", "index 06").getBytes(UTF_8));
    bad.put("a sign", text.replace("index 6", "index +6").getBytes(UTF_8));
    bad.put("a huge index", text.replace("index 6", "index 9223372036854775808").getBytes(UTF_8));
    bad.put("no index", text.replace("index 6\n", "").getBytes(UTF_8));
    bad.put("an empty extra", "c2sp.org/tlog-proof@v1\nextra \nindex 0\n\n".getBytes(UTF_8));
    bad.put("cut off", Arrays.copyOf(bytes, bytes.length - 1));
    bad.put("more at the end", (text + "x").getBytes(UTF_8));
    bad.put("a hyphen for the dash", text.replace("\u2014", "-").getBytes(UTF_8));
    byte[] broken = bytes.clone();
    broken[30] = (byte) 0xff;
    bad.put("not utf-8", broken);
    bad.forEach((name, proof) -> add(name, "bureau", proof, "MALFORMED_PROOF"));
  }
}
