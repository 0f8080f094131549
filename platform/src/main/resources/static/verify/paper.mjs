// The proof on a paper, as the Java class org.smartcorrection.ledger.proof.PaperProof writes it: bytes, their digits, or an
// address that ends in the digits.

import { Reader, startsWith } from './compact.mjs';
import { readEntry } from './entry.mjs';
import { inflate } from './inflate.mjs';
import { parseNote } from './note.mjs';
import { base64Of, bytesOf, concat, hex, require, textOf } from './strict.mjs';
import { digest, pathLength, rootOf } from './tree.mjs';

const MAGIC = bytesOf('SP3');
const DIGITS = /^\s*(?:https?:\/\/[^\s#]+#)?([0-9]{3,})\s*$/i;
const LARGEST = 1 << 16;
const CHUNK = 7;
// the digits that 0 to 7 bytes need
const NEEDED = [0, 3, 5, 8, 10, 13, 15, 17];
const ID = 4;
const COSIGNATURE = ID + 8 + 64;

function isBinary(bytes) {
  return typeof bytes !== 'string' && startsWith(bytes, MAGIC);
}

function digitsIn(input) {
  if (input.length > 4 * LARGEST) return null;
  const text = typeof input === 'string' ? input : Array.from(input, (byte) => String.fromCharCode(byte)).join('');
  const found = DIGITS.exec(text);
  return found === null ? null : found[1];
}

/** Whether this is meant to be the proof of a paper. */
export function isPaper(input) {
  return isBinary(input) || digitsIn(input) !== null;
}

function bytesOfDigits(digits) {
  const rest = NEEDED.indexOf(digits.length % NEEDED[CHUNK]);
  require(rest >= 0, 'digits are missing');
  const bytes = new Uint8Array(Math.floor(digits.length / NEEDED[CHUNK]) * CHUNK + rest);
  for (let at = 0, from = 0; at < bytes.length; at += CHUNK, from += NEEDED[CHUNK]) {
    const length = Math.min(CHUNK, bytes.length - at);
    let value = BigInt(digits.slice(from, from + NEEDED[length]));
    for (let i = length - 1; i >= 0; i--) {
      bytes[at + i] = Number(value & BigInt(0xff));
      value >>= BigInt(8);
    }
    require(value === BigInt(0), 'digits too large');
  }
  return bytes;
}

/** What is told of a document that has this text. */
export function documentValue(text) {
  return 'sha256:' + hex(digest(bytesOf(text)));
}

function eightBytes(time) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, time);
  return bytes;
}

/** The signature lines of the checkpoint. */
function lines(reader, origin) {
  let text = '', name = origin, time = BigInt(0);
  for (let left = reader.number(); left > 0; left--) {
    name = reader.like(name);
    let bytes = reader.sized();
    if (bytes.length === 0) {
      const id = reader.raw(ID);
      time ^= reader.big();
      bytes = concat(id, eightBytes(time), reader.raw(64));
    } else {
      const short = bytes.length === COSIGNATURE && bytes[ID] < 0x80;
      require(!short, 'the proof of a paper is not in its one form');
    }
    text += '\u2014 ' + name + ' ' + base64Of(bytes) + '\n';
  }
  return text;
}

/** { told: the entry and what is told of it, index, path, note: the checkpoint, text: the paper's text or null }. */
export function readPaper(input) {
  const bytes = isBinary(input) ? input : bytesOfDigits(digitsIn(input));
  require(bytes.length <= LARGEST, 'the proof of a paper above 64 KiB');
  require(isBinary(bytes), 'not the proof of a paper');
  const outer = new Reader(bytes.subarray(MAGIC.length), null);
  const packed = outer.sized();
  const text = packed.length === 0 ? null : textOf(inflate(packed));
  const reader = new Reader(outer.rest(), text === null ? null : documentValue(text));
  const told = readEntry(reader);
  const index = reader.big();
  const size = reader.big();
  require(index < size, 'no leaf at this index');
  const path = [];
  for (let left = pathLength(index, size); left > 0; left--) path.push(reader.hash());
  const root = rootOf(told.leafHash, index, size, path);
  const head = [told.entry.origin, size, base64Of(root), '', ''].join('\n');
  const note = parseNote(head + lines(reader, told.entry.origin));
  reader.end();
  return { told, index, path, note, text };
}
