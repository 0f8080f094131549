// What the checks of every kind of proof begin with: the log's signed head, and an entry's signature.
// The Java classes are TrustedHead and EntryCheck of org.smartcorrection.ledger.proof.

import { ENTRY, isSignature, verifiedBy } from './note.mjs';
import { Malformed } from './strict.mjs';

export class Refused extends Error {
  constructor(reason, detail) {
    super(detail);
    this.reason = reason;
  }
}

export function check(condition, reason, detail) {
  if (!condition) throw new Refused(reason, detail);
}

/** Runs a parser; what it finds malformed is refused for this reason. */
export function read(reason, parser) {
  try {
    return parser();
  } catch (e) {
    if (e instanceof Malformed) throw new Refused(reason, e.message);
    throw e;
  }
}

/** Who signed the head: the log's key, and the cosigners of the policy with their times. */
export function trusted(note, head, policy) {
  const logs = policy.logs.filter((log) => log.name === head.origin);
  check(logs.length > 0, 'UNKNOWN_LOG', 'no log line has this origin');
  const verified = verifiedBy(note, [...logs, ...policy.witnesses.values()]);
  check(verified !== null, 'WRONG_CHECKPOINT_SIGNATURE', 'wrong signature of a known key');
  const counts = (key) => verified.has(key) && policy.allowsHead(key, head);
  const log = logs.find(counts);
  check(log !== undefined, 'NO_LOG_SIGNATURE', 'the checkpoint is not signed by its log');
  const cosigners = new Map();
  policy.witnesses.forEach((key, name) => {
    if (counts(key)) cosigners.set(name, verified.get(key));
  });
  check(policy.isFinal(head.origin, cosigners), 'NO_QUORUM', cosigners.size + ' known cosigners are not enough');
  return { log, cosigners };
}

/** The key of its agency that signed an entry for this log. */
export function signer(signed, head, policy) {
  const { entry } = signed;
  check(entry.origin === head.origin, 'OTHER_ORIGIN', 'entry and checkpoint name different origins');
  const agency = (policy.agencies.get(entry.agency) || []).find((key) => key.use === ENTRY && key.reference === signed.key);
  check(agency !== undefined, 'UNKNOWN_AGENCY_KEY', "no agency line has the entry's agency and key");
  check(isSignature(agency, signed.message, signed.signature), 'WRONG_ENTRY_SIGNATURE', 'the agency did not sign this entry');
  return agency;
}

export function notRevoked(agency, head, index, policy) {
  check(policy.allowsEntry(agency, head.origin, index), 'REVOKED_KEY', "the agency's key was revoked before this entry");
}

/** The signers as a verdict tells them. */
export function signers(agency, { log, cosigners }) {
  return {
    agency: agency.reference,
    log: log.reference,
    cosigners: Array.from(cosigners, ([name, time]) => ({ name, time })),
  };
}
