// What a phone keeps while it has no signal: presses, each with a name of its own and the moment it was pressed.
// Nothing of this knows the page. The store and the way to the server are handed in, so that it can be tried without either.

// A name that no other phone gives (RFC 9562, version 4); crypto.randomUUID is younger than the browsers we serve.
export function name(random = bytes => crypto.getRandomValues(bytes)) {
  const b = random(new Uint8Array(16));
  b[6] = (b[6] & 0x0f) | 0x40;
  b[8] = (b[8] & 0x3f) | 0x80;
  const hex = [...b].map(x => x.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

// store: { all(), put(press), drop(id) }, each answering with a promise.
// server: { ready(), send(press, ready) }
//   ready() → { who, … } when somebody is signed in, 'signed-out', or 'no-signal'
//   send()  → { state, … } as the server said, 'signed-out', or 'no-signal'
export class Queue {
  constructor(store, server) {
    this.store = store;
    this.server = server;
    this.sending = this.next = null;
  }

  // Keeps a press. who: the account that pressed; on a shared phone nobody else's session ever sends it.
  async keep(who, pressedAt) {
    const press = { id: name(), who, pressedAt: pressedAt.toISOString() };
    await this.store.put(press);
    return press;
  }

  waiting() {
    return this.store.all();
  }

  // Sends what waits, oldest first, one round at a time. Who asks during a round gets the next one, which sees what was
  // kept meanwhile; several who ask share it. Answers what came of it:
  //   { state: 'empty' | 'sent' | 'waiting' | 'signed-out' | 'somebody-else', answer }; the answer is the server's
  flush() {
    if (!this.sending) {
      this.sending = this.send().finally(() => { this.sending = null; });
      return this.sending;
    }
    const again = () => { this.next = null; return this.flush(); };
    this.next = this.next || this.sending.then(again, again);
    return this.next;
  }

  async send() {
    const presses = (await this.store.all()).sort((a, b) => (a.pressedAt < b.pressedAt ? -1 : 1));
    if (!presses.length) return { state: 'empty' };
    const ready = await this.server.ready();
    if (ready === 'signed-out') return { state: 'signed-out' };
    if (ready === 'no-signal') return { state: 'waiting' };
    let result = { state: 'somebody-else' };
    for (const press of presses) {
      if (press.who !== ready.who) continue;                        // another person's: it waits for them
      const answer = await this.server.send(press, ready);
      if (answer === 'signed-out') return { state: 'signed-out' };
      if (answer === 'no-signal') return { state: 'waiting' };
      await this.store.drop(press.id);                              // received, or refused for good: never sent again
      result = { state: 'sent', answer };
    }
    return result;
  }
}

// Presses in IndexedDB; rejected where the browser keeps nothing (private windows, some web views).
export function kept(factory = indexedDB) {
  const open = () => new Promise((done, failed) => {
    const request = factory.open('my-day', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('presses', { keyPath: 'id' });
    request.onsuccess = () => done(request.result);
    request.onerror = request.onblocked = () => failed(request.error);
  });
  const run = async (mode, act) => {
    const base = await open();
    try {
      return await new Promise((done, failed) => {
        const work = base.transaction('presses', mode);
        const request = act(work.objectStore('presses'));
        work.oncomplete = () => done(request.result);
        work.onerror = work.onabort = () => failed(work.error);
      });
    } finally { base.close(); }
  };
  return {
    all: () => run('readonly', presses => presses.getAll()),
    put: press => run('readwrite', presses => presses.put(press)),
    drop: id => run('readwrite', presses => presses.delete(id)),
  };
}

// The server, at the address of the queue.
export function server(address, patience = 8000, ask = fetch) {
  const call = async options => {
    const stop = new AbortController(), timer = setTimeout(() => stop.abort(), patience);
    try {
      const answer = await ask(address, { credentials: 'same-origin', cache: 'no-store', redirect: 'error', signal: stop.signal, ...options });
      if (answer.status === 401 || answer.status === 403) return 'signed-out';
      if (answer.status >= 500) return 'no-signal';                 // it may take it later
      return await answer.json();
    } catch { return 'no-signal'; } finally { clearTimeout(timer); }
  };
  return {
    ready: () => call({ headers: { Accept: 'application/json' } }),
    send: (press, ready) => call({
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', [ready.header]: ready.token },
      body: JSON.stringify({ id: press.id, who: press.who, pressedAt: press.pressedAt }),
    }),
  };
}
