package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.proof.CaseProof.Placed;
import org.smartcorrection.ledger.proof.Verdict.Reason;
import org.smartcorrection.ledger.register.CaseHead;
import org.smartcorrection.ledger.register.RegisterEntry;
import org.smartcorrection.ledger.register.RegisterProof;
import org.smartcorrection.ledger.tree.Hash;

/** Proofs of which acts a case has that must be found valid, and forgeries that must not. */
final class CaseVectors {
  /** The register, and what it speaks of; a later act of c-2 follows. */
  static final int REGISTER = 11;

  static final String CASE = "c-2";

  private final Map<String, byte[]> proofs = new LinkedHashMap<>();
  private final Map<String, String> expected = new LinkedHashMap<>();
  private final CaseLog log = log();
  private final CaseProof good = log.proof(CASE, REGISTER);

  private CaseVectors() throws Exception {}

  /** Five cases with eleven acts, the register over them, and three acts more. */
  static CaseLog log() {
    var log = new CaseLog();
    for (int i = 0; i < REGISTER; i++) log.act("c-" + i % 5);
    return log.register().act("c-0").act(CASE).act("c-9");
  }

  /** Adds all of them, to be checked against the policy of the samples. */
  static void addTo(List<ProofVectors.Vector> vectors) {
    try {
      var made = new CaseVectors();
      made.valid();
      made.otherEntries();
      made.otherRegisters();
      made.otherLogs();
      made.malformed();
      made.proofs.forEach(
          (name, bytes) ->
              vectors.add(
                  new ProofVectors.Vector(
                      "case: " + name,
                      "bureau",
                      Strict.base64(bytes),
                      made.expected.getOrDefault(name, ProofVectors.VALID))));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(String name, CaseProof proof) {
    proofs.put(name, proof.bytes());
  }

  private void add(String name, CaseProof proof, Reason reason) {
    add(name, proof);
    expected.put(name, reason.name());
  }

  private CaseProof with(List<Placed> entries) throws Exception {
    return log.proof(good.register(), REGISTER, entries);
  }

  private CaseProof with(RegisterProof register) throws Exception {
    return log.proof(register, REGISTER, good.entries());
  }

  private void valid() throws Exception {
    List<Placed> all = good.entries();
    add("all acts", good);
    add("the latest alone", with(all.subList(all.size() - 1, all.size())));
    add("one withheld", with(List.of(all.get(0), all.get(1).withheld())));
    add("a case of one act more", log.proof("c-0", REGISTER));
    for (String absent : List.of("a", "c-1+", "d")) {
      add("no act of " + absent, log.proof(absent, REGISTER));
    }
    var first = new CaseLog().register();
    add("no act of anybody", first.proof(CASE, 0));
    var one = new CaseLog().act(CASE).register();
    add("the only act of the only case", one.proof(CASE, 1));
    add("no act beside the only case", one.proof("x", 1));
    add(
        "a register in its own chain",
        log().register().proof(RegisterEntry.chain(Samples.AGENCY), 15));
  }

  private void otherEntries() throws Exception {
    List<Placed> all = log.proof("c-0", REGISTER).entries();
    RegisterProof c0 = log.registerAt(REGISTER).of("c-0");
    add(
        "an act left out",
        log.proof(c0, REGISTER, List.of(all.get(0), all.get(2))),
        Reason.NOT_COMPLETE);
    add("the latest left out", with(good.entries().subList(0, 1)), Reason.NOT_COMPLETE);
    add("all left out", with(List.of()), Reason.NOT_COMPLETE);
    add("put in another order", with(good.entries().reversed()), Reason.NOT_IN_LOG);
    add("an act of another case", with(List.of(all.get(0), all.get(1))), Reason.NOT_COMPLETE);
    add(
        "an act of another case before the first",
        with(List.of(all.get(0), good.entries().get(0), good.entries().get(1))),
        Reason.NOT_COMPLETE);
    add(
        "an act that came later",
        with(List.of(good.entries().get(0), good.entries().get(1), log.placed(13))),
        Reason.NOT_IN_LOG);
    add(
        "an act that came later instead of the latest",
        with(List.of(good.entries().get(0), log.placed(13))),
        Reason.NOT_IN_LOG);
    Link second = log.entry(7).entry().link();
    var forged = new CaseLog().add(second, Samples.NOW.plusSeconds(7200)).entry(0);
    add(
        "another act by the same agency",
        with(List.of(good.entries().get(0), Placed.of(7, forged))),
        Reason.NOT_IN_LOG);
    add(
        "one withheld under another hash",
        with(List.of(new Placed(2, forged.leafHash(), null), good.entries().get(1))),
        Reason.NOT_IN_LOG);
    add(
        "entries of a case that has none",
        log.proof(log.registerAt(REGISTER).of("d"), REGISTER, good.entries()),
        Reason.NOT_COMPLETE);
  }

  private void otherRegisters() throws Exception {
    CaseHead head = good.register().head().orElseThrow();
    RegisterProof.Place place = good.register().places().getFirst();
    add(
        "the act before as the latest",
        new CaseProof(
            changed(new CaseHead(CASE, 1, good.entries().getFirst().leaf()), place.index()),
            good.stated(),
            good.entries().subList(0, 1),
            with(good.entries().subList(0, 1)).log(),
            good.checkpoint()),
        Reason.NOT_IN_REGISTER);
    add(
        "another number",
        with(changed(new CaseHead(CASE, 3, head.leaf()), place.index())),
        Reason.NOT_IN_REGISTER);
    add("another place", with(changed(head, place.index() + 1)), Reason.NOT_IN_REGISTER);
    add(
        "no place",
        with(new RegisterProof(CASE, List.of(), good.register().hashes())),
        Reason.NOT_IN_REGISTER);
    RegisterProof wide = wide();
    add("neighbours that are none", log.proof(wide, REGISTER, List.of()), Reason.NOT_IN_REGISTER);
    RegisterProof last = log.registerAt(REGISTER).of("d");
    add(
        "the last as if nothing came before",
        log.proof(new RegisterProof("a", last.places(), last.hashes()), REGISTER, List.of()),
        Reason.NOT_IN_REGISTER);
    add(
        "an ordinary act for the register",
        log.proof(good.register(), 12, good.entries()),
        Reason.NO_REGISTER);
    var newer = log().register();
    add(
        "an older register for a newer one",
        newer.proof(newer.registerAt(15).of(CASE), REGISTER, newer.proof(CASE, 15).entries()),
        Reason.NOT_IN_LOG);
    RegisterEntry statement = RegisterEntry.of(log.registerAt(REGISTER));
    var ahead = log();
    ahead.register(new RegisterEntry(16, statement.cases(), statement.root()));
    add("a register of what is to come", atEnd(ahead), Reason.NO_REGISTER);
    var more = log();
    Entry entry = more.registerEntry(statement);
    more.add(
        new Entry(
            entry.origin(),
            entry.agency(),
            entry.actor() + "/1",
            entry.type(),
            entry.link(),
            entry.hour(),
            entry.content()),
        Samples.AGENCY_KEY);
    add("a register that says more", atEnd(more), Reason.NO_REGISTER);
  }

  private CaseProof atEnd(CaseLog other) throws Exception {
    return other.proof(good.register(), other.size() - 1, good.entries());
  }

  private RegisterProof changed(CaseHead head, long index) {
    return new RegisterProof(
        CASE, List.of(new RegisterProof.Place(index, head)), good.register().hashes());
  }

  /** The cases to either side of c-2, with a true path, as if there were nothing between them. */
  private RegisterProof wide() throws Exception {
    var register = log.registerAt(REGISTER);
    var before = register.of("c-1").places().getFirst();
    var after = register.of("c-3").places().getFirst();
    var hashes = new ArrayList<Hash>(register.of("c-1").hashes());
    hashes.addAll(register.of("c-3").hashes());
    return new RegisterProof(CASE, List.of(before, after), hashes);
  }

  private void otherLogs() throws Exception {
    var late = new CaseLog().act(CASE).act(CASE, Samples.NOW.minusSeconds(7200)).register();
    add("an act dated back", late.proof(CASE, 2), Reason.BACKDATED);
    var broken = new CaseLog().act(CASE).act("c-1");
    broken.add(Link.first(CASE).next(broken.entry(1).leafHash()), Samples.NOW).register();
    add("an act that names another before it", broken.proof(CASE, 3), Reason.NOT_COMPLETE);
    var gap = new CaseLog().act(CASE);
    gap.add(Link.first(CASE).next(gap.entry(0).leafHash()).next(Hash.EMPTY), Samples.NOW);
    gap.register();
    add("a number left out", gap.proof(CASE, 2), Reason.NOT_COMPLETE);
    var other = Samples.key("qinghe.example/other", KeyUse.ENTRY);
    var thief = new CaseLog().act(CASE);
    thief.add(thief.registerEntry(RegisterEntry.of(thief.registerAt(1))), other);
    add("a register signed by an unknown key", thief.proof(CASE, 1), Reason.UNKNOWN_AGENCY_KEY);
    add(
        "a checkpoint of another log",
        new CaseProof(
            good.register(),
            good.stated(),
            good.entries(),
            good.log(),
            late.proof(CASE, 2).checkpoint()),
        Reason.NOT_IN_LOG);
    add(
        "the log's hash left out",
        withLog(good.log().subList(1, good.log().size())),
        Reason.NOT_IN_LOG);
    var longer = new ArrayList<>(good.log());
    longer.add(Hash.EMPTY);
    add("a hash of the log too many", withLog(longer), Reason.NOT_IN_LOG);
    changed(
        "a signature changed",
        text -> flip(text, text.lastIndexOf('\n') - 4),
        Reason.WRONG_CHECKPOINT_SIGNATURE);
    changed(
        "the cosignature gone",
        text -> text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1),
        Reason.NO_QUORUM);
  }

  private CaseProof withLog(List<Hash> hashes) {
    return new CaseProof(good.register(), good.stated(), good.entries(), hashes, good.checkpoint());
  }

  private static String flip(String text, int at) {
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  private void changed(String name, UnaryOperator<String> change, Reason reason) {
    String text = new String(good.bytes(), UTF_8);
    String other = change.apply(text);
    if (other.equals(text)) throw new IllegalStateException("nothing changed: " + name);
    proofs.put(name, other.getBytes(UTF_8));
    expected.put(name, reason.name());
  }

  private void malformed() {
    Map<String, UnaryOperator<String>> changes = new LinkedHashMap<>();
    changes.put("a leading zero", text -> text.replace("register 11 ", "register 011 "));
    changes.put("a sign", text -> text.replace("entry 2 ", "entry +2 "));
    changes.put("two spaces", text -> text.replace("entry 2 ", "entry  2 "));
    changes.put("line ends of windows", text -> text.replace("\n", "\r\n"));
    changes.put("no case", text -> text.replace("case c-2\n", ""));
    changes.put("a case in Chinese", text -> text.replace("case c-2\n", "case 张\n"));
    changes.put("the case twice", text -> text.replace("case c-2\n", "case c-2\ncase c-2\n"));
    changes.put("a word nobody knows", text -> text.replace("case c-2\n", "case c-2\nmore 1\n"));
    changes.put("a tab", text -> text.replace("case c-2\n", "case c-2\t\n"));
    changes.put(
        "entries after the log",
        text -> text.replaceAll("(?s)(entry 7 [^\n]*\n)(.*?\n)\n", "$2$1\n"));
    changes.put("three heads", text -> text.replaceAll("(head [^\n]*\n)", "$1$1$1"));
    changes.put(
        "a register withheld",
        text -> text.replaceAll("register 11 [^\n]*", "withheld 11 " + Hash.EMPTY));
    changes.put("an entry that is none", text -> text.replaceAll("entry 2 [^\n]*", "entry 2 e30="));
    changes.put("no checkpoint", text -> text.substring(0, text.indexOf("\n\n") + 2));
    changes.put("cut off", text -> text.substring(0, text.length() - 1));
    changes.forEach((name, change) -> changed(name, change, Reason.MALFORMED_PROOF));
  }
}
