// The page /open/verify: hands files to verify.mjs and says in words what it found. Nothing leaves the browser;
// after the policy is loaded nothing is fetched any more either.
import { verifyProof } from './verify.mjs';

const LARGEST = 16 << 20;
const STEP = {
  MALFORMED_PROOF: 'text', MALFORMED_ENTRY: 'text', NO_CODE: 'text', UNKNOWN_AGENCY_KEY: 'text', WRONG_ENTRY_SIGNATURE: 'text',
  FALSE_DISCLOSURE: 'text', OTHER_ORIGIN: 'text', TOO_LARGE: 'text', NOT_IN_LOG: 'path',
  NO_REGISTER: 'path', NOT_IN_REGISTER: 'path', NOT_COMPLETE: 'path', BACKDATED: 'path',
  MALFORMED_CHECKPOINT: 'root', UNKNOWN_LOG: 'root', WRONG_CHECKPOINT_SIGNATURE: 'root', NO_LOG_SIGNATURE: 'root',
  NO_QUORUM: 'root', BAD_POLICY: 'root',
};

const card = document.getElementById('proof');
const out = name => document.querySelector(`[data-out="${name}"]`);
const step = name => document.querySelector(`[data-step="${name}"]`);
const words = new Map([...document.querySelectorAll('#words dt')].map(dt => [dt.textContent, dt.nextElementSibling.textContent]));
const say = (key, ...places) => (words.get(key) ?? key).replace(/\{(\d)\}/g, (_, at) => places[at]);
const asDrawn = new Map([...document.querySelectorAll('.checks [data-out]')].map(e => [e, e.textContent]));
const time = new Intl.DateTimeFormat(card.dataset.lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' });
const day = new Intl.DateTimeFormat(card.dataset.lang, { dateStyle: 'long', timeZone: 'UTC' });

let proof = null, policy = null;

function label(name) {
  if (name.startsWith('fact/')) return say('fact.' + name.slice(5)).replace(/^fact\./, '');
  const document_ = /^document\/(\d+)\/(.+)$/.exec(name);
  if (document_) return say('say.document', say('document.' + document_[2]).replace(/^document\./, ''));
  return say('name.' + name).replace(/^name\./, '');
}

function worded(name, value) {
  if (name === 'procedure') return say('procedure.' + value).replace(/^procedure\./, '');
  if (value === 'true') return say('say.yes');
  if (value === 'false') return say('say.no');
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return time.format(new Date(value));
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return day.format(new Date(value));
  return words.get('choice.' + value) ?? value;
}

function line(list, term, detail) {
  const dt = document.createElement('dt'), dd = document.createElement('dd');
  dt.textContent = term;
  dd.textContent = detail;
  list.append(dt, dd);
}

function clear() {
  document.querySelectorAll('[data-step]').forEach(e => e.removeAttribute('data-ok'));
  asDrawn.forEach((text, e) => { e.textContent = text; });
  for (const id of ['said', 'signers', 'words-of-paper']) document.getElementById(id).hidden = true;
  card.dataset.state = 'waiting';
}

function refused(reason) {
  const failed = STEP[reason] ?? 'text';
  step(failed).dataset.ok = 'false';
  // the checks stop at the first that fails: of the others nothing is known
  for (const name of ['text', 'path', 'root']) if (name !== failed) out(name).textContent = say('say.unknown');
  out('reason').textContent = say('reason.' + reason);
  card.dataset.state = 'bad';
}

/** The rows of a paper: what each is stands first, its texts follow. */
function paper(text) {
  const rows = JSON.parse(text).slice(1);
  out('paper').replaceChildren(...rows.map(([is, ...texts]) => {
    const p = document.createElement('p');
    p.className = 'row-of-paper ' + (/^[a-z]+$/.test(is) ? is : '');
    p.textContent = texts.join(is === 'signed' ? '\n' : '\u3000');
    return p;
  }));
  document.getElementById('words-of-paper').hidden = false;
}

function signedBy({ agency, log, cosigners }) {
  const signed = out('signers');
  signed.replaceChildren();
  line(signed, say('say.signer.agency'), agency);
  line(signed, say('say.signer.log'), log);
  for (const { name, time: at } of cosigners) line(signed, say('say.signer.cosigner', name), time.format(new Date(Number(at) * 1000)));
}

function steps(text, index, { size, root }) {
  for (const name of ['text', 'path', 'root']) step(name).dataset.ok = 'true';
  out('text').textContent = text;
  out('path').textContent = say('say.place', index, size);
  out('root').textContent = say('say.root', root);
  for (const id of ['said', 'signers']) document.getElementById(id).hidden = false;
  card.dataset.state = 'ok';
}

const act = type => say('act.' + type).replace(/^act\./, '');

/** Which acts a case has. */
function whole({ casePseudonym, latest, entries, size, register, index, checkpoint, signers }) {
  const what = latest === '0' ? 'none' : entries.length === Number(latest) ? 'all' : 'latest';
  const facts = out('disclosed');
  facts.replaceChildren();
  for (const { number, entry } of entries) {
    line(facts, say('say.whole.act', number), entry === null
      ? say('say.whole.held-back')
      : [act(entry.type), entry.agency, time.format(new Date(entry.hour))].join(' · '));
  }
  line(facts, say('say.whole.case'), casePseudonym);
  line(facts, say('say.whole.until'), time.format(new Date(register.hour)));
  out('hidden').textContent = say('say.whole.since', Number(checkpoint.size) - Number(size));
  signedBy(signers);
  steps(say('say.whole.' + what, latest, size), index, checkpoint);
}

function accepted({ document: text, entry, index, disclosed, everything, checkpoint, signers }) {
  const facts = out('disclosed');
  facts.replaceChildren();
  line(facts, say('name.type'), act(entry.type));
  line(facts, say('name.agency'), entry.agency);
  line(facts, say('name.hour'), time.format(new Date(entry.hour)));
  for (const { name, value } of disclosed) line(facts, label(name), worded(name, value));
  out('hidden').textContent = say(everything ? 'say.nothing-hidden' : 'say.hidden');
  signedBy(signers);
  steps(act(entry.type), index, checkpoint);
  if (text !== null) paper(text);
}

function check() {
  clear();
  if (!proof) return;
  if (proof.length > LARGEST) { refused('TOO_LARGE'); return; }
  if (!policy) { refused('BAD_POLICY'); return; }
  const verdict = verifyProof(proof, policy);
  if (!verdict.ok) refused(verdict.reason);
  else if (verdict.whole) whole(verdict.whole);
  else accepted(verdict);
}

const read = async file => new Uint8Array(await file.arrayBuffer());
async function take(file) {
  if (!file) return;
  proof = file.size > LARGEST ? new Uint8Array(LARGEST + 1) : await read(file);
  check();
}

document.getElementById('file').addEventListener('change', e => take(e.target.files[0]));
const said = new TextEncoder();
function told(text) {
  proof = text.trim() === '' ? null : said.encode(text);
  check();
}
document.getElementById('pasted').addEventListener('input', e => told(e.target.value));

// the code of a paper: a phone's camera opens this page with the proof behind '#', which browsers never send
function opened() {
  const [, digits] = /^#([0-9]{3,})$/.exec(location.hash) ?? [];
  if (digits === undefined) return;
  history.replaceState(null, '', location.pathname);
  told(digits);
}
addEventListener('hashchange', opened);

const photo = document.getElementById('photo');
if ('BarcodeDetector' in window) {
  document.getElementById('photo-field').hidden = false;
  document.getElementById('photo-none').hidden = true;
  photo.addEventListener('change', async () => {
    const [file] = photo.files;
    if (!file) return;
    clear();
    try {
      const [found] = await new window.BarcodeDetector({ formats: ['qr_code'] }).detect(await createImageBitmap(file));
      if (found) told(found.rawValue); else refused('NO_CODE');
    } catch { refused('NO_CODE'); }
  });
}

document.getElementById('policy').addEventListener('change', async e => {
  const [file] = e.target.files;
  if (!file) return;
  policy = await read(file);
  out('policy').textContent = say('say.policy.chosen');
  check();
});
// a file dropped anywhere is meant for this page
addEventListener('dragover', e => e.preventDefault());
addEventListener('drop', e => { e.preventDefault(); take(e.dataTransfer.files[0]); });

async function load() {
  try {
    const answer = await fetch(card.dataset.policy, { cache: 'no-store' });
    if (!answer.ok) throw new Error(String(answer.status));
    const own = new Uint8Array(await answer.arrayBuffer());
    if (policy === null) { policy = own; out('policy').textContent = say('say.policy.own'); }
    document.getElementById('offline').hidden = false;
  } catch {
    out('policy').textContent = say('say.policy.none');
  }
  opened();
  if (proof) check();
  document.documentElement.dataset.verifier = 'ready';
  keep();
}

/** Keeps this page and its files on the device, so that paper can be checked where there is no network. */
async function keep() {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/open-worker.js', { scope: '/open/verify' });
    const { active } = await navigator.serviceWorker.ready;
    const files = performance.getEntriesByType('resource').map(entry => entry.name);
    active.postMessage([location.origin + location.pathname, ...files]);
  } catch { /* plain http, or a web view: everything else works */ }
}
load();
