package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.entry.Agencies;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.order.Position;
import org.smartcorrection.ledger.order.SoloLog;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.platform.kernel.DataFolder;
import org.springframework.beans.factory.DisposableBean;

/** The logs of an installation on its own: one agency orders, in this process. */
class OwnLog implements Ledger, DisposableBean {
  static final String COSIGNER = "log-keeper";

  private final Path folder;
  private final AgencyKeys keys;
  private final Registrar registrar;
  private final Clock clock;
  private final Set<String> agencies = new HashSet<>();
  private final Map<String, SoloLog> logs = new LinkedHashMap<>();
  private long known;

  OwnLog(DataFolder data, AgencyKeys keys, Registrar registrar, Clock clock) {
    this.folder = data.ledger();
    this.keys = keys;
    this.registrar = registrar;
    this.clock = clock;
  }

  @Override
  public List<Position> submitAll(List<SignedEntry> entries)
      throws IOException, EntryRefusedException {
    var by = new LinkedHashMap<String, List<SignedEntry>>();
    for (SignedEntry entry : entries)
      by.computeIfAbsent(entry.entry().origin(), _ -> new ArrayList<>()).add(entry);
    var positions = new HashMap<SignedEntry, Position>();
    for (var one : by.entrySet()) {
      if (!Origins.ALL.contains(one.getKey()))
        throw new EntryRefusedException("the entry is for another log");
      List<Position> given = open(one.getKey(), entries).submitAll(one.getValue());
      for (int i = 0; i < given.size(); i++) positions.put(one.getValue().get(i), given.get(i));
    }
    return entries.stream().map(entry -> Objects.requireNonNull(positions.get(entry))).toList();
  }

  @Override
  public long size(String origin) throws IOException {
    return log(origin).size();
  }

  @Override
  public String checkpoint(String origin) throws IOException {
    return log(origin).checkpoint();
  }

  @Override
  public boolean has(SignedEntry entry) throws IOException {
    return log(entry.entry().origin()).indexOf(entry.leafHash()).isPresent();
  }

  @Override
  public boolean isAlone() {
    return true;
  }

  @Override
  public boolean takes(VerifierKey key) {
    return true; // the policy follows the keys
  }

  @Override
  public Reading reading(String origin) throws IOException {
    TileLog whole = log(origin);
    return Reading.of(whole.checkpoint(), whole.subtrees(), whole::leaves);
  }

  @Override
  public Reading ordered(String origin) throws IOException {
    return reading(origin);
  }

  @Override
  public synchronized String policy() {
    return policyText().text();
  }

  private PolicyText policyText() {
    return PolicyText.of(keys, agencies, registrar.all());
  }

  /** The log signs and persists its head before it tells the place. */
  @Override
  public Receipt receipt(String origin, long index) {
    return new Receipt(Receipt.State.SEALED, index, 1, 1, origin);
  }

  @Override
  public Receipt waiting(String origin) {
    return new Receipt(Receipt.State.PENDING, -1, 0, 1, origin);
  }

  @Override
  public State state(String origin) {
    @Nullable SoloLog open;
    synchronized (this) {
      open = logs.get(origin);
    }
    long size = open == null ? 0 : open.log().size();
    return new State(open != null, size, size, 1, List.of());
  }

  /** The logs take entries of no others. */
  @Override
  public synchronized void admit(Set<String> codes) throws IOException {
    if (agencies.addAll(codes)) destroy();
  }

  private TileLog log(String origin) throws IOException {
    return open(origin, List.of()).log();
  }

  private synchronized SoloLog open(String origin, List<SignedEntry> entries) throws IOException {
    var codes = new HashSet<String>();
    for (SignedEntry entry : entries) codes.add(entry.entry().agency());
    admit(codes);
    if (known != keys.changes()) destroy();
    if (logs.isEmpty()) openAll();
    return Objects.requireNonNull(logs.get(origin));
  }

  private void openAll() throws IOException {
    known = keys.changes();
    Agencies counting = policyText().policy().agencies();
    try {
      for (String origin : Origins.ALL) {
        Path own = folder.resolve(TileLog.name(origin));
        logs.put(origin, SoloLog.open(own, keys.ofLogs().of(origin), counting, clock));
      }
    } catch (IOException | RuntimeException e) {
      destroy();
      throw e;
    }
  }

  /** Closes the logs; whoever asks again opens them with the keys of then. */
  @Override
  public synchronized void destroy() throws IOException {
    for (SoloLog log : logs.values()) log.close();
    logs.clear();
  }
}
