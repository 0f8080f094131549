package org.smartcorrection.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.tree.Hash;

/** The files an operator writes for a node, and entries that it takes. */
record Site(Path directory) {
  static final String ORIGIN = "qinghe.example/correction";

  private static final SigningKey LOG = key(ORIGIN, KeyUse.LOG);
  private static final SigningKey COSIGNER = key("qinghe.example/cosigner", KeyUse.COSIGNATURE);
  private static final SigningKey LASTING =
      key("qinghe.example/cosigner-pq", KeyUse.COSIGNATURE_ML_DSA);
  static final SigningKey OTHER_LOG = key("court.example/justice", KeyUse.LOG);
  private static final SigningKey AGENCY = key("qinghe.example/bureau", KeyUse.ENTRY);

  static final String CONFIG = "data=ledger\nkeys=node.keys\npolicies=policy.txt\nport=0\n";

  private static SigningKey key(String name, KeyUse use) {
    return SigningKey.fromSeed(name, use, Hash.sha256(name.getBytes(UTF_8)).bytes());
  }

  static Site in(Path directory) throws IOException {
    var site = new Site(directory);
    site.write(
        "node.keys", LOG.export() + "\n" + COSIGNER.export() + "\n" + LASTING.export() + "\n");
    site.write(
        "policy.txt",
        "log "
            + LOG.verifierKey()
            + "\nlog "
            + OTHER_LOG.verifierKey()
            + "\nquorum none\nagency bureau "
            + AGENCY.verifierKey()
            + "\n");
    site.write("node.properties", CONFIG);
    return site;
  }

  /** The keys with which the node cosigns. */
  static List<VerifierKey> cosigners() {
    return List.of(COSIGNER.verifierKey(), LASTING.verifierKey());
  }

  static String agencyLine() {
    return "agency bureau " + AGENCY.verifierKey() + "\n";
  }

  void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content);
  }

  Path config() {
    return directory.resolve("node.properties");
  }

  static SignedEntry entry(int n) {
    return entry(n, ORIGIN);
  }

  static SignedEntry entry(int n, String origin) {
    Instant hour = Instant.parse("2026-03-02T01:00:00Z");
    var link = Link.first("c-" + n);
    var entry = new Entry(origin, "bureau", "a-1", "leave-granted", link, hour, Hash.EMPTY);
    return SignedEntry.sign(entry, AGENCY);
  }
}
