package org.smartcorrection.platform.evidence;

import java.util.SortedMap;
import java.util.TreeMap;
import org.smartcorrection.platform.casework.PublishedNumber;

/**
 * What the ledger fixes of a number that an agency set, by name. As with {@link Committed}, the
 * same function makes the entry and later compares the database with it.
 */
final class CommittedNumber {
  private CommittedNumber() {}

  static SortedMap<String, String> values(PublishedNumber act) {
    var values = new TreeMap<String, String>();
    values.put("id", act.id().toString());
    values.put("type", PublishedNumber.TYPE);
    values.put("custody", act.custody().toString());
    values.put("rule", act.set().rule());
    values.put("name", act.set().name());
    values.put("value", Integer.toString(act.set().value()));
    values.put("value-before", Integer.toString(act.before()));
    values.put("valid-from", act.set().validFrom().toString());
    values.put("reason", act.reason());
    values.put("account", act.account().toString());
    values.put("post", act.post().toString());
    values.put("role", act.role().name());
    if (act.substitution() != null) values.put("substitution", act.substitution().toString());
    values.put("published-at", act.publishedAt().toString());
    return values;
  }
}
