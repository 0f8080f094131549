package org.smartcorrection.node.consortium;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.note.BadSignatureException;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.NoteSignature;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.TrustedHead;
import org.smartcorrection.ledger.proof.TrustedHead.UntrustedException;
import org.smartcorrection.ledger.witness.Fork;

/**
 * Which head of a log is final: every member computes the tree from the common order, signs its
 * heads and tells the others; once a quorum signed the same head, it is final. A member's head that
 * this member's own tree contradicts is kept as evidence.
 */
final class Finality {
  private static final int MOST = 1024;

  private final Path folder;
  private final TileLog log;
  private final Policy policy;
  private final List<VerifierKey> known;
  private final TreeMap<Long, Map<VerifierKey, NoteSignature>> collected = new TreeMap<>();
  private final TreeMap<Long, List<SignedNote>> ahead = new TreeMap<>();
  private final Map<VerifierKey, Long> latest = new HashMap<>();
  private @Nullable Final newest;
  private boolean asked;

  /** A final head. */
  private record Final(long size, String note) {}

  Finality(Path folder, TileLog log, Policy policy) throws IOException {
    this.folder = folder;
    this.log = log;
    this.policy = policy;
    known = new ArrayList<>(policy.logs());
    known.addAll(policy.witnesses().values());
    load();
    own();
  }

  private Path file() {
    return folder.resolve("final");
  }

  /** What was final before a restart is final; a file that says otherwise is written anew. */
  private void load() throws IOException {
    if (!Files.exists(file())) return;
    try {
      TrustedHead head = TrustedHead.read(Strict.utf8(Files.readAllBytes(file())), policy);
      Checkpoint checkpoint = head.checkpoint();
      if (head.isFinal() && checkpoint.origin().equals(log.origin()) && isOfOwnTree(checkpoint)) {
        newest = new Final(checkpoint.size(), head.note().toString());
      }
    } catch (UntrustedException | MalformedException _) {
      newest = null;
    }
  }

  private boolean isOfOwnTree(Checkpoint head) throws IOException {
    return head.size() <= log.size() && log.root(head.size()).equals(head.root());
  }

  /** Counts this member's own signatures on its newest head, and those that came before it. */
  synchronized void own() throws IOException {
    long size = log.size();
    received(parsed(log.checkpoint()));
    while (!ahead.isEmpty() && ahead.firstKey() <= size) {
      for (SignedNote note : ahead.pollFirstEntry().getValue()) received(note);
    }
  }

  private static SignedNote parsed(String note) {
    try {
      return SignedNote.parse(note);
    } catch (MalformedException e) {
      throw new IllegalStateException("this member's own head is no note", e);
    }
  }

  /** Takes the head that a member sent; what is not signed by members is passed over. */
  synchronized void received(SignedNote note) throws IOException {
    Checkpoint head;
    Map<VerifierKey, NoteSignature> signatures;
    try {
      head = Checkpoint.parse(note.text());
      signatures = note.verifiedBy(known);
    } catch (MalformedException | BadSignatureException _) {
      return;
    }
    signatures.keySet().removeIf(key -> !policy.revocations().allowsHead(key, head));
    if (signatures.isEmpty()) return;
    if (head.size() > log.size()) {
      wait(head.size(), note);
    } else if (isOfOwnTree(head)) {
      signatures.keySet().forEach(key -> latest.merge(key, head.size(), Math::max));
      count(head, signatures);
    } else {
      contradict(note);
    }
  }

  private void wait(long size, SignedNote note) {
    ahead.computeIfAbsent(size, _ -> new ArrayList<>()).add(note);
    // the newest matter most: each final head makes all before it final
    while (ahead.size() > MOST) ahead.pollFirstEntry();
  }

  /**
   * Takes the head that a member tells of itself. One that says what it said before has not heard
   * of a quorum, perhaps because it was away: it is to be answered.
   */
  synchronized void told(SignedNote note) throws IOException {
    Final before = newest;
    if (before == null || note.toString().equals(log.checkpoint())) {
      received(note);
      return;
    }
    int known = signatures(before.size());
    received(note);
    boolean nothingNew = before.equals(newest) && known == signatures(before.size());
    if (nothingNew && note.text().equals(parsed(before.note()).text())) asked = true;
  }

  private int signatures(long size) {
    return collected.getOrDefault(size, Map.of()).size();
  }

  /** The final head for those who did not hear of it, once after one of them told its own again. */
  synchronized Optional<String> answer() {
    boolean now = asked && newest != null;
    asked = false;
    return now ? Optional.of(note()) : Optional.empty();
  }

  private void count(Checkpoint head, Map<VerifierKey, NoteSignature> signatures)
      throws IOException {
    if (newest != null && head.size() < newest.size()) return;
    Map<VerifierKey, NoteSignature> all =
        collected.computeIfAbsent(head.size(), _ -> new LinkedHashMap<>());
    if (!all.keySet().containsAll(signatures.keySet())) {
      signatures.forEach(all::putIfAbsent);
      settle(head, all);
    }
    while (collected.size() > MOST) collected.pollFirstEntry();
  }

  private void settle(Checkpoint head, Map<VerifierKey, NoteSignature> signatures)
      throws IOException {
    var cosigners = new HashSet<String>();
    var lines = new ArrayList<NoteSignature>();
    policy.logs().stream()
        .filter(signatures::containsKey)
        .findFirst()
        .ifPresent(log -> lines.add(signatures.get(log)));
    if (lines.isEmpty()) return;
    policy
        .witnesses()
        .forEach(
            (name, key) -> {
              NoteSignature signature = signatures.get(key);
              if (signature == null) return;
              cosigners.add(name);
              lines.add(signature);
            });
    if (!policy.quorum(log.origin()).isMetBy(cosigners)) return;
    String note = new SignedNote(head.text(), lines).toString();
    newest = new Final(head.size(), note);
    collected.headMap(head.size()).clear();
    keep(file(), note.getBytes(UTF_8));
  }

  /** It follows from what members signed: a crash may lose it. */
  private void keep(Path file, byte[] content) throws IOException {
    Path fresh = folder.resolve(file.getFileName() + ".new");
    Files.write(fresh, content);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Keeps the two stories, the true one with all who signed it: whoever signed both is known by the
   * signatures alone.
   */
  private void contradict(SignedNote theirs) throws IOException {
    try {
      Optional<Fork> fork = Fork.between(theirs, agreed(), log.subtrees());
      if (fork.isEmpty()) return;
      byte[] evidence = fork.get().bytes();
      String name = Checkpoint.parse(theirs.text()).size() + Fork.EXTENSION;
      if (!Files.exists(folder.resolve(name))) keep(folder.resolve(name), evidence);
    } catch (MalformedException e) {
      throw new IllegalStateException("a head that was read is none", e);
    }
  }

  private SignedNote agreed() {
    Map<VerifierKey, NoteSignature> all = newest == null ? null : collected.get(newest.size());
    if (newest == null || all == null) return parsed(log.checkpoint());
    return new SignedNote(parsed(newest.note()).text(), List.copyOf(all.values()));
  }

  /** Whether the newest head of this member is final. */
  synchronized boolean isSettled() {
    return newest != null && newest.size() == log.size();
  }

  /** The newest final head, or this member's own while none is. */
  synchronized String note() {
    return newest == null ? log.checkpoint() : newest.note();
  }

  /** Number of entries that are final, or -1 while none is, not even the empty log. */
  synchronized long size() {
    return newest == null ? -1 : newest.size();
  }

  /** The largest head that each cosigner of this log signed, as far as this member knows. */
  synchronized Map<String, Long> signed() {
    var sizes = new LinkedHashMap<String, Long>();
    Set<String> asked = policy.quorum(log.origin()).names();
    policy
        .witnesses()
        .forEach(
            (name, key) -> {
              if (asked.contains(name)) sizes.put(name, latest.getOrDefault(key, -1L));
            });
    return sizes;
  }

  /** Names of the files with evidence against members. */
  List<String> evidence() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(Fork.EXTENSION))
          .sorted()
          .toList();
    }
  }
}
