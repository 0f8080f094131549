// What is told of an entry's content, as the Java classes Opening, Place and Commitment of
// org.smartcorrection.ledger.entry: a tree in which a name has one place only.

import { bytesOf, concat, require, same } from './strict.mjs';
import { EMPTY, digest, nodeHash } from './tree.mjs';

const COMMITMENT_DOMAIN = 'smartcorrection.org/commitment@v1\n';
const DEEPEST = 64;
const SALT = 16;
const NOTHING = 0, HIDDEN = 1, TOLD = 2, BOTH = 3;

function sized(bytes) {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return concat(length, bytes);
}

/** What fixes a value without telling it. */
function commitment(name, salt, value) {
  return digest(bytesOf(COMMITMENT_DOMAIN), ...[bytesOf(name), salt, bytesOf(value)].map(sized));
}

/** Whether the way from the root, true being to the right, leads to the place of a name. */
function isOn(name, way) {
  const bits = digest(bytesOf(name));
  return way.every((right, level) => {
    const bit = level - 1;
    return right === (level === 0 ? name.startsWith('document/') : ((bits[bit >> 3] >> (7 - (bit & 7))) & 1) === 1);
  });
}

function token(text) {
  require(/^[!-~]{1,128}$/.test(text), 'not 1-128 visible ASCII');
  return text;
}

/** Reads a part: { kind, root, told: whether something is told here, everything: whether nothing is hidden }. */
function part(reader, way, disclosures) {
  require(way.length <= DEEPEST, 'content too deep');
  const kind = reader.number();
  if (kind === NOTHING) return { kind, root: EMPTY, told: false, everything: true };
  if (kind === HIDDEN) {
    const root = reader.hash();
    require(!same(root, EMPTY), 'nothing, hidden');
    return { kind, root, told: false, everything: false };
  }
  if (kind === TOLD) {
    const name = token(reader.text());
    const salt = reader.raw(SALT);
    const value = reader.text();
    require(isOn(name, way), 'a value that does not stand at its place');
    disclosures.push({ name, value });
    return { kind, root: commitment(name, salt, value), told: true, everything: true };
  }
  require(kind === BOTH, 'content of an unknown form');
  const left = part(reader, [...way, false], disclosures);
  const right = part(reader, [...way, true], disclosures);
  require(left.told || right.told, 'a part without anything told in two parts');
  const kinds = [left.kind, right.kind];
  require(!(kinds.includes(TOLD) && kinds.includes(NOTHING)), 'a value below its place');
  return { kind, root: nodeHash(left.root, right.root), told: true, everything: left.everything && right.everything };
}

/** Reads content: { root, everything, disclosures: [{ name, value }] by name }. */
export function readContent(reader) {
  const disclosures = [];
  const { root, everything } = part(reader, [], disclosures);
  disclosures.sort((one, other) => (one.name < other.name ? -1 : 1));
  return { root, everything, disclosures };
}
