package org.smartcorrection.ledger.proof;

import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.proof.CaseProof.Placed;
import org.smartcorrection.ledger.register.CaseHead;
import org.smartcorrection.ledger.register.RegisterProof;
import org.smartcorrection.ledger.tree.Hash;

/** Reads the lines of a {@link CaseProof} in their order, of which each file has exactly one. */
final class CaseProofReader {
  private static final String PSEUDONYM = "[!-~]{1,128}";
  private static final int MOST_HEADS = 2;

  private final String[] lines;
  private int at = 1;

  private CaseProofReader(String[] lines) {
    this.lines = lines;
  }

  static CaseProof read(String text) throws MalformedException {
    int split = text.indexOf("\n\n");
    if (split < 0) throw new MalformedException("no empty line before the checkpoint");
    String[] lines = text.substring(0, split).split("\n", -1);
    if (!lines[0].equals(CaseProof.HEADER)) {
      throw new MalformedException("the first line is not " + CaseProof.HEADER);
    }
    String checkpoint = text.substring(split + 2);
    SignedNote.parse(checkpoint);
    return new CaseProofReader(lines).proof(checkpoint);
  }

  private CaseProof proof(String checkpoint) throws MalformedException {
    String casePseudonym = pseudonym(next("case", 1)[1]);
    String[] register = next("register", 2);
    Placed stated = Placed.of(Strict.decimal(register[1]), entry(register[2]));
    var places = new ArrayList<RegisterProof.Place>();
    while (isNext("head")) places.add(place());
    if (places.size() > MOST_HEADS) throw new MalformedException("more than two heads");
    List<Hash> tree = hashes("tree");
    var entries = new ArrayList<Placed>();
    while (isNext("entry") || isNext("withheld")) entries.add(placed());
    List<Hash> log = hashes("log");
    if (at < lines.length) throw new MalformedException("a line that does not belong there");
    return new CaseProof(
        new RegisterProof(casePseudonym, places, tree), stated, entries, log, checkpoint);
  }

  private boolean isNext(String word) {
    return at < lines.length && lines[at].startsWith(word + " ");
  }

  private String[] next(String word, int values) throws MalformedException {
    if (!isNext(word)) throw new MalformedException("no line " + word);
    String[] parts = lines[at++].split(" ", -1);
    if (parts.length != values + 1) throw new MalformedException("a line " + word + " of others");
    return parts;
  }

  private List<Hash> hashes(String word) throws MalformedException {
    var hashes = new ArrayList<Hash>();
    while (isNext(word)) hashes.add(Hash.parse(next(word, 1)[1]));
    return hashes;
  }

  private RegisterProof.Place place() throws MalformedException {
    String[] parts = next("head", 4);
    var head = new CaseHead(pseudonym(parts[2]), Strict.decimal(parts[3]), Hash.parse(parts[4]));
    return new RegisterProof.Place(Strict.decimal(parts[1]), head);
  }

  private Placed placed() throws MalformedException {
    boolean told = isNext("entry");
    String[] parts = next(told ? "entry" : "withheld", 2);
    long index = Strict.decimal(parts[1]);
    return told ? Placed.of(index, entry(parts[2])) : new Placed(index, Hash.parse(parts[2]), null);
  }

  private static SignedEntry entry(String base64) throws MalformedException {
    return SignedEntry.parse(Strict.base64(base64));
  }

  private static String pseudonym(String text) throws MalformedException {
    if (!text.matches(PSEUDONYM)) throw new MalformedException("not a pseudonym");
    return text;
  }
}
