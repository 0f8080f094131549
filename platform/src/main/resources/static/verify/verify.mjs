/**
 * Checks a proof file against a policy in the browser, offline: the same checks in the same order as
 * the Java class org.smartcorrection.ledger.proof.Verifier, with SHA-256 and Ed25519 of the noble
 * libraries in vendor/, because WebCrypto is absent on plain http and in older browsers. Written for
 * Chromium 88 and later. Fetches nothing.
 *
 * Pass the bytes of the files where you can: text that was decoded loosely may have lost what makes
 * it invalid.
 */

import { isTrue, parseDisclosedEntry } from './entry.mjs';
import { ENTRY, isSignature, parseCheckpoint, parseNote, verifiedBy } from './note.mjs';
import { isPaper, readPaper } from './paper.mjs';
import { parsePolicy } from './policy.mjs';
import { Malformed, base64, base64Of, bytesOf, decimal, hash, hex, require, textOf } from './strict.mjs';
import { digest, isIncluded } from './tree.mjs';

const HEADER = 'c2sp.org/tlog-proof@v1';
const LARGEST = 1 << 20;
const LONGEST_PATH = 63;

class Refused extends Error {
  constructor(reason, detail) {
    super(detail);
    this.reason = reason;
  }
}

function check(condition, reason, detail) {
  if (!condition) throw new Refused(reason, detail);
}

/** Runs a parser; what it finds malformed is refused for this reason. */
function read(reason, parser) {
  try {
    return parser();
  } catch (e) {
    if (e instanceof Malformed) throw new Refused(reason, e.message);
    throw e;
  }
}

function parseProof(input) {
  const text = textOf(input);
  require(bytesOf(text).length <= LARGEST, 'a proof file above 1 MiB');
  const split = text.indexOf('\n\n');
  require(split >= 0, 'no empty line before the checkpoint');
  const lines = text.slice(0, split).split('\n');
  require(lines.shift() === HEADER, 'the first line is not ' + HEADER);
  let extra = null;
  if (lines.length > 0 && lines[0].startsWith('extra ')) {
    extra = base64(lines.shift().slice('extra '.length));
    require(extra.length > 0, 'an empty extra line');
  }
  require(lines.length > 0 && lines[0].startsWith('index '), 'no index line');
  const index = decimal(lines.shift().slice('index '.length));
  require(lines.length <= LONGEST_PATH, 'more than 63 hashes');
  return { extra, index, path: lines.map(hash), note: parseNote(text.slice(split + 2)) };
}

function parseExtra(extra) {
  require(extra !== null, 'the proof carries no entry');
  return parseDisclosedEntry(textOf(extra));
}

/** Whether one of the documents that are disclosed, by its hash, is this text. */
function tells(disclosures, text) {
  const value = 'sha256:' + hex(digest(bytesOf(text)));
  return disclosures.some((disclosure) => disclosure.name.startsWith('document/') && disclosure.value === value);
}

function verifyParsed(proof, told, text, head, policy) {
  const logs = policy.logs.filter((log) => log.name === head.origin);
  check(logs.length > 0, 'UNKNOWN_LOG', 'no log line has this origin');
  const verified = verifiedBy(proof.note, [...logs, ...policy.witnesses.values()]);
  check(verified !== null, 'WRONG_CHECKPOINT_SIGNATURE', 'wrong signature of a known key');
  const counts = (key) => verified.has(key) && policy.allowsHead(key, head);
  const log = logs.find(counts);
  check(log !== undefined, 'NO_LOG_SIGNATURE', 'the checkpoint is not signed by its log');
  const cosigners = new Map();
  policy.witnesses.forEach((key, name) => {
    if (counts(key)) cosigners.set(name, verified.get(key));
  });
  check(policy.quorum(cosigners), 'NO_QUORUM', cosigners.size + ' known cosigners are not enough');

  const { entry } = told;
  check(entry.origin === head.origin, 'OTHER_ORIGIN', 'entry and checkpoint name different origins');
  const agency = (policy.agencies.get(entry.agency) || []).find((key) => key.use === ENTRY && key.reference === told.key);
  check(agency !== undefined, 'UNKNOWN_AGENCY_KEY', "no agency line has the entry's agency and key");
  check(isSignature(agency, told.message, told.signature), 'WRONG_ENTRY_SIGNATURE', 'the agency did not sign this entry');
  const included = isIncluded(told.leafHash, proof.index, head.size, proof.path, head.root);
  check(included, 'NOT_IN_LOG', 'leaf, index and path do not lead to the root');
  check(policy.allowsEntry(agency, head.origin, proof.index), 'REVOKED_KEY', "the agency's key was revoked before this entry");
  const allTrue = told.disclosures.every((disclosure) => isTrue(entry, disclosure));
  check(allTrue, 'FALSE_DISCLOSURE', 'a disclosure opens no commitment of the entry');
  check(text === null || tells(told.disclosures, text), 'FALSE_DISCLOSURE', "the paper's text is not the one recorded");
  return {
    ok: true,
    reason: null,
    detail: null,
    document: text,
    entry,
    index: String(proof.index),
    disclosed: told.disclosures.map(({ name, value }) => ({ name, value })),
    checkpoint: { origin: head.origin, size: String(head.size), root: base64Of(head.root) },
    signers: {
      agency: agency.reference,
      log: log.reference,
      cosigners: Array.from(cosigners, ([name, time]) => ({ name, time })),
    },
  };
}

/**
 * Never throws. The proof is a proof file or what the code on a paper says. The answer is
 * { ok: true, document, entry, index, disclosed, checkpoint, signers } when everything holds, document
 * being the text of the paper or null, else { ok: false, reason, detail }, the reason being a constant of the Java enum
 * Verdict.Reason, or BAD_POLICY if nothing could be checked. Numbers that may exceed 2^53 and the
 * cosigners' times (seconds since 1970) are decimal text.
 *
 * @param {string|Uint8Array} proofText
 * @param {string|Uint8Array} policyText
 */
export function verifyProof(proofText, policyText) {
  try {
    const policy = read('BAD_POLICY', () => parsePolicy(policyText));
    const paper = read('MALFORMED_PROOF', () => (isPaper(proofText) ? readPaper(proofText) : { proof: proofText, text: null }));
    const proof = read('MALFORMED_PROOF', () => parseProof(paper.proof));
    const told = read('MALFORMED_ENTRY', () => parseExtra(proof.extra));
    const head = read('MALFORMED_CHECKPOINT', () => parseCheckpoint(proof.note.text));
    return verifyParsed(proof, told, paper.text, head, policy);
  } catch (e) {
    const reason = e instanceof Refused ? e.reason : 'MALFORMED_PROOF';
    const detail = e instanceof Error ? e.message : String(e);
    return {
      ok: false, reason, detail, document: null, entry: null, index: null, disclosed: [], checkpoint: null, signers: null,
    };
  }
}
