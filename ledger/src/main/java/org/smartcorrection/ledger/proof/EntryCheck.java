package org.smartcorrection.ledger.proof;

import java.util.Optional;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.proof.Verdict.Invalid;
import org.smartcorrection.ledger.proof.Verdict.Reason;
import org.smartcorrection.ledger.proof.Verdict.Signers;

/**
 * Whether an entry may stand where it is said to stand: for this log, and signed by its agency with
 * a key that still counted. Each question is empty when the answer is yes.
 */
record EntryCheck(SignedEntry signed, TrustedHead head, Policy policy) {

  Optional<Invalid> signature() {
    String origin = head.checkpoint().origin();
    if (!signed.entry().origin().equals(origin)) {
      return invalid(Reason.OTHER_ORIGIN, "entry and checkpoint name different origins");
    }
    Optional<VerifierKey> agency = policy.agencies().named(signed);
    if (agency.isEmpty()) {
      return invalid(Reason.UNKNOWN_AGENCY_KEY, "no agency line has the entry's agency and key");
    }
    if (!signed.isSignedBy(agency.get())) {
      return invalid(Reason.WRONG_ENTRY_SIGNATURE, "the agency did not sign this entry");
    }
    // as with the lines of a note: an unknown key is passed over, a wrong signature is not
    Optional<VerifierKey> second = policy.agencies().namedAgain(signed);
    if (second.isPresent() && !signed.isSignedBy(second.get())) {
      return invalid(Reason.WRONG_ENTRY_SIGNATURE, "the second signature is wrong");
    }
    return Optional.empty();
  }

  Optional<Invalid> revocation(long index) {
    return counts(agency(), index)
        ? Optional.empty()
        : invalid(Reason.REVOKED_KEY, "the agency's key was revoked before this entry");
  }

  /** Who answers for an entry that stands at this index. */
  Signers signers(long index) {
    return new Signers(
        agency(),
        policy.agencies().namedAgain(signed).filter(key -> counts(key, index)),
        head.log(),
        head.cosigners());
  }

  private VerifierKey agency() {
    return policy.agencies().named(signed).orElseThrow();
  }

  private boolean counts(VerifierKey key, long index) {
    return policy.revocations().allowsEntry(key, head.checkpoint().origin(), index);
  }

  private static Optional<Invalid> invalid(Reason reason, String detail) {
    return Optional.of(new Invalid(reason, detail));
  }
}
