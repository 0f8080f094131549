// Whom a reader trusts: C2SP tlog-policy with our lines `agency <id> <vkey>`,
// `registrar <id>` and `revoked <name+id> <origin> <size>`, as the Java class
// org.smartcorrection.ledger.proof.Policy reads it.

import { COSIGNATURE, ENTRY, ENTRY_SM2, LASTING, LOG, parseKey } from './note.mjs';
import { decimal, hasControls, require, textOf } from './strict.mjs';

const NONE = 'none';

class Reader {
  constructor() {
    this.logs = [];
    this.witnesses = new Map();
    this.agencies = new Map();
    this.quorum = null;
    this.named = new Map();
    this.groups = new Map();
    this.quorums = new Map();
    this.enough = [];
    this.points = new Set();
    this.references = new Set();
    this.revoked = new Map();
    this.registrars = new Set();
  }

  read(keyword, items) {
    const [name] = items;
    if (keyword === 'log') {
      require(items.length === 1 || items.length === 2, 'log <vkey> [url]');
      this.logs.push(this.key(name, LOG));
    } else if (keyword === 'witness') {
      require(items.length === 2 || items.length === 3, 'witness <name> <vkey> [url]');
      this.define(name, (cosigners) => cosigners.has(name));
      this.witnesses.set(name, this.key(items[1], COSIGNATURE, LASTING));
    } else if (keyword === 'group') {
      require(items.length >= 3, 'group <name> <k|any|all> <name>...');
      this.define(name, this.group(items[1], items.slice(2)));
      this.groups.set(name, items.slice(2));
    } else if (keyword === 'quorum') {
      require(items.length === 1 || items.length === 2, 'quorum <name|none> [origin]');
      const said = name === NONE ? () => true : this.defined(name);
      this.enough.push(name);
      if (items.length === 2) {
        require(!this.quorums.has(items[1]), 'only one quorum for a log');
        this.quorums.set(items[1], said);
      } else {
        require(this.quorum === null, 'only one quorum');
        this.quorum = said;
      }
    } else if (keyword === 'revoked') {
      require(items.length === 3, 'revoked <name+id> <origin> <size>');
      require(this.references.has(name), 'a key that no line before names');
      const place = name + ' ' + items[1];
      require(!this.revoked.has(place), 'a key is revoked twice in one log');
      this.revoked.set(place, decimal(items[2]));
    } else if (keyword === 'registrar') {
      require(items.length === 1, 'registrar <id>');
      require(this.agencies.has(name), 'an agency that no line before names');
      require(!this.registrars.has(name), 'a registrar is named twice');
      this.registrars.add(name);
    } else {
      require(keyword === 'agency', 'begins with none of the known words');
      require(items.length === 2, 'agency <id> <vkey>');
      require(/^[!-~]{1,128}$/.test(name), 'not 1-128 visible ASCII');
      if (!this.agencies.has(name)) this.agencies.set(name, []);
      this.agencies.get(name).push(this.key(items[1], ENTRY, ENTRY_SM2));
    }
  }

  key(vkey, ...uses) {
    const key = parseKey(vkey, uses);
    const point = key.use + key.key.join();
    require(!this.points.has(point), 'the same key a second time');
    this.points.add(point);
    this.references.add(key.reference);
    return key;
  }

  group(needed, names) {
    const group = names.map((name) => this.defined(name));
    let count;
    if (needed === 'any') count = 1;
    else if (needed === 'all') count = group.length;
    else count = Number(decimal(needed));
    require(count >= 1 && count <= group.length, 'a group needs 1 to all of its members');
    return (cosigners) => group.filter((member) => member(cosigners)).length >= count;
  }

  /** A name is a member of one group once; where logs have quorums of their own, in each of them. */
  memberships() {
    const count = (names, members, down) => {
      for (const name of names) {
        require(!members.has(name), 'a name is a member of one group once');
        members.add(name);
        if (down) count(this.groups.get(name) ?? [], members, true);
      }
    };
    if (this.quorums.size === 0) {
      const members = new Set();
      for (const names of this.groups.values()) count(names, members, false);
    } else {
      for (const names of this.groups.values()) count(names, new Set(), true);
      for (const name of this.enough) count([name], new Set(), true);
    }
  }

  /** Whether these cosigners are enough for the log of an origin. */
  isFinal(origin, cosigners) {
    return (this.quorums.get(origin) ?? this.quorum)(cosigners);
  }

  /** Whether the registers of this agency count. */
  registers(agency) {
    return this.registrars.size === 0 || this.registrars.has(agency);
  }

  /** Whether an entry at this index of this log may bear the signature of this key. */
  allowsEntry(key, origin, index) {
    const limit = this.revoked.get(key.reference + ' ' + origin);
    return limit === undefined || index < limit;
  }

  /** Whether this head may bear the signature of this key. */
  allowsHead(key, head) {
    const limit = this.revoked.get(key.reference + ' ' + head.origin);
    return limit === undefined || head.size <= limit;
  }

  define(name, meaning) {
    require(name !== NONE, 'none cannot be defined');
    require(!this.named.has(name), 'a name is defined twice');
    this.named.set(name, meaning);
  }

  defined(name) {
    require(this.named.has(name), 'a name that no line before defines');
    return this.named.get(name);
  }
}

/** Reads a policy: { logs, witnesses, agencies } and what they allow. */
export function parsePolicy(input) {
  const text = textOf(input);
  require(!hasControls(text, '\n\t') && !text.includes('\u007f'), 'no control characters but tab and newline');
  require(text === '' || text.endsWith('\n'), 'the last line of the policy has no end');
  const reader = new Reader();
  for (const line of text.split('\n')) {
    const items = line.split(/[ \t]+/).filter((item) => item !== '');
    if (items.length > 0 && !items[0].startsWith('#')) reader.read(items[0], items.slice(1));
  }
  require(reader.quorum !== null, 'the policy has no quorum line');
  reader.memberships();
  return reader;
}
