// Hashes and the inclusion proof of RFC 9162, section 2.1.

import { sha256 } from './vendor/noble-hashes/sha2.js';
import { concat, same } from './strict.mjs';

const ONE = BigInt(1);
const ZERO = BigInt(0);

export function digest(...parts) {
  return sha256(concat(...parts));
}

export function leafHash(leaf) {
  return digest(Uint8Array.of(0), leaf);
}

function nodeHash(left, right) {
  return digest(Uint8Array.of(1), left, right);
}

/** Whether the leaf with this hash stands at the index of the tree with this size and root. */
export function isIncluded(leaf, index, size, path, root) {
  if (index >= size) return false;
  let fn = index;
  let sn = size - ONE;
  let hash = leaf;
  for (const sibling of path) {
    if (sn === ZERO) return false;
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
  return sn === ZERO && same(hash, root);
}
