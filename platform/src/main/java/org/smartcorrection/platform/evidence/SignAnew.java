package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.platform.evidence.KeyGenerations.Generation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Entries that wait under a key which was revoked meanwhile are signed anew with the key of today,
 * and so are those that follow them in their cases: each names the leaf of the one before.
 */
@Component
class SignAnew {
  private final Entries entries;
  private final AgencyKeys keys;
  private final Ledger log;
  private final SealPapers papers;

  SignAnew(Entries entries, AgencyKeys keys, Ledger log, SealPapers papers) {
    this.entries = entries;
    this.keys = keys;
    this.log = log;
    this.papers = papers;
  }

  /** The same entries as the log will take them. What stands in the log already stays as it is. */
  @Transactional
  public List<Entries.Stored> allThatNeedIt(List<Entries.Stored> waiting) throws IOException {
    Map<Hash, Hash> moved = entries.signedAnew(predecessors(waiting));
    var now = new ArrayList<Entries.Stored>();
    for (Entries.Stored stored : waiting) {
      Entry entry = stored.entry().entry();
      Link link = link(entry.link(), moved);
      boolean follows = !link.equals(entry.link());
      if (!follows && !(revoked(stored.entry()) && !log.has(stored.entry()))) {
        now.add(stored);
        continue;
      }
      SignedEntry signed = keys.sign(with(entry, link));
      moved.put(stored.entry().leafHash(), signed.leafHash());
      now.add(entries.replace(stored, signed));
      papers.sealAnew(stored.act(), entry.agency());
    }
    return now;
  }

  private boolean revoked(SignedEntry signed) {
    KeyGenerations all = keys.generations(signed.entry().agency());
    return Stream.concat(Stream.of(signed.key()), signed.secondKey().stream())
        .flatMap(reference -> all.of(reference).stream())
        .map(Generation::revokedAt)
        .anyMatch(Objects::nonNull);
  }

  private static Collection<Hash> predecessors(List<Entries.Stored> waiting) {
    return waiting.stream()
        .map(stored -> stored.entry().entry().link().previous())
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private static Link link(Link link, Map<Hash, Hash> moved) {
    @Nullable Hash previous = link.previous();
    @Nullable Hash now = previous == null ? null : moved.get(previous);
    return now == null ? link : new Link(link.casePseudonym(), link.number(), now);
  }

  private static Entry with(Entry entry, Link link) {
    return new Entry(
        entry.origin(),
        entry.agency(),
        entry.actor(),
        entry.type(),
        link,
        entry.hour(),
        entry.content());
  }
}
