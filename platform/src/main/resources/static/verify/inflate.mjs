// Raw DEFLATE (RFC 1951), as the Java class org.smartcorrection.ledger.proof.Packed reads it. Browsers have it built in only
// since Chromium 103, and there it cannot be waited for in one go.

import { require } from './strict.mjs';

const LARGEST = 1 << 16;
const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST_CODE = 15;

class Bits {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  take(count) {
    let value = 0;
    for (let i = 0; i < count; i++, this.at++) {
      require(this.at >> 3 < this.bytes.length, "the paper's text ends too early");
      value |= ((this.bytes[this.at >> 3] >> (this.at & 7)) & 1) << i;
    }
    return value;
  }

  align() {
    this.at = (this.at + 7) & ~7;
  }
}

/** A Huffman code out of the lengths of its words. */
function codeOf(lengths) {
  const counts = new Array(LONGEST_CODE + 1).fill(0);
  for (const length of lengths) counts[length]++;
  counts[0] = 0;
  const next = [0];
  for (let length = 1; length <= LONGEST_CODE; length++) next[length] = next[length - 1] + counts[length - 1];
  const symbols = [];
  lengths.forEach((length, symbol) => { if (length > 0) symbols[next[length]++] = symbol; });
  return { counts, symbols };
}

function symbol(bits, { counts, symbols }) {
  let code = 0, first = 0, index = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    code |= bits.take(1);
    if (code - counts[length] < first) return symbols[index + code - first];
    index += counts[length];
    first = (first + counts[length]) << 1;
    code <<= 1;
  }
  require(false, "the paper's text cannot be unpacked");
}

function fixed() {
  const lengths = Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8));
  return [codeOf(lengths), codeOf(new Array(30).fill(5))];
}

function dynamic(bits) {
  const literals = bits.take(5) + 257, distances = bits.take(5) + 1, words = bits.take(4) + 4;
  const lengths = new Array(19).fill(0);
  for (let at = 0; at < words; at++) lengths[ORDER[at]] = bits.take(3);
  const code = codeOf(lengths);
  const all = [];
  while (all.length < literals + distances) {
    const word = symbol(bits, code);
    if (word < 16) all.push(word);
    else if (word === 16) {
      require(all.length > 0, "the paper's text cannot be unpacked");
      all.push(...new Array(3 + bits.take(2)).fill(all[all.length - 1]));
    } else all.push(...new Array(word === 17 ? 3 + bits.take(3) : 11 + bits.take(7)).fill(0));
  }
  require(all.length === literals + distances && all[256] > 0, "the paper's text cannot be unpacked");
  return [codeOf(all.slice(0, literals)), codeOf(all.slice(literals))];
}

function coded(bits, out, [literals, distances]) {
  for (;;) {
    const word = symbol(bits, literals);
    require(word !== undefined && word < 286, "the paper's text cannot be unpacked");
    if (word === 256) return;
    if (word < 256) {
      out.push(word);
    } else {
      const length = LENGTHS[word - 257] + bits.take(LENGTH_BITS[word - 257]);
      const far = symbol(bits, distances);
      require(far !== undefined && far < 30, "the paper's text cannot be unpacked");
      const distance = DISTANCES[far] + bits.take(DISTANCE_BITS[far]);
      require(distance <= out.length, "the paper's text cannot be unpacked");
      for (let i = 0; i < length; i++) out.push(out[out.length - distance]);
    }
    require(out.length <= LARGEST, "the paper's text is above 64 KiB");
  }
}

function stored(bits, out) {
  bits.align();
  const length = bits.take(16), check = bits.take(16);
  require((length ^ check) === 0xffff, "the paper's text cannot be unpacked");
  require(out.length + length <= LARGEST, "the paper's text is above 64 KiB");
  for (let i = 0; i < length; i++) out.push(bits.take(8));
}

/** The bytes that were packed; nothing above 64 KiB, and nothing may follow. */
export function inflate(bytes) {
  const bits = new Bits(bytes);
  const out = [];
  let last = false;
  while (!last) {
    last = bits.take(1) === 1;
    const kind = bits.take(2);
    require(kind < 3, "the paper's text cannot be unpacked");
    if (kind === 0) stored(bits, out);
    else coded(bits, out, kind === 1 ? fixed() : dynamic(bits));
  }
  require((bits.at + 7) >> 3 === bytes.length, 'something follows the text');
  return Uint8Array.from(out);
}
