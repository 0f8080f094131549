package org.smartcorrection.node.consortium;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.audit.LogSource;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.order.LogKeys;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.tree.Frontier;
import org.smartcorrection.ledger.tree.Hash;

/** Four members in one process, with a bus in place of the engine. */
final class Four implements Closeable {
  static final String ORIGIN = "qinghe.example/correction";

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T01:23:45Z"), ZoneOffset.UTC);
  private static final List<String> NAMES = List.of("bureau", "court", "procuratorate", "police");
  private static final SigningKey AGENCY = key("bureau-entries", KeyUse.ENTRY);

  private final Path directory;
  private final Policy policy;
  final List<One> members = new ArrayList<>();
  private final List<byte[]> told = new ArrayList<>();
  private List<byte[]> said = List.of();

  /** A member and what it computes. */
  record One(SharedLog log, SharedLogs machine, Waiting waiting) {
    Finality finality() {
      return log().finality();
    }
  }

  private static SigningKey key(String name, KeyUse use) {
    return SigningKey.fromSeed(name, use, Hash.sha256((name + use).getBytes(UTF_8)).bytes());
  }

  static LogKeys keys(int member) {
    // each member has its own key for the one log
    byte[] seed = Hash.sha256(("log " + NAMES.get(member)).getBytes(UTF_8)).bytes();
    return new LogKeys(
        SigningKey.fromSeed(ORIGIN, KeyUse.LOG, seed),
        List.of(key(NAMES.get(member), KeyUse.COSIGNATURE)));
  }

  static SignedEntry entry(int n) {
    return entry(n, AGENCY);
  }

  static SignedEntry entry(int n, SigningKey key) {
    Instant hour = Instant.parse("2026-03-02T01:00:00Z");
    var link = Link.first("c-" + n);
    var entry = new Entry(ORIGIN, "bureau", "a-1", "leave-granted", link, hour, Hash.EMPTY);
    return SignedEntry.sign(entry, key);
  }

  /** Entries as transactions. */
  static List<byte[]> entries(int from, int to) {
    var messages = new ArrayList<byte[]>();
    for (int n = from; n < to; n++) messages.add(Message.of(entry(n)));
    return messages;
  }

  Four(Path directory, String more) throws IOException, MalformedException {
    this.directory = directory;
    var text = new StringBuilder();
    for (int i = 0; i < NAMES.size(); i++) {
      text.append("log ").append(keys(i).log().verifierKey()).append('\n');
      text.append("witness " + NAMES.get(i) + " ")
          .append(keys(i).cosigners().getFirst().verifierKey())
          .append('\n');
    }
    text.append("group members 3 ").append(String.join(" ", NAMES)).append('\n');
    text.append("quorum members\nagency bureau ").append(AGENCY.verifierKey()).append('\n');
    text.append(more.replace("AGENCY", AGENCY.verifierKey().reference()));
    policy = Policy.parse(text.toString().getBytes(UTF_8));
    for (int i = 0; i < NAMES.size(); i++) members.add(open(i));
  }

  Policy policy() {
    return policy;
  }

  Path folder(int member) {
    return directory.resolve(NAMES.get(member));
  }

  private One open(int member) throws IOException {
    var log = TileLog.open(folder(member), keys(member), CLOCK);
    var shared = new SharedLog(log, policy, folder(member));
    var waiting = new Waiting();
    return new One(
        shared,
        new SharedLogs(
            List.of(shared), waiting, (behind, place) -> fetch(member, behind, place), told::add),
        waiting);
  }

  /** From the first of the others that has it, as they lie on the disk. */
  private void fetch(int member, SharedLog behind, Frontier place) throws IOException {
    IOException last = new IOException("nobody is there");
    for (int other = 0; other < NAMES.size(); other++) {
      if (other == member) continue;
      try (var source = LogSource.of(folder(other).toString())) {
        CatchUp.fetch(behind.log(), place, source);
        return;
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  One member(int number) {
    return members.get(number);
  }

  /** A member stops and starts again from a state of the engine. */
  One again(int number, byte[] state) throws IOException {
    members.get(number).log().log().close();
    One one = open(number);
    members.set(number, one);
    one.machine().restored(state);
    return one;
  }

  /** One round at some members; what they say to one another comes before the next. */
  byte[] round(List<byte[]> transactions, int... numbers) throws IOException {
    byte[] state = new byte[0];
    for (int number : numbers) {
      SharedLogs machine = members.get(number).machine();
      var read = new ArrayList<Message>();
      for (byte[] transaction : transactions) read.add(machine.read(transaction));
      state = machine.ordered(read);
    }
    gossip(numbers);
    return state;
  }

  /** What members say when a while has passed. */
  void later(int... numbers) {
    for (int number : numbers) members.get(number).machine().tellAgain();
    said = List.copyOf(told);
    gossip(numbers);
  }

  /** The messages of the last while. */
  List<byte[]> said() {
    return said;
  }

  private void gossip(int... numbers) {
    List<byte[]> heads = List.copyOf(told);
    told.clear();
    for (int number : numbers) {
      for (byte[] head : heads) {
        if (members.get(number).machine().read(head) instanceof Message.Unreadable) continue;
        throw new AssertionError("a head is done with once it was read");
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (One member : members) member.log().log().close();
  }
}
