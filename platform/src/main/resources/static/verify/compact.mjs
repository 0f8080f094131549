// Values in few bytes, as the Java classes CompactReader and Vocabulary of org.smartcorrection.ledger.proof read
// them. Each has exactly one spelling.

import { bytesOf, hex, require, same, textOf } from './strict.mjs';

// these lists belong to the format
const WORDS = [
  'smartcorrection.org/correction', 'smartcorrection.org/justice', 'smartcorrection.org/linkage', 'log-keeper', 'ledger/heads',
  'sealed', 'act', 'id', 'type', 'procedure', 'instance', 'schema-version', 'account', 'post', 'role', 'substitution',
  'rests-on', 'occurred-at', 'effective-on', 'recorded-at', 'corrects', 'override-reason', 'custody', 'reason',
  'published-at', 'valid-from',
];
const DOCUMENT = 0x7d;
const UUID = 0x7e;
const HEX = 0x7f;
const TEXT = 0x80;
const BEGINNINGS = ['', 'fact/', 'document/', 'document/1/', 'sha256:'];
const HASH = BEGINNINGS.length - 1;
const ONE_FORM = 'not in its one form';

function uuidOf(bytes) {
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export class Reader {
  /** Reads these bytes; the document is what is told of the one that they come with, or null. */
  constructor(bytes, document) {
    this.bytes = bytes;
    this.document = document;
    this.at = 0;
  }

  raw(length) {
    require(length <= this.bytes.length - this.at, 'the proof ends too early');
    this.at += length;
    return this.bytes.slice(this.at - length, this.at);
  }

  rest() {
    return this.raw(this.bytes.length - this.at);
  }

  end() {
    require(this.at === this.bytes.length, 'something follows the proof');
  }

  big() {
    let value = BigInt(0);
    for (let shift = 0; shift < 63; shift += 7) {
      const [next] = this.raw(1);
      value |= BigInt(next & 0x7f) << BigInt(shift);
      if (next < 0x80) {
        require(next > 0 || shift === 0, ONE_FORM);
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
    return this.raw(32);
  }

  /** A text that shares its beginning and its end with another one. */
  like(other) {
    const model = bytesOf(other);
    const begin = this.number();
    const end = this.number();
    require(begin + end <= model.length, 'a text like none');
    const own = this.sized();
    const text = Uint8Array.of(...model.slice(0, begin), ...own, ...model.slice(model.length - end));
    const shorter = Math.min(text.length, model.length);
    let first = 0;
    while (first < shorter && text[first] === model[first]) first++;
    let last = 0;
    while (last < shorter - first && text[text.length - 1 - last] === model[model.length - 1 - last]) last++;
    require(first === begin && last === end, ONE_FORM);
    return textOf(text);
  }

  /** How a text is written in its first form that fits. */
  formOf(text) {
    if (WORDS.includes(text)) return WORDS.indexOf(text);
    if (text === this.document) return DOCUMENT;
    if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return UUID;
    if (/^(?:[0-9a-f]{2}){4,}$/.test(text)) return HEX;
    if (/^sha256:[0-9a-f]{64}$/.test(text)) return TEXT + HASH;
    let longest = 0;
    for (let at = 1; at < HASH; at++) {
      if (BEGINNINGS[at].length > BEGINNINGS[longest].length && text.startsWith(BEGINNINGS[at])) longest = at;
    }
    return TEXT + longest;
  }

  text() {
    const [form] = this.raw(1);
    let text;
    if (form < WORDS.length) text = WORDS[form];
    else if (form === DOCUMENT) {
      require(this.document !== null, 'no document');
      text = this.document;
    } else if (form === UUID) text = uuidOf(this.raw(16));
    else if (form === HEX) text = hex(this.sized());
    else {
      const beginning = form - TEXT;
      require(beginning >= 0 && beginning < BEGINNINGS.length, 'a text of an unknown form');
      text = BEGINNINGS[beginning] + (beginning === HASH ? hex(this.raw(32)) : textOf(this.sized()));
    }
    require(this.formOf(text) === form, ONE_FORM);
    return text;
  }
}

export function startsWith(bytes, beginning) {
  return bytes.length >= beginning.length && same(bytes.subarray(0, beginning.length), beginning);
}
