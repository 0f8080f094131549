package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.entry.Agencies;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.order.LogKeys;
import org.smartcorrection.ledger.order.Position;
import org.smartcorrection.ledger.order.SoloLog;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.platform.kernel.DataFolder;
import org.springframework.beans.factory.DisposableBean;

/** The log of an installation on its own: one agency orders, in this process. */
class OwnLog implements Ledger, DisposableBean {
  static final String COSIGNER = "log-keeper";

  private final Path folder;
  private final AgencyKeys keys;
  private final Registrar registrar;
  private final Clock clock;
  private final Set<String> agencies = new HashSet<>();
  private @Nullable SoloLog log;
  private long known;

  OwnLog(DataFolder data, AgencyKeys keys, Registrar registrar, Clock clock) {
    this.folder = data.ledger().resolve("correction");
    this.keys = keys;
    this.registrar = registrar;
    this.clock = clock;
  }

  @Override
  public List<Position> submitAll(List<SignedEntry> entries)
      throws IOException, EntryRefusedException {
    return open(entries).submitAll(entries);
  }

  @Override
  public long size() throws IOException {
    return open(List.of()).log().size();
  }

  @Override
  public String checkpoint() throws IOException {
    return open(List.of()).log().checkpoint();
  }

  @Override
  public boolean has(SignedEntry entry) throws IOException {
    return open(List.of()).log().indexOf(entry.leafHash()).isPresent();
  }

  @Override
  public boolean takes(VerifierKey key) {
    return true; // the policy follows the keys
  }

  @Override
  public Reading reading() throws IOException {
    TileLog whole = open(List.of()).log();
    return Reading.of(whole.checkpoint(), whole.subtrees(), whole::leaves);
  }

  @Override
  public Reading ordered() throws IOException {
    return reading();
  }

  @Override
  public synchronized String policy() {
    return policyText().text();
  }

  private PolicyText policyText() {
    return PolicyText.of(keys, COSIGNER, agencies, registrar.all());
  }

  /** The log signs and persists its head before it tells the place. */
  @Override
  public Receipt receipt(long index) {
    return new Receipt(Receipt.State.SEALED, index, 1, 1);
  }

  @Override
  public Receipt waiting() {
    return Receipt.WAITING;
  }

  @Override
  public State state() {
    SoloLog open;
    synchronized (this) {
      open = log;
    }
    long size = open == null ? 0 : open.log().size();
    return new State(open != null, size, size, 1, List.of());
  }

  /** The log takes entries of no others. */
  @Override
  public synchronized void admit(Set<String> codes) throws IOException {
    if (agencies.addAll(codes)) admitAnew();
  }

  private synchronized SoloLog open(List<SignedEntry> entries) throws IOException {
    var codes = new HashSet<String>();
    for (SignedEntry entry : entries) codes.add(entry.entry().agency());
    admit(codes);
    if (log != null && known != keys.changes()) admitAnew();
    if (log == null) {
      var logKeys =
          new LogKeys(keys.logKey(Origins.CORRECTION), List.of(keys.cosignerKey(COSIGNER)));
      known = keys.changes();
      Agencies counting = policyText().policy().agencies();
      log = SoloLog.open(folder, logKeys, counting, clock);
    }
    return log;
  }

  private void admitAnew() throws IOException {
    if (log != null) log.close();
    log = null;
  }

  @Override
  public synchronized void destroy() throws IOException {
    if (log != null) log.close();
  }
}
