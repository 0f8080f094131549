package org.smartcorrection.ledger.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.smartcorrection.ledger.Durable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.TrustedHead;
import org.smartcorrection.ledger.proof.TrustedHead.UntrustedException;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.witness.Fork;

/**
 * Compares what several members serve of their logs with one another, and with the largest heads
 * that were seen before. Heads that no one tree had are kept as {@link Fork} evidence.
 */
public final class Monitor {
  private final Policy policy;
  private final Path memory;

  /**
   * A monitor.
   *
   * @param policy names the logs and their cosigners
   * @param memory a folder of its own, where heads and evidence are kept
   */
  public Monitor(Policy policy, Path memory) {
    this.policy = policy;
    this.memory = memory;
  }

  /** What one member served. */
  public sealed interface Served {
    /** Who. */
    String member();

    /**
     * A head that holds.
     *
     * @param cosigners that the policy names and that signed it
     * @param isFinal whether they are a quorum
     */
    record Sound(String member, Checkpoint head, List<String> cosigners, boolean isFinal)
        implements Served {
      public Sound {
        cosigners = List.copyOf(cosigners);
      }
    }

    /** A head that is smaller than what this member served before: it lost entries. */
    record RolledBack(String member, Checkpoint head, long before) implements Served {}

    /** It could not be read, or is not to be believed. */
    record Unsound(String member, String problem) implements Served {}
  }

  /**
   * What was found.
   *
   * @param members in the order they were asked
   * @param forks files with evidence
   */
  public record Report(List<Served> members, List<Path> forks) {
    public Report {
      members = List.copyOf(members);
      forks = List.copyOf(forks);
    }

    /** Whether every member answered, and all of them tell one story. */
    public boolean isSound() {
      return forks.isEmpty() && members.stream().allMatch(Served.Sound.class::isInstance);
    }
  }

  /** A head that was served, and whether it is as the member's tiles say. */
  private record View(LogSource source, TrustedHead head) {
    long size() {
      return head.checkpoint().size();
    }

    TileTree tree() {
      return new TileTree(source, size());
    }
  }

  /**
   * Asks all members once.
   *
   * @throws IOException if what was seen could not be read or kept; that says nothing of a member
   */
  public Report compare(List<LogSource> members) throws IOException {
    var served = new LinkedHashMap<String, Served>();
    var logs = new LinkedHashMap<String, List<View>>();
    for (LogSource member : members) {
      try {
        var view = new View(member, TrustedHead.read(member.checkpoint(), policy));
        Checkpoint head = view.head().checkpoint();
        if (!view.tree().over(0, head.size()).equals(head.root())) {
          throw new IOException("its tiles are not those of its head");
        }
        logs.computeIfAbsent(head.origin(), _ -> new ArrayList<>()).add(view);
      } catch (IOException | UntrustedException e) {
        served.put(
            member.name(), new Served.Unsound(member.name(), String.valueOf(e.getMessage())));
      }
    }
    var forks = new ArrayList<Path>();
    for (var log : logs.entrySet()) {
      for (View view : log.getValue()) served.put(view.source().name(), remember(view));
      for (Fork fork : forks(log.getKey(), log.getValue())) {
        Path file = memory.resolve(Hash.sha256(fork.bytes()).hex() + Fork.EXTENSION);
        keep(file, fork.bytes());
        if (!forks.contains(file)) forks.add(file);
      }
    }
    return new Report(
        members.stream().flatMap(one -> Stream.ofNullable(served.get(one.name()))).toList(), forks);
  }

  /** Compares with what the same member served before, and keeps the larger. */
  private Served remember(View view) throws IOException {
    TrustedHead head = view.head();
    String member = view.source().name();
    Path file = memory.resolve("members").resolve(hash(member + head.checkpoint().origin()));
    long before = remembered(file).map(known -> known.checkpoint().size()).orElse(0L);
    if (before > view.size()) return new Served.RolledBack(member, head.checkpoint(), before);
    keep(file, head.note().toString().getBytes(UTF_8));
    return new Served.Sound(
        member, head.checkpoint(), List.copyOf(head.cosigners().keySet()), head.isFinal());
  }

  /** The largest tree must hold all others, and what was the largest before. */
  private List<Fork> forks(String origin, List<View> views) throws IOException {
    View largest = views.stream().max(Comparator.comparingLong(View::size)).orElseThrow();
    Path file = memory.resolve("logs").resolve(hash(origin));
    Optional<TrustedHead> before = remembered(file);
    var others = new ArrayList<>(views.stream().map(View::head).toList());
    before.ifPresent(others::add);
    var forks = new ArrayList<Fork>();
    for (TrustedHead other : others) {
      // what was seen before may be larger than all that is served now
      if (other.checkpoint().size() > largest.size()) continue;
      try {
        Fork.between(other.note(), largest.head().note(), largest.tree()).ifPresent(forks::add);
      } catch (MalformedException e) {
        throw new IllegalStateException("a trusted head is no checkpoint", e);
      }
    }
    if (before.filter(known -> known.checkpoint().size() > largest.size()).isEmpty()) {
      keep(file, largest.head().note().toString().getBytes(UTF_8));
    }
    return forks;
  }

  private Optional<TrustedHead> remembered(Path file) throws IOException {
    if (!Files.exists(file)) return Optional.empty();
    try {
      return Optional.of(TrustedHead.read(Files.readString(file), policy));
    } catch (UntrustedException e) {
      throw new IOException(file + " is not what was kept: " + e.getMessage(), e);
    }
  }

  private static void keep(Path file, byte[] content) throws IOException {
    Path whole = file.toAbsolutePath();
    Durable.makeDirectories(whole.getParent());
    Durable.replace(whole, content);
  }

  private static String hash(String text) {
    return Hash.sha256(text.getBytes(UTF_8)).hex();
  }
}
