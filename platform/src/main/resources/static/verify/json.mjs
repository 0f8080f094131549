// Canonical JSON (RFC 8785) of objects, arrays, strings and integers, as the Java class
// org.smartcorrection.ledger.entry.Json reads and writes it.

import { Malformed, require, textOf } from './strict.mjs';

const DEEPEST = 16;

/** The canonical text of a value. */
export function canonical(value, depth = 0) {
  require(depth <= DEEPEST, 'JSON nested too deep');
  if (typeof value === 'string') {
    // JSON.stringify would write a lone surrogate as an escape
    require(textOf(value) === value, 'a lone surrogate');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    require(Number.isSafeInteger(value), 'not an integer within 2^53');
    return String(value);
  }
  if (Array.isArray(value)) {
    return '[' + value.map((item) => canonical(item, depth + 1)).join(',') + ']';
  }
  require(isObject(value), 'only objects, arrays, strings and integers are allowed');
  // sort() without a comparison is by UTF-16 units, as the RFC wants
  const fields = Object.keys(value).sort().map((key) => canonical(key, depth) + ':' + canonical(value[key], depth + 1));
  return '{' + fields.join(',') + '}';
}

/** Reads text that is exactly the canonical form of a value. */
export function parse(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch (e) {
    throw new Malformed('not JSON');
  }
  require(canonical(value) === text, 'not canonical JSON');
  return value;
}

export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Makes sure that an object has these fields, perhaps the optional ones, and no others. */
export function fields(value, needed, optional = []) {
  require(isObject(value), 'not an object');
  const has = (name) => Object.prototype.hasOwnProperty.call(value, name);
  require(needed.every(has), 'a field is missing');
  require(Object.keys(value).every((key) => needed.includes(key) || optional.includes(key)), 'unknown field');
  return value;
}

export function text(value) {
  require(typeof value === 'string', 'not a string');
  return value;
}
