package org.smartcorrection.platform.evidence;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Attached;
import org.smartcorrection.platform.casework.Facts;

/**
 * What of an act the ledger fixes, by name: everything that the database says of it. The same
 * function makes the entry and, later, compares the database with it.
 */
final class Committed {
  static final String FACT = "fact/";

  private Committed() {}

  /**
   * The type as it stands open in the entry. Of a complaint not even that it is one: its type is a
   * commitment like everything else.
   */
  static String openType(Act act) {
    return act.procedure().equals("complaint") ? "sealed" : act.type();
  }

  static SortedMap<String, String> values(Act act, List<Attached> documents) {
    var values = new TreeMap<String, String>();
    values.put("id", act.id().toString());
    values.put("type", act.type());
    values.put("procedure", act.procedure());
    values.put("instance", act.instance().toString());
    values.put("schema-version", Integer.toString(act.schemaVersion()));
    values.put("account", act.account().toString());
    values.put("post", act.post().toString());
    values.put("role", act.role().name());
    if (act.substitution() != null) values.put("substitution", act.substitution().toString());
    if (act.restsOn() != null) values.put("rests-on", act.restsOn().toString());
    values.put("occurred-at", act.occurredAt().toString());
    values.put("effective-on", act.effectiveOn().toString());
    values.put("recorded-at", act.recordedAt().toString());
    if (act.corrects() != null) values.put("corrects", act.corrects().toString());
    if (act.overrideReason() != null) values.put("override-reason", act.overrideReason());
    act.facts().values().forEach((name, value) -> values.put(FACT + name, Facts.plain(value)));
    int at = 0;
    for (Attached document : documents) {
      String name = Disclosure.DOCUMENT + ++at + "/" + document.kind();
      values.put(name, "sha256:" + document.sha256());
    }
    return values;
  }
}
