package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.entry.Commitment;
import org.smartcorrection.ledger.entry.Contents;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Opening;
import org.smartcorrection.ledger.entry.Opening.Both;
import org.smartcorrection.ledger.entry.Opening.Hidden;
import org.smartcorrection.ledger.entry.Opening.Nothing;
import org.smartcorrection.ledger.entry.Opening.Told;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.proof.Verdict.Reason;
import org.smartcorrection.ledger.tree.Hash;

/** Proofs whose entry, or what is told of it, is another one, and papers. */
final class DisclosureVectors {
  private static final int INDEX = 6;
  private static final String KEY = Samples.AGENCY_KEY.verifierKey().reference();

  private final List<ProofVectors.Vector> vectors;
  private final SignedEntry signed;
  private final ProofFile good;

  private DisclosureVectors(List<ProofVectors.Vector> vectors, SignedEntry signed, ProofFile good) {
    this.vectors = vectors;
    this.signed = signed;
    this.good = good;
  }

  /** Adds all of them; {@code good} tells everything of the log's entry six. */
  static void addTo(List<ProofVectors.Vector> vectors, List<SignedEntry> log, ProofFile good) {
    var made = new DisclosureVectors(vectors, log.get(INDEX), good);
    try {
      made.parts();
      made.otherContent();
      made.otherEntries(log);
      made.otherForms();
      made.papers();
    } catch (MalformedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(String name, byte[] proof, String expected) {
    vectors.add(new ProofVectors.Vector(name, "bureau", Strict.base64(proof), expected));
  }

  private void add(String name, DisclosedEntry entry, Reason reason) {
    add(name, good.with(entry).bytes(), reason.name());
  }

  private void parts() {
    Samples.disclosures(INDEX)
        .values()
        .forEach(
            one ->
                add(
                    "only " + one.name(),
                    good.with(DisclosedEntry.of(signed, Samples.contents(INDEX), List.of(one)))
                        .bytes(),
                    ProofVectors.VALID));
  }

  private void otherContent() {
    other("eight days instead of seven", Samples.disclosure(INDEX, "days", "8"));
    other("a value the entry does not have", Samples.disclosure(INDEX, "hours", "7"));
    other("another salt", new Disclosure("days", Samples.salt("another"), "7"));
    add(
        "another act by the same agency",
        DisclosedEntry.silent(SignedEntry.sign(retold("leave-refused"), Samples.AGENCY_KEY)),
        Reason.NOT_IN_LOG);
    add(
        "another act under the old signature",
        DisclosedEntry.silent(SignedEntry.of(retold("leave-refused"), KEY, signed.signature())),
        Reason.WRONG_ENTRY_SIGNATURE);
  }

  /** The entry as it would be if it fixed this, under the signature that it has. */
  private void other(String name, Disclosure told) {
    var commitments = new TreeMap<String, Commitment>(Samples.contents(INDEX).commitments());
    commitments.put(told.name(), told.commitment());
    Opening opening = new Contents(commitments).opening(List.of(told));
    Entry entry = signed.entry();
    Entry forged = entry(entry.origin(), entry.agency(), entry.type(), opening.root());
    add(
        name,
        new DisclosedEntry(SignedEntry.of(forged, KEY, signed.signature()), opening),
        Reason.WRONG_ENTRY_SIGNATURE);
  }

  private void otherEntries(List<SignedEntry> log) {
    SigningKey other = Samples.key("qinghe.example/other", KeyUse.ENTRY);
    Entry entry = signed.entry();
    add(
        "another entry of the same log",
        DisclosedEntry.silent(log.get(INDEX + 1)),
        Reason.NOT_IN_LOG);
    add(
        "signed by an unknown key",
        DisclosedEntry.silent(SignedEntry.sign(entry, other)),
        Reason.UNKNOWN_AGENCY_KEY);
    Entry elsewhere =
        entry("elsewhere.example/correction", entry.agency(), entry.type(), entry.content());
    add(
        "an entry for another log",
        DisclosedEntry.silent(SignedEntry.of(elsewhere, KEY, signed.signature())),
        Reason.OTHER_ORIGIN);
    Entry agency = entry(entry.origin(), "other-justice-bureau", entry.type(), entry.content());
    add(
        "another agency",
        DisclosedEntry.silent(SignedEntry.of(agency, KEY, signed.signature())),
        Reason.UNKNOWN_AGENCY_KEY);
    add(
        "no entry",
        new ProofFile(null, good.index(), good.path(), good.checkpoint()).bytes(),
        Reason.MALFORMED_ENTRY.name());
    vectors.add(
        new ProofVectors.Vector(
            "the agency's key is not in the policy",
            "other-agency-key",
            Strict.base64(good.bytes()),
            Reason.UNKNOWN_AGENCY_KEY.name()));
  }

  private Entry retold(String type) {
    Entry entry = signed.entry();
    return entry(entry.origin(), entry.agency(), type, entry.content());
  }

  private Entry entry(String origin, String agency, String type, Hash content) {
    Entry entry = signed.entry();
    return new Entry(origin, agency, entry.actor(), type, entry.link(), entry.hour(), content);
  }

  /** What says the same in another way, or stands elsewhere. */
  private void otherForms() {
    Opening all = Samples.opening(INDEX);
    if (!(all instanceof Both(Both left, Told document))) throw new IllegalStateException("" + all);
    form("left and right exchanged", new Both(document, left));
    Opening above = left.right();
    Opening below = left.left();
    form("left and right exchanged below", new Both(new Both(above, below), document));
    form("a value twice", new Both(new Both(document, left), document));
    Hash root = all.root();
    form("nothing told in two parts", new Both(new Hidden(left.root()), new Hidden(root)));
    form("nothing told beside nothing", new Both(new Hidden(left.root()), new Nothing()));
    form("a value below its place", new Both(left, new Both(document, new Nothing())));
    form("nothing, hidden", new Both(new Hidden(Hash.EMPTY), document));
    form("nothing at all in two parts", new Both(new Nothing(), new Nothing()));
    Opening deep = document;
    for (int level = 0; level < 100; level++) deep = new Both(new Nothing(), deep);
    form("content too deep", deep);
    byte[] extra = new DisclosedEntry(signed, all).bytes();
    changed("something after the entry", Arrays.copyOf(extra, extra.length + 1));
    changed("the entry cut off", Arrays.copyOf(extra, extra.length - 1));
    byte[] unknown = extra.clone();
    unknown[0] = 3;
    changed("an unknown form of entry", unknown);
    byte[] longer = new byte[extra.length + 1];
    longer[0] = (byte) 0x81;
    System.arraycopy(extra, 1, longer, 2, extra.length - 1);
    changed("a number in two bytes", longer);
    changed("canonical JSON, as it was before", signed.leaf());
  }

  private void form(String name, Opening told) {
    var out = new CompactWriter(null);
    EntryCodec.write(signed, told, out);
    changed(name, out.bytes());
  }

  private void changed(String name, byte[] extra) {
    var file = new ProofFile(Strict.base64(extra), good.index(), good.path(), good.checkpoint());
    add(name, file.bytes(), Reason.MALFORMED_ENTRY.name());
  }

  private void papers() throws MalformedException {
    // the sample's document is three bytes, which are a text as well
    String text = new String(new byte[] {1, 2, INDEX}, UTF_8);
    Disclosure slip = Samples.disclosures(INDEX).get(Disclosure.DOCUMENT + "leave-slip");
    if (slip == null) throw new IllegalStateException("no document");
    var told = DisclosedEntry.of(signed, Samples.contents(INDEX), List.of(slip));
    var paper = new PaperProof(good.with(told), text);
    byte[] bytes = paper.bytes();
    add("a paper", bytes, ProofVectors.VALID);
    add("a paper as digits", paper.digits().getBytes(UTF_8), ProofVectors.VALID);
    add("a paper without its text", paper.withoutText().bytes(), ProofVectors.VALID);
    add(
        "a paper with other words",
        new PaperProof(paper.file(), text + "!").bytes(),
        Reason.FALSE_DISCLOSURE.name());
    add(
        "a paper of which nothing is told",
        new PaperProof(good.with(DisclosedEntry.silent(signed)), text).bytes(),
        Reason.FALSE_DISCLOSURE.name());
    add("a paper cut off", Arrays.copyOf(bytes, bytes.length - 1), "MALFORMED_PROOF");
    add("a paper and more", Arrays.copyOf(bytes, bytes.length + 1), "MALFORMED_PROOF");
    byte[] old = bytes.clone();
    old[2] = '1';
    add("a paper of an older version", old, "MALFORMED_PROOF");
    byte[] signature = bytes.clone();
    signature[bytes.length - 1] ^= 1;
    add("a cosignature on a paper changed", signature, "WRONG_CHECKPOINT_SIGNATURE");
  }
}
