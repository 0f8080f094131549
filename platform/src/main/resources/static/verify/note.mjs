// Keys, signed notes, checkpoints and cosignatures of C2SP, as in the Java package
// org.smartcorrection.ledger.note.

import { sha512 } from './vendor/noble-hashes/sha2.js';
import { Point, hashes, verify } from './vendor/noble-ed25519/index.js';
import { base64, bytesOf, decimal, hasControls, hash, hex, require, same } from './strict.mjs';
import { digest } from './tree.mjs';

hashes.sha512 = sha512;

export const LOG = '\u0001';
export const COSIGNATURE = '\u0004';
// by ML-DSA-44, for which there is no library here: known, and never counted
export const LASTING = '\u0006';
export const ENTRY = '\u00ffsmartcorrection.org/entry-ed25519@v1\n';
export const ENTRY_SM2 = '\u00ffsmartcorrection.org/entry-sm2@v1\n'; // known, and judged elsewhere

// of keys whose signatures are not checked here
const LENGTHS = { [LASTING]: 1312, [ENTRY_SM2]: 65 };

const SPACES = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const DASH = '\u2014 ';
const MOST_SIGNATURES = 100;
// the last second of Java's Instant, which is far beyond every honest cosignature
const LATEST = BigInt('31556889864403199');

function latin1(text) {
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

function isName(name) {
  return name !== '' && !hasControls(name, '') && !name.includes('+') && !SPACES.test(name);
}

/** Whether this is name+id of some key. */
export function isReference(text) {
  const plus = text.lastIndexOf('+');
  return plus > 0 && isName(text.slice(0, plus)) && /^[0-9a-f]{8}$/.test(text.slice(plus + 1));
}

/** A point of the prime-order group: what an honest key or signature is made of. */
function isPoint(bytes) {
  try {
    const point = Point.fromBytes(bytes, false);
    return !point.isSmallOrder() && point.isTorsionFree();
  } catch (e) {
    return false;
  }
}

/** Reads name+id+base64 of a key for one of these uses. */
export function parseKey(vkey, uses) {
  const [name, id] = vkey.split('+', 2);
  require(id !== undefined && vkey.length > name.length + id.length + 2, 'a key is name+id+base64');
  require(isName(name), 'not a key name');
  const typed = base64(vkey.slice(name.length + id.length + 2));
  const use = uses.find((one) => same(typed.subarray(0, one.length), latin1(one)));
  require(use !== undefined, 'the key is for another use');
  const key = typed.slice(use.length);
  require(use in LENGTHS ? key.length === LENGTHS[use] : key.length === 32 && isPoint(key), 'not a key');
  require(id === hex(digest(bytesOf(name + '\n'), typed)).slice(0, 8), "the key id is not the key's");
  return { name, id, use, key, reference: name + '+' + id };
}

export function isSignature(key, message, signature) {
  // noble multiplies by the cofactor; refusing torsion first makes that no looser than without it
  return signature.length === 64 && isPoint(signature.slice(0, 32)) && verify(signature, message, key.key, { zip215: false });
}

function parseSignature(line) {
  require(line.startsWith(DASH), 'not a signature line');
  const parts = line.slice(DASH.length).split(' ');
  require(parts.length === 2 && isName(parts[0]), 'a signature line is dash, name, base64');
  const bytes = base64(parts[1]);
  require(bytes.length > 4, 'a signature without content');
  return { name: parts[0], id: hex(bytes.subarray(0, 4)), bytes: bytes.slice(4) };
}

/** Splits a note into its text and its signature lines. */
export function parseNote(note) {
  require(!hasControls(note, '\n'), 'a control character in a note');
  const split = note.lastIndexOf('\n\n');
  require(split >= 0, 'no empty line before the signatures');
  const lines = note.slice(split + 2);
  require(lines.endsWith('\n'), 'no signatures, or no end of line');
  const list = lines.slice(0, -1).split('\n');
  require(list.length <= MOST_SIGNATURES, 'too many signatures');
  return { text: note.slice(0, split + 1), signatures: list.map(parseSignature) };
}

function seconds(bytes) {
  return BigInt('0x' + hex(bytes.subarray(0, 8)));
}

function isCosignature(key, text, bytes) {
  if (bytes.length !== 72 || seconds(bytes) > LATEST) return false;
  const message = bytesOf('cosignature/v1\ntime ' + seconds(bytes) + '\n' + text);
  return isSignature(key, message, bytes.slice(8));
}

/**
 * Which known keys signed: a map from key to the time of its cosignature, as decimal text, or to
 * null for a log's signature. Null instead of a map if a known key's signature is wrong.
 */
export function verifiedBy(note, known) {
  const verified = new Map();
  for (const signature of note.signatures) {
    for (const key of known) {
      if (key.name !== signature.name || key.id !== signature.id || key.use === LASTING) continue;
      const cosigns = key.use === COSIGNATURE;
      const right = cosigns
        ? isCosignature(key, note.text, signature.bytes)
        : isSignature(key, bytesOf(note.text), signature.bytes);
      if (!right) return null;
      if (!verified.has(key)) verified.set(key, cosigns ? String(seconds(signature.bytes)) : null);
    }
  }
  return verified;
}

export function parseCheckpoint(text) {
  const lines = text.split('\n');
  require(lines.length === 4 && lines[3] === '', 'a checkpoint has three lines');
  require(lines[0] !== '', 'not an origin');
  return { origin: lines[0], size: decimal(lines[1]), root: hash(lines[2]) };
}
