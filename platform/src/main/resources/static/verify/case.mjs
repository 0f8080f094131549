// The proof of which acts a case has, as in the Java classes CaseProofReader, CaseVerifier and
// RegisterEntry: the same checks in the same order.

import { check, notRevoked, read, signer, signers, trusted } from './checks.mjs';
import { parseSignedEntry } from './entry.mjs';
import { parseCheckpoint, parseNote } from './note.mjs';
import { Malformed, base64, base64Of, bytesOf, decimal, hash, require, same, textOf } from './strict.mjs';
import { EMPTY, areIncluded, leafHash } from './tree.mjs';

const HEADER = 'smartcorrection.org/case-proof@v1';
const HEAD_LABEL = 'smartcorrection.org/case-head@v1';
const TYPE = 'ledger/heads';
const LARGEST = 16 << 20;
const MOST_BEHIND = BigInt(1 << 16);
const ZERO = BigInt(0);
const ONE = BigInt(1);

export function isCaseProof(input) {
  const header = HEADER + '\n';
  if (typeof input === 'string') return input.startsWith(header);
  return same(input.subarray(0, header.length), bytesOf(header));
}

/** Takes the lines of a file in their order. */
class Lines {
  constructor(lines) {
    this.lines = lines;
    this.at = 1;
  }

  isNext(word) {
    return this.at < this.lines.length && this.lines[this.at].startsWith(word + ' ');
  }

  next(word, values) {
    require(this.isNext(word), 'no line ' + word);
    const parts = this.lines[this.at++].split(' ');
    require(parts.length === values + 1, 'a line ' + word + ' of others');
    return parts;
  }

  all(words, take) {
    const taken = [];
    for (let word; (word = words.find((one) => this.isNext(one))) !== undefined; ) taken.push(take(word));
    return taken;
  }
}

function pseudonym(text) {
  require(/^[!-~]{1,128}$/.test(text), 'not a pseudonym');
  return text;
}

/** An entry at its place in the log. */
function placed([, index, leaf]) {
  const at = decimal(index);
  const entry = parseSignedEntry(textOf(base64(leaf)));
  return { index: at, leaf: entry.leafHash, signed: entry };
}

function parse(input) {
  const text = textOf(input);
  require(bytesOf(text).length <= LARGEST, 'a case proof above 16 MiB');
  const split = text.indexOf('\n\n');
  require(split >= 0, 'no empty line before the checkpoint');
  const all = text.slice(0, split).split('\n');
  require(all[0] === HEADER, 'the first line is not ' + HEADER);
  const note = parseNote(text.slice(split + 2));
  const lines = new Lines(all);
  const name = pseudonym(lines.next('case', 1)[1]);
  const stated = placed(lines.next('register', 2));
  const heads = lines.all(['head'], () => {
    const [, index, of, number, leaf] = lines.next('head', 4);
    const head = { pseudonym: pseudonym(of), number: decimal(number), leaf: hash(leaf) };
    return { ...head, index: decimal(index) };
  });
  require(heads.length <= 2, 'more than two heads');
  const tree = lines.all(['tree'], () => hash(lines.next('tree', 1)[1]));
  const entries = lines.all(['entry', 'withheld'], (word) => {
    const parts = lines.next(word, 2);
    return word === 'entry' ? placed(parts) : { index: decimal(parts[1]), leaf: hash(parts[2]), signed: null };
  });
  const log = lines.all(['log'], () => hash(lines.next('log', 1)[1]));
  require(lines.at === all.length, 'a line that does not belong there');
  return { name, stated, heads, tree, entries, log, note };
}

/** What a register entry states, or null if it is none. */
function statement({ entry }) {
  if (entry.type !== TYPE || entry.case !== TYPE + '/' + entry.agency) return null;
  const [word, size, cases, ...more] = entry.actor.split('/');
  if (word !== 'heads' || cases === undefined || more.length > 0) return null;
  try {
    return { size: decimal(size), cases: decimal(cases), root: hash(entry.content) };
  } catch (e) {
    if (e instanceof Malformed) return null;
    throw e;
  }
}

function headHash({ pseudonym: of, number, leaf }) {
  return leafHash(bytesOf([HEAD_LABEL, of, String(number), base64Of(leaf), ''].join('\n')));
}

/** Whether the case, were it there, would have to stand where there is no room. */
function isBetween(name, heads, cases) {
  if (heads.length === 0) return cases === ZERO;
  if (heads.length === 1) {
    const [one] = heads;
    return name < one.pseudonym ? one.index === ZERO : name > one.pseudonym && one.index === cases - ONE;
  }
  const [before, after] = heads;
  return name > before.pseudonym && name < after.pseudonym && after.index - ONE === before.index;
}

function follows({ name, heads, tree }, latest, register) {
  if (latest === null && !isBetween(name, heads, register.cases)) return false;
  if (heads.length === 0) return tree.length === 0 && same(register.root, EMPTY);
  return areIncluded(heads.map(headHash), heads.map((one) => one.index), register.cases, tree, register.root);
}

function checkChain({ entries }, latest, register) {
  const complete = (condition, detail) => check(condition, 'NOT_COMPLETE', detail);
  complete(entries.length > 0 && BigInt(entries.length) <= latest.number, 'more entries, or fewer, than the case has');
  const last = entries[entries.length - 1];
  complete(same(last.leaf, latest.leaf) && last.index < register.size, 'the last entry is not the latest');
  const first = latest.number - BigInt(entries.length) + ONE;
  let hour = '';
  entries.forEach(({ signed }, at) => {
    if (signed === null) return;
    const { entry } = signed;
    const linked =
      entry.case === latest.pseudonym && BigInt(entry.number) === first + BigInt(at)
      && (at === 0 || (entry.previous !== undefined && same(hash(entry.previous), entries[at - 1].leaf)));
    complete(linked, 'an entry that does not follow');
    // hours of years with four digits sort as they follow one another
    check(entry.hour >= hour, 'BACKDATED', 'an earlier hour than that before it');
    hour = entry.hour;
  });
}

/** The verdict on a case proof; throws what is wrong with it. */
export function verifyCase(input, policy) {
  const proof = read('MALFORMED_PROOF', () => parse(input));
  const head = read('MALFORMED_CHECKPOINT', () => parseCheckpoint(proof.note.text));
  const trust = trusted(proof.note, head, policy);
  const all = [...proof.entries, proof.stated];
  const agencies = all.map((one) => (one.signed === null ? null : signer(one.signed, head, policy)));
  const included = areIncluded(all.map((one) => one.leaf), all.map((one) => one.index), head.size, proof.log, head.root);
  check(included, 'NOT_IN_LOG', 'the entries do not lead to the root');
  all.forEach((one, at) => agencies[at] === null || notRevoked(agencies[at], head, one.index, policy));
  const register = statement(proof.stated.signed);
  const { index } = proof.stated;
  check(register !== null, 'NO_REGISTER', 'not a register entry');
  const timely = register.size <= index && index - register.size <= MOST_BEHIND;
  check(timely, 'NO_REGISTER', 'it speaks of other entries than those before it');
  const latest = proof.heads.length === 1 && proof.heads[0].pseudonym === proof.name ? proof.heads[0] : null;
  check(follows(proof, latest, register), 'NOT_IN_REGISTER', "heads and path do not lead to the register's root");
  if (latest === null) check(proof.entries.length === 0, 'NOT_COMPLETE', 'entries of a case that has none');
  else checkChain(proof, latest, register);
  const number = latest === null ? ZERO : latest.number;
  const first = number - BigInt(proof.entries.length) + ONE;
  return {
    casePseudonym: proof.name,
    latest: String(number),
    entries: proof.entries.map((one, at) => ({
      number: String(first + BigInt(at)),
      index: String(one.index),
      entry: one.signed === null ? null : one.signed.entry,
    })),
    size: String(register.size),
    register: proof.stated.signed.entry,
    index: String(index),
    checkpoint: { origin: head.origin, size: String(head.size), root: base64Of(head.root) },
    signers: signers(agencies[agencies.length - 1], trust),
  };
}
