// Entries, their signatures and disclosures, as in the Java package
// org.smartcorrection.ledger.entry.

import * as json from './json.mjs';
import { base64, bytesOf, concat, hash, require, same } from './strict.mjs';
import { digest, leafHash } from './tree.mjs';

const DOMAIN = 'smartcorrection.org/entry@v1\n';
const COMMITMENT_DOMAIN = 'smartcorrection.org/commitment@v1\n';
const LARGEST = 65535;
const ACT = 'act';

function token(text) {
  require(/^[!-~]{1,128}$/.test(json.text(text)), 'not 1-128 visible ASCII');
  return text;
}

function checkEntry(entry) {
  const names = ['version', 'origin', 'agency', 'actor', 'type', 'case', 'number', ACT, 'hour', 'commitments'];
  json.fields(entry, names, ['previous']);
  require(entry.version === 1, 'unknown version');
  for (const name of ['origin', 'agency', 'actor', 'type', 'case']) token(entry[name]);
  require(typeof entry.number === 'number' && entry.number >= 1, 'numbers from 1');
  require((entry.number === 1) === (entry.previous === undefined), 'all entries but the first name the one before');
  if (entry.previous !== undefined) hash(json.text(entry.previous));
  hash(json.text(entry.act));
  const hour = json.text(entry.hour);
  require(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:00:00Z$/.test(hour), 'not a full hour in UTC');
  const instant = new Date(hour);
  require(!Number.isNaN(instant.getTime()) && instant.toISOString() === hour.replace('Z', '.000Z'), 'no such hour');
  require(json.isObject(entry.commitments), 'commitments are not an object');
  for (const name of Object.keys(entry.commitments)) {
    require(token(name) !== ACT, 'act has its own field');
    hash(json.text(entry.commitments[name]));
  }
}

function checkDisclosures(disclosures) {
  require(Array.isArray(disclosures), 'disclosures are not an array');
  const names = new Set();
  for (const disclosure of disclosures) {
    json.fields(disclosure, ['name', 'salt', 'value']);
    hash(json.text(disclosure.salt));
    json.text(disclosure.value);
    require(!names.has(token(disclosure.name)), 'disclosed twice');
    names.add(disclosure.name);
  }
}

/** A second signature is with SM2, for which there is no library here: it is part of the leaf, and judged elsewhere. */
function checkSecond(second) {
  json.fields(second, ['key', 'signature']);
  json.text(second.key);
  base64(json.text(second.signature));
  return second;
}

/** An entry and its signature, from the fields of a leaf. */
function signedEntry({ entry, key, signature, second }) {
  checkEntry(entry);
  const signed = { entry, key: json.text(key), signature: json.text(signature) };
  if (second !== undefined) signed.second = checkSecond(second);
  const leaf = bytesOf(json.canonical(signed));
  require(leaf.length <= LARGEST, 'an entry above 65,535 bytes');
  return {
    entry,
    key,
    signature: base64(signature),
    message: bytesOf(DOMAIN + json.canonical(entry)),
    leafHash: leafHash(leaf),
  };
}

/** Reads a leaf. */
export function parseSignedEntry(text) {
  return signedEntry(json.fields(json.parse(text), ['entry', 'key', 'signature'], ['second']));
}

/** Reads the extra part of a proof: the entry, its signature, and what is told of it. */
export function parseDisclosedEntry(text) {
  const value = json.fields(json.parse(text), ['entry', 'key', 'signature', 'disclosures'], ['second']);
  checkDisclosures(value.disclosures);
  return { ...signedEntry(value), disclosures: value.disclosures };
}

function sized(bytes) {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return concat(length, bytes);
}

/** What fixes a value without telling it. */
export function commitment(name, salt, value) {
  return digest(bytesOf(COMMITMENT_DOMAIN), ...[bytesOf(name), salt, bytesOf(value)].map(sized));
}

/** Whether a disclosure opens a commitment of the entry. */
export function isTrue(entry, { name, salt, value }) {
  const own = Object.prototype.hasOwnProperty.call(entry.commitments, name);
  const fixed = name === ACT ? entry.act : own ? entry.commitments[name] : null;
  return fixed !== null && same(commitment(name, base64(salt), value), hash(fixed));
}
