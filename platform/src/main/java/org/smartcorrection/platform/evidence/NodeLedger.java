package org.smartcorrection.platform.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * never wait for it: what it said last is kept, and {@link NodeWatch} asks it again and again.
 */
class NodeLedger implements Ledger, DisposableBean {
  private static final String NAME = TileLog.name(Origins.CORRECTION);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final URI node;
  private final Path policyFile;
  private final HttpOrdering ordering;
  private final LogSource log;
  private final @Nullable URI oversightNode;
  private final @Nullable LogSource oversight;
  private volatile @Nullable Known known;

  /** What the node said last. */
  private record Known(Policy policy, TrustedHead head, long ordered, List<Signer> signers) {}

  /**
   * A client of one node.
   *
   * @param node such as {@code http://127.0.0.1:7300/}
   * @param policyFile whom the members trust; need not be there yet
   * @param oversightNode the procuratorate's own node, where it is known
   */
  NodeLedger(URI node, Path policyFile, @Nullable URI oversightNode) {
    this.node = node;
    this.policyFile = policyFile;
    this.ordering = new HttpOrdering(node, PATIENCE);
    this.log = LogSource.of(node + NAME);
    this.oversightNode = oversightNode;
    this.oversight = oversightNode == null ? null : LogSource.of(oversightNode + NAME);
  }

  /**
   * Asks the node how far the log has come.
   *
   * @return the sizes between which entries became final since the last look
   */
  Progress look() throws IOException {
    Known before = known;
    Policy policy = before == null ? read() : before.policy();
    TrustedHead head = trusted(read("checkpoint"), policy);
    long ordered = Reading.size(read("ordered"));
    var now = new Known(policy, head, ordered, signers(policy, read("members")));
    known = now;
    return new Progress(before == null ? 0 : sealed(before), sealed(now));
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

  private String read(String what) throws IOException {
    return ordering
        .read(NAME + "/" + what)
        .orElseThrow(() -> new IOException("the node has no log of this origin"));
  }

  private Policy read() throws IOException {
    try {
      return Policy.parse(Files.readAllBytes(policyFile));
    } catch (MalformedException e) {
      throw new IOException("the policy of the members is wrong: " + e.getMessage(), e);
    }
  }

  private static List<Signer> signers(Policy policy, String text) {
    var signers = new ArrayList<Signer>();
    for (String name : policy.witnesses().keySet()) {
      long signed =
          text.lines()
              .filter(line -> line.startsWith(name + " "))
              .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
              .findFirst()
              .orElse(-1);
      signers.add(new Signer(name, signed));
    }
    return List.copyOf(signers);
  }

  @Override
  public List<Position> submitAll(List<SignedEntry> entries)
      throws IOException, EntryRefusedException {
    return ordering.submitAll(entries);
  }

  private Known known() throws IOException {
    Known last = known;
    if (last != null) return last;
    throw new IOException("the node has not been heard of yet: " + node);
  }

  @Override
  public long size() {
    Known last = known;
    return last == null ? 0 : last.ordered();
  }

  @Override
  public Receipt receipt(long index) {
    Known last = known;
    if (last == null) return new Receipt(Receipt.State.ORDERED, index, 0, 1);
    int of = last.policy().witnesses().size();
    return index < sealed(last)
        ? new Receipt(Receipt.State.SEALED, index, last.head().cosigners().size(), of)
        : new Receipt(Receipt.State.ORDERED, index, 0, of);
  }

  @Override
  public Receipt waiting() {
    Known last = known;
    int of = last == null ? 1 : last.policy().witnesses().size();
    return new Receipt(Receipt.State.PENDING, -1, 0, of);
  }

  @Override
  public String checkpoint() {
    Known last = known;
    return last == null ? "" : last.head().note().toString();
  }

  @Override
  public boolean has(SignedEntry entry) throws IOException {
    return ordering.read(NAME + "/index/" + entry.leafHash().hex()).isPresent();
  }

  @Override
  public boolean takes(VerifierKey key) throws IOException {
    // while the members have no policy yet, any key can still get into it
    if (Files.notExists(policyFile)) return true;
    return policy().lines().anyMatch(line -> line.endsWith(" " + key));
  }

  @Override
  public Reading reading() throws IOException {
    return under(trusted(read("checkpoint"), known().policy()).note().toString());
  }

  @Override
  public Reading ordered() throws IOException {
    return under(read("ordered"));
  }

  private Reading under(String head) throws IOException {
    var tree = new TileTree(log, Reading.size(head));
    return Reading.of(head, tree, tree::leaves);
  }

  @Override
  public String policy() throws IOException {
    return new String(Files.readAllBytes(policyFile), UTF_8);
  }

  /** Which agencies count is for all members to say: it stands in their policy. */
  @Override
  public void admit(Set<String> codes) {}

  @Override
  public State state() {
    Known last = known;
    if (last == null) return new State(false, 0, 0, 0, List.of());
    int needed = last.policy().quorum() instanceof Quorum.Group(int most, _) ? most : 1;
    return new State(true, last.ordered(), sealed(last), needed, last.signers());
  }

  @Override
  public Reading oversight() throws IOException {
    LogSource other = oversight;
    if (other == null) return reading();
    String head = trusted(other.checkpoint(), known().policy()).note().toString();
    var tree = new TileTree(other, Reading.size(head));
    return Reading.of(head, tree, tree::leaves);
  }

  @Override
  public Optional<URI> oversightNode() {
    return Optional.ofNullable(oversightNode);
  }

  @Override
  public void destroy() {
    ordering.close();
    log.close();
    if (oversight != null) oversight.close();
  }
}
