package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.proof.TrustedHead.UntrustedException;
import org.smartcorrection.ledger.proof.Verdict.Invalid;
import org.smartcorrection.ledger.proof.Verdict.Reason;
import org.smartcorrection.ledger.proof.Verdict.Valid;
import org.smartcorrection.ledger.tree.InclusionProof;

/**
 * Checks a proof file, a case proof, or what the code on a paper says, against a policy, offline.
 * Nothing in it is believed: the entry's content is computed from what is told of it, and the leaf
 * from the entry, so that nothing can be told that its agency did not sign; every signature must be
 * by a key that the policy lists. The page {@code /open/verify} makes the same checks in the same
 * order.
 */
public final class Verifier {
  private Verifier() {}

  /** Never throws, whatever the bytes are. */
  public static Verdict verify(byte[] proof, Policy policy) {
    if (CaseProof.isCaseProof(proof)) return verifyCase(proof, policy);
    ProofFile file;
    String document = null;
    try {
      if (PaperProof.isPaper(proof)) {
        PaperProof paper = PaperProof.read(proof);
        file = paper.file();
        document = paper.text();
      } else {
        file = ProofFile.parse(proof);
      }
    } catch (MalformedException e) {
      return invalid(Reason.MALFORMED_PROOF, e);
    }
    try {
      DisclosedEntry disclosed = file.disclosed();
      return verify(file, disclosed, document, TrustedHead.read(file.checkpoint(), policy), policy);
    } catch (MalformedException e) {
      return invalid(Reason.MALFORMED_ENTRY, e);
    } catch (UntrustedException e) {
      return invalid(e.reason(), e);
    }
  }

  private static Verdict verifyCase(byte[] bytes, Policy policy) {
    try {
      CaseProof proof = CaseProof.parse(bytes);
      TrustedHead trusted = TrustedHead.read(proof.checkpoint(), policy);
      return trusted.isFinal() ? CaseVerifier.verify(proof, trusted, policy) : noQuorum(trusted);
    } catch (MalformedException e) {
      return invalid(Reason.MALFORMED_PROOF, e);
    } catch (UntrustedException e) {
      return invalid(e.reason(), e);
    }
  }

  private static Verdict verify(
      ProofFile file,
      DisclosedEntry disclosed,
      @Nullable String document,
      TrustedHead trusted,
      Policy policy) {
    if (!trusted.isFinal()) return noQuorum(trusted);
    Checkpoint head = trusted.checkpoint();
    SignedEntry signed = disclosed.signed();
    var check = new EntryCheck(signed, trusted, policy);
    Optional<Invalid> refused = check.signature();
    if (refused.isPresent()) return refused.get();
    var inclusion = new InclusionProof(file.index(), head.size(), file.path());
    if (!inclusion.proves(signed.leafHash(), head.root())) {
      return new Invalid(Reason.NOT_IN_LOG, "leaf, index and path do not lead to the root");
    }
    Optional<Invalid> revoked = check.revocation(file.index());
    if (revoked.isPresent()) return revoked.get();
    if (document != null && !tells(disclosed, document)) {
      return new Invalid(Reason.FALSE_DISCLOSURE, "the paper's text is not the one recorded");
    }
    return new Valid(
        signed,
        file.index(),
        disclosed.disclosures(),
        disclosed.told().isEverything(),
        head,
        check.signers(file.index()),
        document);
  }

  private static Verdict noQuorum(TrustedHead trusted) {
    return new Invalid(
        Reason.NO_QUORUM, trusted.cosigners().size() + " known cosigners are not enough");
  }

  /** Whether one of the documents that are disclosed, by its hash, is this text. */
  private static boolean tells(DisclosedEntry disclosed, String document) {
    String hash = Disclosure.value(document.getBytes(UTF_8));
    return disclosed.disclosures().stream()
        .filter(disclosure -> disclosure.name().startsWith(Disclosure.DOCUMENT))
        .anyMatch(disclosure -> disclosure.value().equals(hash));
  }

  private static Verdict invalid(Reason reason, Exception cause) {
    return new Invalid(reason, String.valueOf(cause.getMessage()));
  }
}
