package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Agencies;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.order.EntryBundle;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.order.LogKeys;
import org.smartcorrection.ledger.order.Ordering;
import org.smartcorrection.ledger.order.Position;
import org.smartcorrection.ledger.order.SoloLog;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.order.TilePath;
import org.smartcorrection.ledger.proof.ProofFile;
import org.smartcorrection.ledger.tree.Inclusions;
import org.smartcorrection.platform.kernel.DataFolder;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The log of an installation on its own: one agency orders, in this process. */
@Component
class OwnLog implements Ordering, DisposableBean {
  static final String COSIGNER = "log-keeper";

  private final Path folder;
  private final AgencyKeys keys;
  private final Clock clock;
  private final Set<String> agencies = new HashSet<>();
  private @Nullable SoloLog log;

  OwnLog(DataFolder data, AgencyKeys keys, Clock clock) {
    this.folder = data.ledger().resolve("correction");
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public List<Position> submitAll(List<SignedEntry> entries)
      throws IOException, EntryRefusedException {
    return open(entries).submitAll(entries);
  }

  /** How many entries are under the latest checkpoint. */
  long size() throws IOException {
    return open(List.of()).log().size();
  }

  String checkpoint() throws IOException {
    return open(List.of()).log().checkpoint();
  }

  SignedEntry entry(long index) throws IOException {
    return open(List.of()).log().entry(index);
  }

  ProofFile proof(long index, List<Disclosure> disclosures) throws IOException {
    return open(List.of()).log().proofFile(index, disclosures);
  }

  /** The leaves from an index on, up to the end of their bundle. */
  List<byte[]> leaves(long from) throws IOException {
    TileLog whole = open(List.of()).log();
    long bundle = from / TilePath.FULL;
    int width = (int) Math.min(TilePath.FULL, whole.size() - bundle * TilePath.FULL);
    Optional<byte[]> tile = whole.tile(new TilePath(TilePath.ENTRIES, bundle, width));
    try {
      List<byte[]> leaves = EntryBundle.decode(tile.orElseThrow());
      return leaves.subList((int) (from % TilePath.FULL), leaves.size());
    } catch (MalformedException e) {
      throw new IOException("a bundle of entries is damaged", e);
    }
  }

  Inclusions inclusions(List<Long> indexes, long size) throws IOException {
    return Inclusions.from(open(List.of()).log().subtrees(), indexes, size);
  }

  /** The policy with which anybody checks proofs of this log: whom to trust, and for what. */
  synchronized String policy() {
    var text = new StringBuilder();
    text.append("log ").append(vkey(keys.logKey(Origins.CORRECTION).verifierKey())).append('\n');
    text.append("witness ")
        .append(COSIGNER)
        .append(' ')
        .append(vkey(keys.cosignerKey(COSIGNER).verifierKey()))
        .append('\n');
    text.append("quorum ").append(COSIGNER).append('\n');
    for (String agency : agencies.stream().sorted().toList())
      text.append("agency ")
          .append(agency)
          .append(' ')
          .append(vkey(keys.entryKey(agency).verifierKey()))
          .append('\n');
    return text.toString();
  }

  /** Agencies whose keys this installation holds; the log takes entries of no others. */
  synchronized void admit(Set<String> codes) throws IOException {
    if (!agencies.addAll(codes)) return;
    if (log != null) log.close();
    log = null;
  }

  private synchronized SoloLog open(List<SignedEntry> entries) throws IOException {
    var codes = new HashSet<String>();
    for (SignedEntry entry : entries) codes.add(entry.entry().agency());
    admit(codes);
    if (log == null) {
      var known = new HashMap<String, List<VerifierKey>>();
      for (String agency : agencies)
        known.put(agency, List.of(keys.entryKey(agency).verifierKey()));
      var logKeys =
          new LogKeys(keys.logKey(Origins.CORRECTION), List.of(keys.cosignerKey(COSIGNER)));
      log = SoloLog.open(folder, logKeys, new Agencies(Map.copyOf(known)), clock);
    }
    return log;
  }

  private static String vkey(VerifierKey key) {
    return key.toString();
  }

  @Override
  public synchronized void destroy() throws IOException {
    if (log != null) log.close();
  }
}
