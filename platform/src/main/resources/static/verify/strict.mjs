// Readers of the encodings that all formats of the ledger are made of. Each takes exactly one
// spelling of a value; the Java class org.smartcorrection.ledger.Strict does the same.

export class Malformed extends Error {}

export function require(condition, rule) {
  if (!condition) throw new Malformed(rule);
}

const encoder = new TextEncoder();

export function bytesOf(text) {
  return encoder.encode(text);
}

/** Text from bytes, or text checked to be what UTF-8 can hold. */
export function textOf(input) {
  const bytes = typeof input === 'string' ? bytesOf(input) : input;
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (e) {
    throw new Malformed('not UTF-8');
  }
  require(typeof input !== 'string' || text === input, 'a lone surrogate');
  return text;
}

/** Standard base64 with padding and without stray bits. */
export function base64(text) {
  require(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text), 'not base64');
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  require(base64Of(bytes) === text, 'base64 not in its one form');
  return bytes;
}

export function base64Of(bytes) {
  let units = '';
  for (const byte of bytes) units += String.fromCharCode(byte);
  return btoa(units);
}

const LARGEST = (BigInt(1) << BigInt(63)) - BigInt(1);

/** A decimal from 0 to 2^63 - 1 as a BigInt. */
export function decimal(text) {
  require(/^(?:0|[1-9][0-9]{0,18})$/.test(text), 'not a decimal');
  const value = BigInt(text);
  require(value <= LARGEST, 'number above 2^63 - 1');
  return value;
}

export function hash(text) {
  const bytes = base64(text);
  require(bytes.length === 32, 'a hash has 32 bytes');
  return bytes;
}

export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function same(left, right) {
  return left.length === right.length && left.every((byte, i) => byte === right[i]);
}

export function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether text has a control character below U+0020 that is not allowed. */
export function hasControls(text, allowed) {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 32 && !allowed.includes(text[i])) return true;
  }
  return false;
}
