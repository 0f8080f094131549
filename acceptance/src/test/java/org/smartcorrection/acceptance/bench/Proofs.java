package org.smartcorrection.acceptance.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.ledger.entry.Contents;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.NoteSignature;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.proof.DisclosedEntry;
import org.smartcorrection.ledger.proof.PaperProof;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.ProofFile;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.ledger.proof.Verifier;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.InclusionProof;
import org.smartcorrection.ledger.tree.Subtrees;

/**
 * How large a proof is in a log of 2^24 entries whose head five members cosigned, as a file and in
 * the code of a printed paper with the paper's text, and how long a warm check takes. The tree is
 * the one in which every other leaf has the same hash; its path is as long as any.
 */
final class Proofs implements Row {
  private static final long SIZE = 1L << 24;
  private static final long INDEX = 11_184_810;
  private static final int MEMBERS = 5;
  private static final int CHECKS = 2_000;
  private static final double NANOS_A_MILLI = 1e6;
  private static final String TEXT =
      """
      社区矫正对象外出审批表
      文书号：（2026）清矫外准字第17号
      社区矫正对象：（姓名见原件）　外出目的地：清河县柳林镇　外出期限：七日
      外出理由：家中老人住院，需本人照料。
      自2026年3月4日起至2026年3月10日止。应当于3月10日前返回并报告。
      外出期间应当遵守法律法规和监督管理规定，保持通讯畅通，服从监督管理。
      批准机关：清河县司法局　2026年3月2日
      """;

  @Override
  public String id() {
    return "ledger.6";
  }

  @Override
  public List<Figure> measure() throws Exception {
    ProofFile ed25519 = proof(KeyUse.COSIGNATURE);
    ProofFile both = proof(KeyUse.COSIGNATURE_ML_DSA);
    int file = ed25519.bytes().length;
    int code = new PaperProof(ed25519, TEXT).bytes().length;
    int bare = new PaperProof(ed25519, null).bytes().length;
    return List.of(
        new Figure(id(), "proof file, 2^24 entries, 5 Ed25519 cosignatures", file, "B", 3072, 2560),
        new Figure(
            "ledger.6a",
            "the same in a printed code, with the text of the paper",
            code,
            "B",
            2253,
            1536),
        Figure.note("ledger.6b", "the same in a printed code, without the text", bare, "B"),
        Figure.note(
            "ledger.6c",
            "proof file with 5 ML-DSA-44 cosignatures instead",
            both.bytes().length,
            "B"),
        new Figure(
            "ledger.7", "check of that proof, warm, p50 of 2,000", check(ed25519), "ms", 2, 1));
  }

  private static SigningKey member(int n, KeyUse use) {
    return LedgerSite.key("member-%d.qinghe.example/%s".formatted(n, use), use);
  }

  private static ProofFile proof(KeyUse use) throws IOException {
    SignedEntry entry = LedgerSite.signed(INDEX);
    var tree = new AllAlike(entry.leafHash());
    var head = new Checkpoint(LedgerSite.ORIGIN, SIZE, tree.over(0, SIZE));
    var signatures = new ArrayList<NoteSignature>();
    signatures.add(NoteSignature.sign(head.text(), LedgerSite.LOG));
    for (int n = 0; n < MEMBERS; n++)
      signatures.add(
          NoteSignature.cosign(head, member(n, use), Instant.parse("2026-03-02T01:23:45Z")));
    return ProofFile.of(
        DisclosedEntry.of(entry, Contents.of(LedgerSite.disclosures(INDEX)), paper()),
        InclusionProof.from(tree, INDEX, SIZE),
        new SignedNote(head.text(), signatures).toString());
  }

  /** What a printed paper discloses: that it is this very one. */
  private static List<Disclosure> paper() {
    return LedgerSite.disclosures(INDEX).stream()
        .filter(one -> one.name().startsWith(Disclosure.DOCUMENT))
        .toList();
  }

  private static double check(ProofFile proof) throws Exception {
    var policy = new StringBuilder("log " + LedgerSite.LOG.verifierKey() + "\n");
    var names = new StringBuilder();
    for (int n = 0; n < MEMBERS; n++) {
      policy.append("witness m%d %s\n".formatted(n, member(n, KeyUse.COSIGNATURE).verifierKey()));
      names.append(" m").append(n);
    }
    policy.append("group members 4").append(names).append("\nquorum members\n");
    policy.append(LedgerSite.agencyLine());
    Policy trusted = Policy.parse(policy.toString().getBytes(UTF_8));
    byte[] bytes = proof.bytes();
    var millis = new ArrayList<Double>();
    for (int i = 0; i < 2 * CHECKS; i++) {
      long begun = System.nanoTime();
      Verdict verdict = Verifier.verify(bytes, trusted);
      if (i >= CHECKS) millis.add((System.nanoTime() - begun) / NANOS_A_MILLI);
      if (!(verdict instanceof Verdict.Valid)) throw new IllegalStateException(verdict.toString());
    }
    return VerifiedEntries.median(millis);
  }

  /** All leaves but one have the same hash. */
  private record AllAlike(Hash one) implements Subtrees {
    @Override
    public Hash at(int height, long index) {
      Hash hash = Hash.EMPTY;
      boolean holds = INDEX >>> height == index;
      if (holds) hash = one;
      Hash other = Hash.EMPTY;
      for (int level = 0; level < height; level++) {
        boolean right = ((INDEX >>> level) & 1) == 1;
        hash = holds && right ? Hash.node(other, hash) : Hash.node(hash, other);
        other = Hash.node(other, other);
      }
      return hash;
    }
  }
}
