// Hashes and the inclusion proof of RFC 9162, section 2.1.

import { sha256 } from './vendor/noble-hashes/sha2.js';
import { concat, same } from './strict.mjs';

const ONE = BigInt(1);
const ZERO = BigInt(0);

export function digest(...parts) {
  return sha256(concat(...parts));
}

/** The root of the tree that has no leaf. */
export const EMPTY = digest(new Uint8Array(0));

export function leafHash(leaf) {
  return digest(Uint8Array.of(0), leaf);
}

export function nodeHash(left, right) {
  return digest(Uint8Array.of(1), left, right);
}

function bitLength(number) {
  return number === ZERO ? 0 : number.toString(2).length;
}

/** How many hashes the path of a leaf has. */
export function pathLength(index, size) {
  // up to where the leaf and the last one part, each level has a sibling; above, those to the left
  const parted = bitLength(index ^ (size - ONE));
  return parted + (index >> BigInt(parted)).toString(2).replace(/0/g, '').length;
}

/** Whether the leaf with this hash stands at the index of the tree with this size and root. */
export function isIncluded(leaf, index, size, path, root) {
  const found = rootOf(leaf, index, size, path);
  return found !== null && same(found, root);
}

/** The root to which this leaf leads, or null if its path is none in a tree of this size. */
export function rootOf(leaf, index, size, path) {
  if (index >= size) return null;
  let fn = index;
  let sn = size - ONE;
  let hash = leaf;
  for (const sibling of path) {
    if (sn === ZERO) return null;
    if ((fn & ONE) === ONE || fn === sn) {
      hash = nodeHash(sibling, hash);
      while ((fn & ONE) === ZERO && fn !== ZERO) {
        fn >>= ONE;
        sn >>= ONE;
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    fn >>= ONE;
    sn >>= ONE;
  }
  return sn === ZERO ? hash : null;
}

/** The largest power of two below a number from two on. */
function splitOf(count) {
  return ONE << BigInt((count - ONE).toString(2).length - 1);
}

/**
 * Whether leaves with these hashes stand at these indexes, which ascend, of the tree with this size and
 * root. The path is the roots of what lies between them, from left to right.
 */
export function areIncluded(leaves, indexes, size, path, root) {
  const ascending = indexes.every((index, at) => index < size && (at === 0 || index > indexes[at - 1]));
  if (indexes.length === 0 || !ascending) return false;
  let leaf = 0;
  let hash = 0;
  // undefined, when the path is too short
  const over = (from, to, begin, end) => {
    if (from === to) return path[hash++];
    if (end - begin === ONE) return leaves[leaf++];
    const split = begin + splitOf(end - begin);
    let middle = from;
    while (middle < to && indexes[middle] < split) middle++;
    const left = over(from, middle, begin, split);
    const right = left && over(middle, to, split, end);
    return left && right && nodeHash(left, right);
  };
  const found = over(0, indexes.length, ZERO, size);
  return found !== undefined && hash === path.length && same(found, root);
}
