// Entries, their signatures and what is told of them, as in the Java classes Entry and SignedEntry of
// org.smartcorrection.ledger.entry and EntryCodec of org.smartcorrection.ledger.proof.

import { Reader } from './compact.mjs';
import { readContent } from './content.mjs';
import * as json from './json.mjs';
import { isReference } from './note.mjs';
import { base64, base64Of, bytesOf, hash, hex, require } from './strict.mjs';
import { leafHash } from './tree.mjs';

const DOMAIN = 'smartcorrection.org/entry@v1\n';
const LARGEST = 65535;
const LARGEST_TOLD = 1 << 20;
const VERSION = 2;
const ONCE = 1, TWICE = 2;

function checkEntry(entry) {
  const names = ['version', 'origin', 'agency', 'actor', 'type', 'case', 'number', 'hour', 'content'];
  json.fields(entry, names, ['previous']);
  require(entry.version === VERSION, 'unknown version');
  for (const name of ['origin', 'agency', 'actor', 'type', 'case']) {
    require(/^[!-~]{1,128}$/.test(json.text(entry[name])), 'not 1-128 visible ASCII');
  }
  require(typeof entry.number === 'number' && entry.number >= 1, 'numbers from 1');
  require((entry.number === 1) === (entry.previous === undefined), 'all entries but the first name the one before');
  if (entry.previous !== undefined) hash(json.text(entry.previous));
  hash(json.text(entry.content));
  const hour = json.text(entry.hour);
  require(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:00:00Z$/.test(hour), 'not a full hour in UTC');
  const instant = new Date(hour);
  require(!Number.isNaN(instant.getTime()) && instant.toISOString() === hour.replace('Z', '.000Z'), 'no such hour');
}

/** A second signature is with SM2, for which there is no library here: it is part of the leaf, and judged elsewhere. */
function checkSignature({ key, signature }) {
  require(isReference(json.text(key)), "not a key's name+id");
  base64(json.text(signature));
}

/** An entry and its signature, from the fields of a leaf. */
function signedEntry(signed) {
  const { entry, key, signature, second } = signed;
  checkEntry(entry);
  checkSignature(signed);
  if (second !== undefined) checkSignature(json.fields(second, ['key', 'signature']));
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

function hourOf(hours) {
  const hour = new Date(hours * 3600000);
  require(!Number.isNaN(hour.getTime()), 'no such hour');
  return hour.toISOString().replace('.000Z', 'Z');
}

function nameOf(reference) {
  return reference.slice(0, reference.lastIndexOf('+'));
}

function signature(reader, like) {
  const key = reader.like(like) + '+' + hex(reader.raw(4));
  return { key, signature: base64Of(reader.sized()) };
}

/** Reads an entry, its signatures, and what is told of its content. */
export function readEntry(reader) {
  const times = reader.number();
  require(times === ONCE || times === TWICE, 'an unknown form of entry');
  const entry = { version: VERSION };
  for (const name of ['origin', 'agency', 'actor', 'type', 'case']) entry[name] = reader.text();
  entry.number = reader.number();
  if (entry.number !== 1) entry.previous = base64Of(reader.hash());
  entry.hour = hourOf(reader.number());
  const { root, everything, disclosures } = readContent(reader);
  entry.content = base64Of(root);
  const signed = { entry, ...signature(reader, entry.origin) };
  if (times === TWICE) signed.second = signature(reader, nameOf(signed.key));
  return { ...signedEntry(signed), everything, disclosures };
}

/** Reads the extra part of a proof: the entry, its signature, and what is told of it. */
export function parseDisclosedEntry(bytes) {
  require(bytes.length <= LARGEST_TOLD, 'an entry with more than 1 MiB');
  const reader = new Reader(bytes, null);
  const told = readEntry(reader);
  reader.end();
  return told;
}
