package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.Salt;
import org.smartcorrection.ledger.proof.DisclosedEntry;
import org.smartcorrection.ledger.proof.PaperProof;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.ProofFile;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.ledger.proof.Verifier;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Attached;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.documents.Seals;
import org.springframework.stereotype.Component;

/**
 * The proof that goes on a printed paper. It discloses the hash of this one document and nothing
 * else, and none is printed that the verifier would refuse.
 */
@Component
public class PaperProofs {
  private static final Logger LOG = LoggerFactory.getLogger(PaperProofs.class);

  private final Entries entries;
  private final Ledger log;
  private final Pseudonyms pseudonyms;
  private final Documents documents;
  private final Seals seals;

  PaperProofs(
      Entries entries, Ledger log, Pseudonyms pseudonyms, Documents documents, Seals seals) {
    this.entries = entries;
    this.log = log;
    this.pseudonyms = pseudonyms;
    this.documents = documents;
    this.seals = seals;
  }

  /** How far the proof of a paper has come. */
  public sealed interface State {}

  /** The act's entry waits for the log: the paper is in force, its proof is pending. */
  public record Pending() implements State {}

  /** It proves itself. */
  public record Proven(PaperProof proof) implements State {}

  /** The database no longer says what was recorded: there is nothing to prove. */
  public record Broken() implements State {}

  /**
   * The proof of a document.
   *
   * @param original its bytes, UTF-8 text
   */
  public State of(Case in, Act act, Document document, byte[] original) {
    Optional<Entries.Stored> stored = entries.of(act.id());
    Long index = stored.map(Entries.Stored::index).orElse(null);
    if (stored.isEmpty() || index == null || !log.receipt(index).isSealed()) return new Pending();
    Optional<Disclosure> disclosure = disclosure(in, act, document);
    if (disclosure.isEmpty()) return new Broken();
    DisclosedEntry told;
    try {
      told =
          DisclosedEntry.of(
              stored.get().entry(), stored.get().contents(), List.of(disclosure.get()));
    } catch (IllegalArgumentException _) {
      // the entry fixes another document
      return new Broken();
    }
    String text = new String(original, StandardCharsets.UTF_8);
    Optional<byte[]> kept = seals.proof(document.id());
    Optional<PaperProof> again = kept.flatMap(place -> proof(place, told, text));
    if (again.isPresent()) return new Proven(again.get());
    byte[] place;
    try {
      place = place(index);
    } catch (IOException e) {
      LOG.warn("a paper's proof has to wait: {}", e.getMessage());
      return new Pending();
    }
    Optional<PaperProof> fresh = proof(place, told, text);
    if (fresh.isEmpty()) return new Broken();
    if (kept.isEmpty()) seals.keepProof(document.id(), place);
    else seals.replaceProof(document.id(), place);
    return new Proven(fresh.get());
  }

  /** Path and checkpoint, without the entry. */
  private byte[] place(long index) throws IOException {
    return log.reading().place(index).bytes();
  }

  private Optional<PaperProof> proof(byte[] place, DisclosedEntry told, String text) {
    try {
      var proof = new PaperProof(ProofFile.parse(place).with(told), text);
      Policy policy = Policy.parse(log.policy().getBytes(StandardCharsets.UTF_8));
      return Verifier.verify(proof.bytes(), policy) instanceof Verdict.Valid
          ? Optional.of(proof)
          : Optional.empty();
    } catch (MalformedException | IOException _) {
      return Optional.empty();
    }
  }

  private Optional<Disclosure> disclosure(Case in, Act act, Document document) {
    List<Attached> attached =
        documents.ofAct(act.id()).stream()
            .map(other -> new Attached(other.id(), other.kind(), other.sha256()))
            .toList();
    String value = "sha256:" + document.sha256();
    return Committed.values(act, attached).entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(Disclosure.DOCUMENT))
        .filter(entry -> entry.getKey().endsWith("/" + document.kind()))
        .filter(entry -> entry.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .flatMap(name -> salted(in, act, name, value));
  }

  private Optional<Disclosure> salted(Case in, Act act, String name, String value) {
    Optional<Salt> salt = pseudonyms.salt(in, act, name);
    return salt.map(known -> new Disclosure(name, known, value));
  }
}
