package org.smartcorrection.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smartcorrection.ledger.entry.Agencies;
import org.smartcorrection.ledger.entry.Contents;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.entry.Opening;
import org.smartcorrection.ledger.entry.Salt;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.order.LogKeys;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.proof.DisclosedEntry;
import org.smartcorrection.ledger.proof.ProofFile;
import org.smartcorrection.ledger.tree.Hash;

/**
 * Fixed keys and entries for tests: the same in every run, so that vectors made of them are too.
 */
public final class Samples {
  public static final String ORIGIN = "qinghe.example/correction";
  public static final String AGENCY = "qinghe-justice-bureau";
  public static final Instant NOW = Instant.parse("2026-03-02T01:23:45Z");
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  public static final SigningKey AGENCY_KEY = key("qinghe.example/justice-bureau", KeyUse.ENTRY);
  public static final SigningKey LOG_KEY = key(ORIGIN, KeyUse.LOG);
  public static final SigningKey COSIGNER = key("qinghe.example/cosigner", KeyUse.COSIGNATURE);
  public static final LogKeys KEYS = new LogKeys(LOG_KEY, List.of(COSIGNER));
  public static final Agencies AGENCIES = Agencies.of(AGENCY, AGENCY_KEY.verifierKey());

  private Samples() {}

  /** The key whose seed is made from its name and use. */
  public static SigningKey key(String name, KeyUse use) {
    return SigningKey.fromSeed(name, use, seed(use + " " + name));
  }

  private static byte[] seed(String text) {
    return Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).bytes();
  }

  public static Salt salt(String text) {
    return Salt.first(seed("salt " + text));
  }

  /** What entry n of the samples commits to. */
  public static Disclosure disclosure(int n, String name, String value) {
    return new Disclosure(name, salt(n + name), value);
  }

  public static Entry entry(int n) {
    return new Entry(
        ORIGIN,
        AGENCY,
        "a-7f3e",
        "leave-granted",
        Link.first("c-" + n),
        Entry.coarse(NOW),
        contents(n).root());
  }

  /** All that entry n fixes. */
  public static Contents contents(int n) {
    return Contents.of(disclosures(n).values());
  }

  /** All disclosures of entry n. */
  public static Map<String, Disclosure> disclosures(int n) {
    var all = new TreeMap<String, Disclosure>();
    for (Disclosure disclosure :
        new Disclosure[] {
          disclosure(n, Entry.ACT, "17"),
          disclosure(n, "days", "7"),
          disclosure(n, "reason", "家中老人住院 — \"urgent\" 🏥"),
          Disclosure.ofDocument("leave-slip", salt(n + "slip"), new byte[] {1, 2, (byte) n})
        }) {
      all.put(disclosure.name(), disclosure);
    }
    return all;
  }

  /** The proof of an entry under the last head of a log. */
  public static ProofFile proof(TileLog log, long index, Opening told) throws IOException {
    var disclosed = new DisclosedEntry(log.entry(index), told);
    return ProofFile.of(disclosed, log.inclusion(index, log.size()), log.checkpoint());
  }

  /** What tells all of it. */
  public static Opening opening(int n) {
    return contents(n).opening(disclosures(n).values());
  }

  public static SignedEntry signed(int n) {
    return SignedEntry.sign(entry(n), AGENCY_KEY);
  }

  /** A policy that trusts the sample keys. */
  public static String policy() {
    return "# what a reader of the samples trusts\n"
        + "log "
        + LOG_KEY.verifierKey()
        + "\nwitness bureau "
        + COSIGNER.verifierKey()
        + "\nquorum bureau\nagency "
        + AGENCY
        + " "
        + AGENCY_KEY.verifierKey()
        + "\n";
  }
}
