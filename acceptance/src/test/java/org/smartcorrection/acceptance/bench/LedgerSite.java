package org.smartcorrection.acceptance.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.smartcorrection.ledger.entry.Agencies;
import org.smartcorrection.ledger.entry.Contents;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.entry.Salt;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.order.LogKeys;
import org.smartcorrection.ledger.tree.Hash;

/** Invented keys, entries as an act of casework makes them, and the files of a node. */
final class LedgerSite {
  static final String ORIGIN = "qinghe.example/correction";
  static final String AGENCY = "qinghe-justice-bureau";
  static final SigningKey AGENCY_KEY = key("qinghe.example/justice-bureau", KeyUse.ENTRY);
  static final SigningKey LOG = key(ORIGIN, KeyUse.LOG);
  static final SigningKey COSIGNER = key("qinghe.example/cosigner", KeyUse.COSIGNATURE);
  static final LogKeys KEYS = new LogKeys(LOG, List.of(COSIGNER));
  static final Agencies AGENCIES = Agencies.of(AGENCY, AGENCY_KEY.verifierKey());

  private static final Instant HOUR = Instant.parse("2026-03-02T01:00:00Z");
  private static final int SIGNATURE = 64;

  /** Everything that casework commits to for a leave, as {@code evidence} names it. */
  private static final Map<String, String> TOLD =
      Map.ofEntries(
          Map.entry(Entry.ACT, "17"),
          Map.entry("id", "7d0c5b9e-8f0f-4a53-9a53-0d1d8f6b2c11"),
          Map.entry("type", "leave-granted"),
          Map.entry("procedure", "leave"),
          Map.entry("instance", "0f6f7b54-43a0-4f8c-9e0c-4f4d0a3f7a21"),
          Map.entry("schema-version", "1"),
          Map.entry("account", "5bb5a4f1-0a3f-4c53-8c53-7a21f3c4e9d0"),
          Map.entry("post", "1c2b8a90-77a1-4f0e-b1fb-2f9d51c60a77"),
          Map.entry("role", "HEAD"),
          Map.entry("rests-on", "9e0c4f4d-0a3f-4a21-8f6f-7b5443a04f8c"),
          Map.entry("occurred-at", "2026-03-02T01:12:40Z"),
          Map.entry("effective-on", "2026-03-02"),
          Map.entry("recorded-at", "2026-03-02T01:12:41Z"),
          Map.entry("fact/days", "7"),
          Map.entry("fact/from", "2026-03-04"),
          Map.entry("fact/until", "2026-03-10"),
          Map.entry("fact/destination", "清河县柳林镇"),
          Map.entry("fact/reason", "家中老人住院"),
          Map.entry(
              "document/1/leave-decision",
              "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));

  private LedgerSite() {}

  static SigningKey key(String name, KeyUse use) {
    return SigningKey.fromSeed(name, use, Hash.sha256(name.getBytes(UTF_8)).bytes());
  }

  /** What entry n commits to, and tells where it is disclosed. */
  static List<Disclosure> disclosures(long n) {
    return TOLD.entrySet().stream()
        .map(
            told ->
                new Disclosure(
                    told.getKey(),
                    Salt.first(Hash.sha256((n + told.getKey()).getBytes(UTF_8)).bytes()),
                    told.getValue()))
        .toList();
  }

  static Entry entry(long n) {
    return entry(n, Contents.of(disclosures(n)).root());
  }

  private static Entry entry(long n, Hash content) {
    var link = Link.first("c-%010d".formatted(n));
    return new Entry(ORIGIN, AGENCY, "a-7f3e", "leave-granted", link, HOUR, content);
  }

  static SignedEntry signed(long n) {
    return SignedEntry.sign(entry(n), AGENCY_KEY);
  }

  /** An entry as large as a signed one; nobody signed it. */
  static SignedEntry unsigned(long n) {
    byte[] signature = new byte[SIGNATURE];
    new Random(n).nextBytes(signature);
    return SignedEntry.of(entry(n), AGENCY_KEY.verifierKey().reference(), signature);
  }

  /** An entry that fixes nothing. */
  static SignedEntry small() {
    return SignedEntry.sign(entry(0, Hash.EMPTY), AGENCY_KEY);
  }

  static String agencyLine() {
    return "agency " + AGENCY + " " + AGENCY_KEY.verifierKey() + "\n";
  }

  /** Writes the configuration of a node on its own, whose log is in {@code data/correction}. */
  static Path node(Path folder) throws IOException {
    Files.writeString(folder.resolve("node.keys"), LOG.export() + "\n" + COSIGNER.export() + "\n");
    Files.writeString(
        folder.resolve("policy.txt"),
        "log " + LOG.verifierKey() + "\nquorum none\n" + agencyLine());
    return Files.writeString(
        folder.resolve("node.properties"),
        "data=data\nkeys=node.keys\npolicies=policy.txt\nport=0\n");
  }
}
