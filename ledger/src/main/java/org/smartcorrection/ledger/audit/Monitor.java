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
import org.smartcorrection.ledger.Durable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.proof.Policy;
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

  private record View(LogSource source, Head head) {}

  /**
   * Asks all members once.
   *
   * @throws IOException if what was seen could not be kept
   */
  public Report compare(List<LogSource> members) throws IOException {
    var served = new ArrayList<Served>();
    var views = new LinkedHashMap<String, List<View>>();
    for (LogSource member : members) {
      try {
        var view = new View(member, Head.read(member.checkpoint(), policy));
        Checkpoint head = view.head().checkpoint();
        served.add(served(member, view.head()));
        views.computeIfAbsent(head.origin(), _ -> new ArrayList<>()).add(view);
      } catch (IOException e) {
        served.add(new Served.Unsound(member.name(), "cannot be read: " + e.getMessage()));
      } catch (MalformedException e) {
        served.add(new Served.Unsound(member.name(), String.valueOf(e.getMessage())));
      }
    }
    var forks = new ArrayList<Path>();
    for (var log : views.entrySet()) compare(log.getKey(), log.getValue(), served, forks);
    return new Report(served, forks);
  }

  private Served served(LogSource member, Head head) throws IOException, MalformedException {
    Path file = memory.resolve("members").resolve(hash(member.name() + head.checkpoint().origin()));
    Optional<Head> before = remembered(file);
    long size = head.checkpoint().size();
    if (before.isPresent() && before.get().checkpoint().size() > size) {
      return new Served.RolledBack(
          member.name(), head.checkpoint(), before.get().checkpoint().size());
    }
    keep(file, head.note().toString().getBytes(UTF_8));
    return new Served.Sound(
        member.name(),
        head.checkpoint(),
        List.copyOf(head.cosigners().keySet()),
        policy.quorum().isMetBy(head.cosigners().keySet()));
  }

  private Optional<Head> remembered(Path file) throws IOException, MalformedException {
    if (!Files.exists(file)) return Optional.empty();
    return Optional.of(Head.read(Files.readString(file), policy));
  }

  private void compare(String origin, List<View> views, List<Served> served, List<Path> forks)
      throws IOException {
    // the largest tree must hold all others
    View largest =
        views.stream().max(Comparator.comparingLong(view -> size(view.head()))).orElseThrow();
    Checkpoint head = largest.head().checkpoint();
    var tree = new TileTree(largest.source(), head.size());
    Path file = memory.resolve("logs").resolve(hash(origin));
    try {
      if (!tree.over(0, head.size()).equals(head.root())) {
        throw new MalformedException("its tiles are not those of its head");
      }
      var others = new ArrayList<Head>();
      views.forEach(view -> others.add(view.head()));
      remembered(file).ifPresent(others::add);
      for (Head other : others) {
        // what was seen before may be larger than all that is served now
        if (size(other) > head.size()) continue;
        Optional<Fork> fork = Fork.between(other.note(), largest.head().note(), tree);
        if (fork.isPresent()) keep(fork.get(), forks);
      }
      Optional<Head> before = remembered(file);
      if (before.isEmpty() || size(before.get()) <= head.size()) {
        keep(file, largest.head().note().toString().getBytes(UTF_8));
      }
    } catch (IOException | MalformedException e) {
      String name = largest.source().name();
      served.removeIf(one -> one.member().equals(name));
      served.add(new Served.Unsound(name, String.valueOf(e.getMessage())));
    }
  }

  private static long size(Head head) {
    return head.checkpoint().size();
  }

  private void keep(Fork fork, List<Path> forks) throws IOException {
    Path file = memory.resolve(Hash.sha256(fork.bytes()).hex() + Fork.EXTENSION);
    keep(file, fork.bytes());
    if (!forks.contains(file)) forks.add(file);
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
