package org.smartcorrection.node;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.order.Ordering;
import org.smartcorrection.ledger.order.Position;
import org.smartcorrection.ledger.order.SoloLog;

/** The logs of a node on its own: each entry goes to the one that it names. */
final class Soloists implements Ordering, Closeable {
  private final Map<String, SoloLog> logs = new LinkedHashMap<>();

  void add(SoloLog log) {
    logs.put(log.log().origin(), log);
  }

  @Override
  public List<Position> submitAll(List<SignedEntry> entries)
      throws IOException, EntryRefusedException {
    var by = new LinkedHashMap<SoloLog, List<Integer>>();
    for (int i = 0; i < entries.size(); i++) {
      SoloLog log = logs.get(entries.get(i).entry().origin());
      if (log == null) throw new EntryRefusedException("the entry is for another log");
      by.computeIfAbsent(log, _ -> new ArrayList<>()).add(i);
    }
    var positions = new Position[entries.size()];
    for (var one : by.entrySet()) {
      List<Integer> places = one.getValue();
      List<Position> given = one.getKey().submitAll(places.stream().map(entries::get).toList());
      for (int i = 0; i < places.size(); i++) positions[places.get(i)] = given.get(i);
    }
    return List.of(positions);
  }

  @Override
  public void close() throws IOException {
    for (SoloLog log : logs.values()) log.close();
  }
}
