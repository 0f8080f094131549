package org.smartcorrection.ledger.proof;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.entry.Commitment;
import org.smartcorrection.ledger.entry.DisclosedEntry;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.tree.Hash;

/** The values of a {@link PaperProof}, in their order. */
final class PaperProofCodec {
  private static final long SECONDS = Duration.ofHours(1).toSeconds();
  private static final int LONGEST_PATH = 63;

  private PaperProofCodec() {}

  static void write(PaperProof proof, CompactWriter out) throws MalformedException {
    ProofFile file = proof.file();
    DisclosedEntry disclosed = file.disclosed();
    entry(disclosed.signed(), out);
    out.number(disclosed.disclosures().size());
    for (Disclosure disclosure : disclosed.disclosures()) {
      out.text(disclosure.name());
      out.salt(disclosure.salt());
      out.text(disclosure.value());
    }
    out.number(file.index());
    out.number(file.path().size());
    file.path().forEach(out::hash);
    checkpoint(file.checkpoint(), out);
    out.sized(proof.packed());
  }

  private static void entry(SignedEntry signed, CompactWriter out) {
    Entry entry = signed.entry();
    out.text(entry.origin());
    out.text(entry.agency());
    out.text(entry.actor());
    out.text(entry.type());
    out.text(entry.link().casePseudonym());
    out.number(entry.link().number());
    Hash previous = entry.link().previous();
    if (previous != null) out.hash(previous);
    out.hash(entry.act().hash());
    out.number(entry.hour().getEpochSecond() / SECONDS);
    out.number(entry.commitments().size());
    entry
        .commitments()
        .forEach(
            (name, commitment) -> {
              out.text(name);
              out.hash(commitment.hash());
            });
    out.text(signed.key());
    out.sized(signed.signature());
    signed.secondKey().ifPresent(out::text);
    signed.secondSignature().ifPresent(out::sized);
  }

  private static void checkpoint(String text, CompactWriter out) throws MalformedException {
    SignedNote note = SignedNote.parse(text);
    Checkpoint head = Checkpoint.parse(note.text());
    out.text(head.origin());
    out.number(head.size());
    out.hash(head.root());
    out.number(note.signatures().size());
    for (var signature : note.signatures()) {
      String line = signature.toString();
      out.text(signature.name());
      out.sized(Strict.base64(line.substring(line.lastIndexOf(' ') + 1)));
    }
  }

  static PaperProof read(byte[] body, boolean twice) throws MalformedException {
    var in = new CompactReader(body);
    try {
      SignedEntry signed = entry(in, twice);
      var disclosures = new ArrayList<Disclosure>();
      for (int left = in.count(); left > 0; left--) {
        disclosures.add(new Disclosure(in.text(), in.salt(), in.text()));
      }
      long index = in.number();
      List<Hash> path = path(in);
      String checkpoint = checkpoint(in);
      byte[] packed = in.sized();
      in.end();
      String extra = Strict.base64(new DisclosedEntry(signed, disclosures).bytes());
      var proof =
          new PaperProof(
              new ProofFile(extra, index, path, checkpoint), PaperProof.unpacked(packed));
      requireOneForm(body, proof, packed);
      return proof;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new MalformedException("not the proof of a paper: " + e.getMessage(), e);
    }
  }

  /** Another program may pack the text better or worse; everything else has one spelling. */
  private static void requireOneForm(byte[] body, PaperProof proof, byte[] packed)
      throws MalformedException {
    var again = new CompactWriter();
    write(proof.withoutText(), again);
    int length = again.bytes().length - 1;
    var size = new CompactWriter();
    size.sized(packed);
    byte[] tail = size.bytes();
    boolean same =
        body.length == length + tail.length
            && Arrays.equals(body, 0, length, again.bytes(), 0, length)
            && Arrays.equals(body, length, body.length, tail, 0, tail.length);
    if (!same) throw new MalformedException("the proof of a paper is not in its one form");
  }

  private static SignedEntry entry(CompactReader in, boolean twice) throws MalformedException {
    String origin = in.text();
    String agency = in.text();
    String actor = in.text();
    String type = in.text();
    String of = in.text();
    long number = in.number();
    @Nullable Hash previous = number == 1 ? null : in.hash();
    var act = new Commitment(in.hash());
    long hours = in.number();
    if (hours > Instant.MAX.getEpochSecond() / SECONDS) {
      throw new MalformedException("no such hour");
    }
    Instant hour = Instant.ofEpochSecond(hours * SECONDS);
    var commitments = new TreeMap<String, Commitment>();
    for (int left = in.count(); left > 0; left--) {
      commitments.put(in.text(), new Commitment(in.hash()));
    }
    var link = new Link(of, number, previous);
    var entry = new Entry(origin, agency, actor, type, link, act, hour, commitments);
    SignedEntry signed = SignedEntry.of(entry, in.text(), in.sized());
    return twice ? signed.with(in.text(), in.sized()) : signed;
  }

  private static List<Hash> path(CompactReader in) throws MalformedException {
    int length = in.count();
    if (length > LONGEST_PATH) throw new MalformedException("more than 63 hashes");
    var path = new ArrayList<Hash>();
    for (int left = length; left > 0; left--) path.add(in.hash());
    return path;
  }

  private static String checkpoint(CompactReader in) throws MalformedException {
    var text = new StringBuilder();
    text.append(new Checkpoint(in.text(), in.number(), in.hash()).text()).append('\n');
    for (int left = in.count(); left > 0; left--) {
      text.append("\u2014 ").append(in.text()).append(' ');
      text.append(Strict.base64(in.sized())).append('\n');
    }
    SignedNote.parse(text.toString());
    return text.toString();
  }
}
