// The proof on a paper, as the Java class org.smartcorrection.ledger.proof.PaperProof writes it: bytes, their digits, or an
// address that ends in the digits. What comes out is the proof file that says the same, and the paper's text.

import { parseDisclosedEntry } from './entry.mjs';
import { inflate } from './inflate.mjs';
import * as json from './json.mjs';
import { base64Of, bytesOf, hex, require, same, textOf } from './strict.mjs';

const MAGIC = bytesOf('SP1');
const TWICE = bytesOf('SP2'); // signed by its agency a second time
const DIGITS = /^\s*(?:https?:\/\/[^\s#]+#)?([0-9]{3,})\s*$/i;
const LARGEST = 1 << 16;
const CHUNK = 7;
// the digits that 0 to 7 bytes need
const NEEDED = [0, 3, 5, 8, 10, 13, 15, 17];

// these lists belong to version 1 of the format
const WORDS = [
  'act', 'id', 'type', 'procedure', 'instance', 'schema-version', 'account', 'post', 'role', 'rests-on', 'occurred-at',
  'effective-on', 'recorded-at', 'corrects', 'override-reason', 'correction', 'justice', 'linkage', 'log-keeper',
];
const HEX = 0x7f;
const TEXT = 0x80;
const BEGINNINGS = ['', 'fact/', 'document/', 'document/1/', 'sha256:'];
const HASH = BEGINNINGS.length - 1;

function begins(bytes, magic) {
  return bytes.length >= magic.length && same(bytes.subarray(0, magic.length), magic);
}

function isBinary(bytes) {
  return typeof bytes !== 'string' && [MAGIC, TWICE].some((magic) => begins(bytes, magic));
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

/** How a text is written in its shortest form. */
function formOf(text) {
  if (WORDS.includes(text)) return WORDS.indexOf(text);
  if (/^(?:[0-9a-f]{2}){4,}$/.test(text)) return HEX;
  if (/^sha256:[0-9a-f]{64}$/.test(text)) return TEXT + HASH;
  let longest = 0;
  for (let at = 1; at < HASH; at++) {
    if (BEGINNINGS[at].length > BEGINNINGS[longest].length && text.startsWith(BEGINNINGS[at])) longest = at;
  }
  return TEXT + longest;
}

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = MAGIC.length;
  }

  raw(length) {
    require(length <= this.bytes.length - this.at, 'the proof ends too early');
    this.at += length;
    return this.bytes.slice(this.at - length, this.at);
  }

  big() {
    let value = BigInt(0);
    for (let shift = 0; shift < 63; shift += 7) {
      const [next] = this.raw(1);
      value |= BigInt(next & 0x7f) << BigInt(shift);
      if (next < 0x80) {
        require(next > 0 || shift === 0, 'the proof of a paper is not in its one form');
        return value;
      }
    }
    require(false, 'a number above 2^63 - 1');
  }

  number() {
    const value = this.big();
    require(value <= BigInt(Number.MAX_SAFE_INTEGER), 'not an integer within 2^53');
    return Number(value);
  }

  sized() {
    return this.raw(this.number());
  }

  hash() {
    return base64Of(this.raw(32));
  }

  text() {
    const [form] = this.raw(1);
    let text;
    if (form < WORDS.length) text = WORDS[form];
    else if (form === HEX) text = hex(this.sized());
    else {
      const beginning = form - TEXT;
      require(beginning >= 0 && beginning < BEGINNINGS.length, 'a text of an unknown form');
      text = BEGINNINGS[beginning] + (beginning === HASH ? hex(this.raw(32)) : textOf(this.sized()));
    }
    require(formOf(text) === form, 'the proof of a paper is not in its one form');
    return text;
  }

  list(item) {
    const all = [];
    for (let left = this.number(); left > 0; left--) all.push(item());
    return all;
  }
}

function hourOf(hours) {
  const hour = new Date(hours * 3600000);
  require(!Number.isNaN(hour.getTime()), 'no such hour');
  return hour.toISOString().replace('.000Z', 'Z');
}

function entryOf(reader) {
  const entry = { version: 1 };
  for (const name of ['origin', 'agency', 'actor', 'type', 'case']) entry[name] = reader.text();
  entry.number = reader.number();
  if (entry.number !== 1) entry.previous = reader.hash();
  entry.act = reader.hash();
  entry.hour = hourOf(reader.number());
  entry.commitments = Object.create(null);
  let before = '';
  for (let left = reader.number(); left > 0; left--) {
    const name = reader.text();
    require(name > before, 'the proof of a paper is not in its one form');
    entry.commitments[name] = reader.hash();
    before = name;
  }
  return entry;
}

/** { proof: the text of the proof file that says the same, text: the paper's text or null }. */
export function readPaper(input) {
  const bytes = isBinary(input) ? input : bytesOfDigits(digitsIn(input));
  require(bytes.length <= LARGEST, 'the proof of a paper above 64 KiB');
  require(isBinary(bytes), 'not the proof of a paper');
  const reader = new Reader(bytes);
  const entry = entryOf(reader);
  const key = reader.text();
  const signature = base64Of(reader.sized());
  const second = begins(bytes, TWICE) ? { key: reader.text(), signature: base64Of(reader.sized()) } : undefined;
  const disclosures = reader.list(() => ({ name: reader.text(), salt: reader.hash(), value: reader.text() }));
  const index = String(reader.big());
  const path = reader.list(() => reader.hash());
  const head = reader.text() + '\n' + reader.big() + '\n' + reader.hash() + '\n';
  const lines = reader.list(() => '\u2014 ' + reader.text() + ' ' + base64Of(reader.sized()) + '\n');
  const packed = reader.sized();
  require(reader.at === bytes.length, 'something follows the proof');
  const told = json.canonical(second === undefined ? { entry, key, signature, disclosures } : { entry, key, signature, disclosures, second });
  parseDisclosedEntry(told);
  const extra = base64Of(bytesOf(told));
  const proof = ['c2sp.org/tlog-proof@v1', 'extra ' + extra, 'index ' + index, ...path, '', head].join('\n') + '\n' + lines.join('');
  return { proof, text: packed.length === 0 ? null : textOf(inflate(packed)) };
}
