package org.smartcorrection.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.Durable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.note.BadSignatureException;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.NoteSignature;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.order.DamagedLogException;
import org.smartcorrection.ledger.tree.ConsistencyProof;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.witness.WitnessAnswer.Cosigned;
import org.smartcorrection.ledger.witness.WitnessAnswer.OtherSize;
import org.smartcorrection.ledger.witness.WitnessAnswer.Reason;
import org.smartcorrection.ledger.witness.WitnessAnswer.Refused;

/**
 * A member's memory of the logs it looks after: the largest head it cosigned of each, in a file
 * that is on the disk before the cosignature is given out. It cosigns a head only if that extends
 * the one it remembers, so that it can never be made to vouch for two stories (C2SP tlog-witness).
 *
 * <p>A validly signed head that contradicts the remembered one is kept as {@link Fork} evidence.
 */
public final class Witness {
  private final Path directory;
  private final Map<String, Watched> logs = new LinkedHashMap<>();
  private final List<SigningKey> cosigners;
  private final List<VerifierKey> retired;
  private final Clock clock;

  /** One log, its keys, and the lock under which its memory is read and written. */
  private static final class Watched {
    private final List<VerifierKey> keys = new ArrayList<>();
    private @Nullable SignedNote latest;
    private Checkpoint head;

    Watched(String origin) {
      head = new Checkpoint(origin, 0, Hash.EMPTY);
    }
  }

  private Witness(
      Path directory, List<SigningKey> cosigners, List<VerifierKey> retired, Clock clock) {
    this.retired = List.copyOf(retired);
    this.directory = directory;
    this.cosigners = List.copyOf(cosigners);
    this.clock = clock;
  }

  /**
   * Opens the memory of a witness, or begins one.
   *
   * @param directory a folder of its own; used by one witness at a time
   * @param logs keys of the logs it looks after, several where a log changed its key
   * @param cosigners the keys it cosigns with, all of them each time
   * @throws DamagedLogException if what it remembered cannot be believed: a witness that forgot
   *     must not go on under its old key
   * @throws IllegalArgumentException if a key is for another use, or there is none
   */
  public static Witness open(
      Path directory, Collection<VerifierKey> logs, List<SigningKey> cosigners, Clock clock)
      throws IOException {
    return open(directory, logs, cosigners, List.of(), clock);
  }

  /**
   * The same for a witness that changed its keys.
   *
   * @param retired with which it cosigned before: what it then remembered is its own as well
   */
  public static Witness open(
      Path directory,
      Collection<VerifierKey> logs,
      List<SigningKey> cosigners,
      List<VerifierKey> retired,
      Clock clock)
      throws IOException {
    if (cosigners.isEmpty()) throw new IllegalArgumentException("a witness without a key");
    for (SigningKey key : cosigners) {
      if (!key.verifierKey().use().cosigns()) {
        throw new IllegalArgumentException("a witness's key is for another use");
      }
    }
    var witness = new Witness(directory, cosigners, retired, clock);
    for (VerifierKey log : logs) {
      witness.logs.computeIfAbsent(log.name(), Watched::new).keys.add(log);
    }
    for (var log : witness.logs.entrySet()) witness.remember(log.getKey(), log.getValue());
    return witness;
  }

  private void remember(String origin, Watched log) throws IOException {
    Path file = file(origin);
    if (!Files.exists(file)) return;
    try {
      SignedNote note = SignedNote.parse(Strict.utf8(Files.readAllBytes(file)));
      Checkpoint head = Checkpoint.parse(note.text());
      List<VerifierKey> own =
          Stream.concat(
                  cosigners.stream().map(SigningKey::verifierKey),
                  retired.stream().filter(key -> key.use().cosigns()))
              .toList();
      if (!head.origin().equals(origin) || note.verifiedBy(own).isEmpty()) {
        throw new DamagedLogException("what was cosigned of " + origin + " is not by this witness");
      }
      log.latest = note;
      log.head = head;
    } catch (MalformedException | BadSignatureException e) {
      throw new DamagedLogException(
          "what was cosigned of " + origin + " is damaged: " + e.getMessage());
    }
  }

  /** The name of a log's folder, and of its address for monitors: its origin's hash. */
  public static String folder(String origin) {
    return Hash.sha256(origin.getBytes(UTF_8)).hex();
  }

  private Path file(String origin) {
    return directory.resolve(folder(origin)).resolve("checkpoint");
  }

  /**
   * Cosigns the head of a log if it extends all that was seen of it.
   *
   * @throws IOException if it could not be remembered; then nothing was cosigned
   */
  public WitnessAnswer add(AddCheckpoint request) throws IOException {
    Checkpoint head;
    try {
      head = request.head();
    } catch (MalformedException e) {
      return new Refused(Reason.MALFORMED, String.valueOf(e.getMessage()));
    }
    Watched log = logs.get(head.origin());
    if (log == null) return new Refused(Reason.UNKNOWN_LOG, "not a log of this witness");
    List<NoteSignature> signed;
    try {
      signed = List.copyOf(request.note().verifiedBy(log.keys).values());
    } catch (BadSignatureException e) {
      return new Refused(Reason.NOT_SIGNED, String.valueOf(e.getMessage()));
    }
    if (signed.isEmpty()) return new Refused(Reason.NOT_SIGNED, "no signature by the log");
    if (request.old() > head.size()) {
      return new Refused(Reason.MALFORMED, "the old size is above the new one");
    }
    synchronized (log) {
      return add(log, request, head, signed);
    }
  }

  private WitnessAnswer add(
      Watched log, AddCheckpoint request, Checkpoint head, List<NoteSignature> signed)
      throws IOException {
    Checkpoint before = log.head;
    if (head.size() == before.size() && !head.root().equals(before.root())) keep(log, request);
    if (request.old() != before.size()) return new OtherSize(before.size());
    var proof = new ConsistencyProof(before.size(), head.size(), request.proof());
    if (!proof.proves(before.root(), head.root())) {
      return new Refused(Reason.NOT_AN_EXTENSION, "the proof does not lead from the old root");
    }
    var lines = new ArrayList<NoteSignature>();
    Instant now = now(log);
    for (SigningKey key : cosigners) lines.add(NoteSignature.cosign(head, key, now));
    var whole = new ArrayList<>(signed);
    whole.addAll(lines);
    var note = new SignedNote(head.text(), whole);
    write(file(head.origin()), note.toString());
    log.latest = note;
    log.head = head;
    return new Cosigned(lines);
  }

  /** Never before what was said last: a clock that was set back makes no older statement. */
  private Instant now(Watched log) {
    Instant now = clock.instant();
    return latest(log)
        .flatMap(note -> note.signatures().reversed().stream().findFirst())
        .map(NoteSignature::time)
        .filter(now::isBefore)
        .orElse(now);
  }

  private static Optional<SignedNote> latest(Watched log) {
    return Optional.ofNullable(log.latest);
  }

  private void keep(Watched log, AddCheckpoint request) throws IOException {
    SignedNote latest = log.latest;
    if (latest == null) return;
    var fork = new Fork(latest, request.note(), List.of());
    String name = Hash.sha256(fork.bytes()).hex() + Fork.EXTENSION;
    write(directory.resolve(folder(log.head.origin())).resolve(name), fork.text());
  }

  private static void write(Path file, String text) throws IOException {
    Durable.makeDirectories(file.toAbsolutePath().getParent());
    Durable.replace(file.toAbsolutePath(), text.getBytes(UTF_8));
  }

  /** The last head that was cosigned, for monitors, by the {@link #folder} of its origin. */
  public Optional<String> checkpoint(String folder) {
    for (var log : logs.entrySet()) {
      if (!folder(log.getKey()).equals(folder)) continue;
      synchronized (log.getValue()) {
        return latest(log.getValue()).map(SignedNote::toString);
      }
    }
    return Optional.empty();
  }
}
