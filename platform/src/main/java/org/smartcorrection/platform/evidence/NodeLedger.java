package org.smartcorrection.platform.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.audit.LogSource;
import org.smartcorrection.ledger.audit.TileTree;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.order.HttpOrdering;
import org.smartcorrection.ledger.order.Position;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.Quorum;
import org.smartcorrection.ledger.proof.TrustedHead;
import org.smartcorrection.ledger.proof.TrustedHead.UntrustedException;
import org.springframework.beans.factory.DisposableBean;

/**
 * The ledger through this agency's own node, which orders together with the other members. Pages
 * never wait for it: what it said last is kept, and {@link NodeWatch} asks it again and again. So
 * it is with the members' policy: a file that is changed counts from the next look on.
 */
class NodeLedger implements Ledger, DisposableBean {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final URI node;
  private final Path policyFile;
  private final HttpOrdering ordering;
  private final Map<String, LogSource> logs;
  private final @Nullable URI oversightNode;
  private final Map<String, LogSource> oversight;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private volatile @Nullable Read policy;

  /** The members' policy as it was read last. */
  private record Read(String text, Policy policy) {}

  /** What the node said last of a log. */
  private record Known(Policy policy, TrustedHead head, long ordered, List<Signer> signers) {}

  /**
   * A client of one node.
   *
   * @param node such as {@code http://127.0.0.1:7300/}
   * @param policyFile whom the members trust, in all logs; need not be there yet
   * @param oversightNode the procuratorate's own node, where it is known
   */
  NodeLedger(URI node, Path policyFile, @Nullable URI oversightNode) {
    this.node = node;
    this.policyFile = policyFile;
    this.ordering = new HttpOrdering(node, PATIENCE);
    this.logs = sources(node);
    this.oversightNode = oversightNode;
    this.oversight = oversightNode == null ? Map.of() : sources(oversightNode);
  }

  private static Map<String, LogSource> sources(URI of) {
    return Origins.ALL.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                origin -> origin, origin -> LogSource.of(of + TileLog.name(origin))));
  }

  /**
   * Asks the node how far a log has come.
   *
   * @return the sizes between which entries became final since the last look
   */
  Progress look(String origin) throws IOException {
    @Nullable Known before = known.get(origin);
    Policy now = trust().policy();
    TrustedHead head = trusted(read(origin, "checkpoint"), now);
    long ordered = Reading.size(read(origin, "ordered"));
    List<Signer> signers = signers(now, origin, read(origin, "members"));
    var found = new Known(now, head, ordered, signers);
    known.put(origin, found);
    return new Progress(before == null ? 0 : sealed(before), sealed(found));
  }

  private static TrustedHead trusted(String head, Policy policy) throws IOException {
    try {
      return TrustedHead.read(head, policy);
    } catch (UntrustedException e) {
      throw new IOException("the node shows a head that is none: " + e.getMessage(), e);
    }
  }

  /** Entries from one index to another, exclusive, became final. */
  record Progress(long from, long to) {}

  private static long sealed(Known known) {
    return known.head().isFinal() ? known.head().checkpoint().size() : 0;
  }

  private String read(String origin, String what) throws IOException {
    return ordering
        .read(TileLog.name(origin) + "/" + what)
        .orElseThrow(() -> new IOException("the node has no log " + origin));
  }

  /** A text that is none, perhaps because it is being written, changes nothing. */
  private Read trust() throws IOException {
    @Nullable Read before = policy;
    try {
      byte[] bytes = Files.readAllBytes(policyFile);
      String text = new String(bytes, UTF_8);
      if (before != null && before.text().equals(text)) return before;
      var now = new Read(text, Policy.parse(bytes));
      policy = now;
      return now;
    } catch (MalformedException e) {
      if (before != null) return before;
      throw new IOException("the policy of the members is wrong: " + e.getMessage(), e);
    }
  }

  private static List<Signer> signers(Policy policy, String origin, String text) {
    var signers = new ArrayList<Signer>();
    for (Set<String> names : policy.quorum(origin).seats()) {
      long signed = text.lines().mapToLong(line -> signed(line, names)).max().orElse(-1);
      signers.add(new Signer(first(policy, names), signed));
    }
    return List.copyOf(signers);
  }

  private static long signed(String line, Set<String> names) {
    int space = line.indexOf(' ');
    boolean own = space > 0 && names.contains(line.substring(0, space));
    return own ? Long.parseLong(line.substring(space + 1)) : -1;
  }

  /** What a member is called that had several keys. */
  private static String first(Policy policy, Set<String> names) {
    return policy.witnesses().keySet().stream().filter(names::contains).findFirst().orElseThrow();
  }

  @Override
  public List<Position> submitAll(List<SignedEntry> entries)
      throws IOException, EntryRefusedException {
    return ordering.submitAll(entries);
  }

  @Override
  public long size(String origin) {
    @Nullable Known last = known.get(origin);
    return last == null ? 0 : last.ordered();
  }

  @Override
  public Receipt receipt(String origin, long index) {
    @Nullable Known last = known.get(origin);
    if (last == null) return new Receipt(Receipt.State.ORDERED, index, 0, 1, origin);
    return index < sealed(last)
        ? new Receipt(Receipt.State.SEALED, index, signed(last), last.signers().size(), origin)
        : new Receipt(Receipt.State.ORDERED, index, 0, last.signers().size(), origin);
  }

  /** How many of those who are asked signed the final head. */
  private static int signed(Known last) {
    Set<String> all = last.head().cosigners().keySet();
    String origin = last.head().checkpoint().origin();
    return (int)
        last.policy().quorum(origin).seats().stream()
            .filter(names -> names.stream().anyMatch(all::contains))
            .count();
  }

  @Override
  public Receipt waiting(String origin) {
    @Nullable Known last = known.get(origin);
    int of = last == null ? 1 : last.signers().size();
    return new Receipt(Receipt.State.PENDING, -1, 0, of, origin);
  }

  @Override
  public String checkpoint(String origin) {
    @Nullable Known last = known.get(origin);
    return last == null ? "" : last.head().note().toString();
  }

  @Override
  public boolean has(SignedEntry entry) throws IOException {
    String name = TileLog.name(entry.entry().origin());
    return ordering.read(name + "/index/" + entry.leafHash().hex()).isPresent();
  }

  @Override
  public boolean takes(VerifierKey key) throws IOException {
    // while the members have no policy yet, any key can still get into it
    if (Files.notExists(policyFile)) return true;
    return policy().lines().anyMatch(line -> line.endsWith(" " + key));
  }

  @Override
  public Reading reading(String origin) throws IOException {
    String head = trusted(read(origin, "checkpoint"), trust().policy()).note().toString();
    return under(head, source(logs, origin));
  }

  @Override
  public Reading ordered(String origin) throws IOException {
    return under(read(origin, "ordered"), source(logs, origin));
  }

  private static LogSource source(Map<String, LogSource> of, String origin) {
    return Objects.requireNonNull(of.get(origin));
  }

  private static Reading under(String head, LogSource source) throws IOException {
    var tree = new TileTree(source, Reading.size(head));
    return Reading.of(head, tree, tree::leaves);
  }

  @Override
  public String policy() throws IOException {
    return trust().text();
  }

  /** Which agencies count is for all members to say: it stands in their policy. */
  @Override
  public void admit(Set<String> codes) {}

  @Override
  public State state(String origin) {
    @Nullable Known last = known.get(origin);
    if (last == null) return new State(false, 0, 0, 0, List.of());
    int needed = last.policy().quorum(origin) instanceof Quorum.Group(int most, _) ? most : 1;
    return new State(true, last.ordered(), sealed(last), needed, last.signers());
  }

  @Override
  public Reading oversight(String origin) throws IOException {
    if (oversight.isEmpty()) return reading(origin);
    LogSource other = source(oversight, origin);
    return under(trusted(other.checkpoint(), trust().policy()).note().toString(), other);
  }

  @Override
  public Optional<URI> oversightNode() {
    return Optional.ofNullable(oversightNode);
  }

  @Override
  public String toString() {
    return node.toString();
  }

  @Override
  public void destroy() {
    ordering.close();
    logs.values().forEach(LogSource::close);
    oversight.values().forEach(LogSource::close);
  }
}
