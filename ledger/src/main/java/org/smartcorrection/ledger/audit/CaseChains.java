package org.smartcorrection.ledger.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.audit.Finding.Kind;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.register.CaseHeads;
import org.smartcorrection.ledger.tree.Hash;

/** Holds each entry of a log against the one before it in its case, and against the registers. */
final class CaseChains {
  private final Map<String, Last> cases = new HashMap<>();
  private final CaseHeads heads = new CaseHeads();

  /** The last entry of a case. */
  private record Last(long number, Instant hour, Hash leaf) {}

  /** How many cases there are. */
  int cases() {
    return cases.size();
  }

  /**
   * Takes the next leaf.
   *
   * @param leaf its hash
   * @param entry {@code null} for a leaf that is no entry
   */
  List<Kind> follow(Hash leaf, @Nullable Entry entry) {
    var found = new ArrayList<Kind>();
    switch (heads.append(leaf, entry)) {
      case NO_REGISTER, TRUE -> {}
      case FALSE -> found.add(Kind.FALSE_REGISTER);
      case STALE -> found.add(Kind.STALE_REGISTER);
    }
    if (entry != null) compare(leaf, entry, found);
    return found;
  }

  private void compare(Hash leaf, Entry entry, List<Kind> found) {
    var now = new Last(entry.link().number(), entry.hour(), leaf);
    Last last = cases.put(entry.link().casePseudonym(), now);
    if (now.number() != (last == null ? 0 : last.number()) + 1) {
      found.add(Kind.GAP_IN_CASE);
    } else if (last != null) {
      if (!Objects.equals(last.leaf(), entry.link().previous())) found.add(Kind.OTHER_PREDECESSOR);
      if (now.hour().isBefore(last.hour())) found.add(Kind.BACKDATED);
    }
  }
}
