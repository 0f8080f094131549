/**
 * Checks a proof file against a policy in the browser, offline: the same checks in the same order as
 * the Java class org.smartcorrection.ledger.proof.Verifier, with SHA-256 and Ed25519 of the noble
 * libraries in vendor/, because WebCrypto is absent on plain http and in older browsers. Written for
 * Chromium 88 and later. Fetches nothing.
 *
 * Pass the bytes of the files where you can: text that was decoded loosely may have lost what makes
 * it invalid.
 */

import { isCaseProof, verifyCase } from './case.mjs';
import { Refused, check, notRevoked, read, signer, signers, trusted } from './checks.mjs';
import { parseDisclosedEntry } from './entry.mjs';
import { parseCheckpoint, parseNote } from './note.mjs';
import { documentValue, isPaper, readPaper } from './paper.mjs';
import { parsePolicy } from './policy.mjs';
import { base64, base64Of, bytesOf, decimal, hash, require, textOf } from './strict.mjs';
import { isIncluded } from './tree.mjs';

const HEADER = 'c2sp.org/tlog-proof@v1';
const LARGEST = 1 << 20;
const LONGEST_PATH = 63;

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
  return parseDisclosedEntry(extra);
}

/** Whether one of the documents that are disclosed, by its hash, is this text. */
function tells(disclosures, text) {
  const value = documentValue(text);
  return disclosures.some((disclosure) => disclosure.name.startsWith('document/') && disclosure.value === value);
}

function verifyParsed({ told, index, path, note, text }, policy) {
  const head = read('MALFORMED_CHECKPOINT', () => parseCheckpoint(note.text));
  const trust = trusted(note, head, policy);
  const agency = signer(told, head, policy);
  const { entry } = told;
  const included = isIncluded(told.leafHash, index, head.size, path, head.root);
  check(included, 'NOT_IN_LOG', 'leaf, index and path do not lead to the root');
  notRevoked(agency, head, index, policy);
  check(text === null || tells(told.disclosures, text), 'FALSE_DISCLOSURE', "the paper's text is not the one recorded");
  return {
    document: text,
    entry,
    index: String(index),
    disclosed: told.disclosures,
    everything: told.everything,
    checkpoint: { origin: head.origin, size: String(head.size), root: base64Of(head.root) },
    signers: signers(agency, trust),
  };
}

function verifyAct(input, policy) {
  if (isPaper(input)) return verifyParsed(read('MALFORMED_PROOF', () => readPaper(input)), policy);
  const proof = read('MALFORMED_PROOF', () => parseProof(input));
  const told = read('MALFORMED_ENTRY', () => parseExtra(proof.extra));
  return verifyParsed({ ...proof, told, text: null }, policy);
}

/**
 * Never throws. The proof is a proof file, a case proof, or what the code on a paper says. The answer is
 * { ok: true, entry, index, document, disclosed, everything, checkpoint, signers } when all of it holds,
 * document being the text of the paper or null, and everything whether nothing was fixed beside what is
 * disclosed; or of a case proof { ok: true, whole: { casePseudonym, latest, entries, size, register, index,
 * checkpoint, signers } }, latest being the number of its latest entry or 0; else { ok: false, reason, detail }, the reason being a constant of the Java enum Verdict.Reason, or
 * BAD_POLICY if nothing could be checked. Numbers that may exceed 2^53 and the cosigners' times (seconds
 * since 1970) are decimal text.
 *
 * @param {string|Uint8Array} proofText
 * @param {string|Uint8Array} policyText
 */
export function verifyProof(proofText, policyText) {
  const answer = {
    ok: true, reason: null, detail: null, whole: null, document: null, entry: null, index: null, disclosed: [], everything: false,
    checkpoint: null, signers: null,
  };
  try {
    const policy = read('BAD_POLICY', () => parsePolicy(policyText));
    const found = isCaseProof(proofText) ? { whole: verifyCase(proofText, policy) } : verifyAct(proofText, policy);
    return { ...answer, ...found };
  } catch (e) {
    const reason = e instanceof Refused ? e.reason : 'MALFORMED_PROOF';
    const detail = e instanceof Error ? e.message : String(e);
    return { ...answer, ok: false, reason, detail };
  }
}
